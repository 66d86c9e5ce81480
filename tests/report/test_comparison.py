"""Last year beside this year, in the PDF, as text and as HTML."""

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.domain.earlier import TEXTS
from tests.drawing import scan_of
from tests.report.pdf_reading import Pdf
from tests.report.test_clipboard_text import Reading
from tests.report.typeset_scan import (
    CARD,
    agreed,
    assert_valid,
    assert_within_margins,
    column_heads,
    read_scan,
    rows,
)
from vpt_desktop.domain.agreements import with_carried, with_outcome, with_remark
from vpt_desktop.domain.earlier_scan import Outcome
from vpt_desktop.domain.earlier_scans import AnsweredScan, following
from vpt_desktop.domain.scan import AccountManager, Scan
from vpt_desktop.report.clipboard_text import as_html, as_text
from vpt_desktop.report.comparison import ComparisonPart, State, comparison_part
from vpt_desktop.report.summary import summarise, summary_document
from vpt_desktop.report.typesetting import typeset

FIRST = replace(
    scan_of("☑☑☑☑☐☐☐☐☐☑"),
    date=dt.date(2025, 11, 20),
    organisation="Gemeente Oss",
    participants="Team handhaving",
    leader="A. de Wit",
    account_manager=AccountManager("B. Jansen", "06 12345678", "b.jansen@example.nl"),
)


def year_after(scan: Scan, drawing: str, texts: tuple[str, ...] = CARD.texts) -> Scan:
    day = replace_year(scan.date, scan.date.year + 1)
    return replace(following(AnsweredScan(scan, texts), day), answers=scan_of(drawing).answers)


def replace_year(day: dt.date, year: int) -> dt.date:
    return day.replace(year=year)


SCAN = year_after(FIRST, "☑☑☑☐☑☑☑☐☐☑")
AGREED = agreed(agreed(FIRST, 5, "Beleid #1 vaststellen.\n\nIn het MT.", "Bo", "1 mei"), 6, who="Ans")
SETTLED = with_remark(
    with_outcome(year_after(AGREED, "☑☑☑☐☑☐☑☐☐☑"), 5, Outcome.RUNNING), 5, "Besluit *volgt*."
)


def six_years() -> Scan:
    scan = replace(scan_of("☐☐☐☐☐☐☐☐☐☐"), date=dt.date(2021, 11, 20), organisation="Gemeente Oss")
    for filled in range(1, 6):
        scan = year_after(scan, "☑" * filled + "☐" * (10 - filled))
    return scan


def body(pdf: Pdf, table: int) -> list[list[list[str]]]:
    """Return the paragraphs in each cell of each row of a table."""
    (below,) = pdf.structure.find("Table")[table].find("TBody")
    return [
        [[part.text for part in cell.find("P")] or [cell.text.strip()] for cell in row.children]
        for row in below.find("TR")
    ]


def part_of(scan: Scan) -> ComparisonPart:
    part = comparison_part(scan, CARD)
    assert part is not None
    return part


def test_without_an_earlier_scan_there_is_no_comparison() -> None:
    assert comparison_part(FIRST, CARD) is None
    assert [text for _, text in read_scan(FIRST).bookmarks if "Vergelijking" in text] == []


def test_ten_points_stand_then_and_now_with_the_difference_in_words() -> None:
    pdf = read_scan(SCAN)
    assert pdf.page_count == 2
    assert column_heads(pdf, 1) == ["Nr.", "Punt", "20 november 2025", "20 november 2026", "Verschil"]
    assert [row[2:] for row in rows(pdf, 1)] == [
        ["aangevinkt", "aangevinkt", "Behouden"],
        ["aangevinkt", "aangevinkt", "Behouden"],
        ["aangevinkt", "aangevinkt", "Behouden"],
        ["aangevinkt", "open", "Teruggevallen"],
        ["open", "aangevinkt", "Nieuw behaald"],
        ["open", "aangevinkt", "Nieuw behaald"],
        ["open", "aangevinkt", "Nieuw behaald"],
        ["open", "open", "Nog open"],
        ["open", "open", "Nog open"],
        ["aangevinkt", "aangevinkt", "Behouden"],
    ]
    assert "Van 5 naar 7: 3 nieuw behaald, 1 teruggevallen, 4 behouden, 2 nog open." in pdf.text
    assert "Vergelijking met vorige scan" in [text for _, text in pdf.bookmarks]


@pytest.mark.parametrize("score", [0, 5, 10])
def test_the_meter_says_where_its_mark_of_last_time_is(score: int) -> None:
    first = replace(FIRST, answers=scan_of("☑" * score + "☐" * (10 - score)).answers)
    (figure,) = read_scan(year_after(first, "☑☑☑☐☑☑☑☐☐☑")).structure.find("Figure")
    assert f"Een teken erboven staat bij {score}, de score van vorige keer." in figure.attributes["/Alt"]
    (figure,) = read_scan(first).structure.find("Figure")
    assert "vorige keer" not in figure.attributes["/Alt"]


def test_more_years_stand_beside_each_other_on_the_same_page() -> None:
    pdf = read_scan(six_years())
    assert pdf.page_count == 2
    assert column_heads(pdf, 2)[2:] == [
        "2021 0 punten",
        "2022 1 punt",
        "2023 2 punten",
        "2024 3 punten",
        "2025 4 punten",
        "2026 5 punten",
    ]
    assert rows(pdf, 2)[1][2:] == ["open", "open", *["aangevinkt"] * 4]
    assert_within_margins(pdf)


def test_two_scans_in_one_year_are_named_by_their_days() -> None:
    part = part_of(replace(six_years(), date=dt.date(2025, 12, 1)))
    assert [year.name for year in part.years][-2:] == ["20-11-2025", "1-12-2025"]


def test_agreements_stand_with_what_became_of_them() -> None:
    pdf = read_scan(SETTLED)
    assert column_heads(pdf, 2) == ["Nr.", "Punt", "Afspraak", "Wie en wanneer", "Uitkomst"]
    assert [paragraphs for row in body(pdf, 2) for paragraphs in row] == [
        ["5"],
        ["Registratie en aangifte"],
        ["Beleid #1 vaststellen.", "In het MT."],
        ["Bo", "1 mei"],
        ["Loopt nog", "Besluit *volgt*."],
        ["6"],
        ["Dader aanspreken"],
        ["nog niet ingevuld"],
        ["Ans"],
        ["nog niet ingevuld"],
    ]


def test_one_that_goes_on_longer_says_since_when() -> None:
    on = year_after(with_carried(SETTLED, 5, CARD.texts, "(sinds 2025)").with_tick(5, ticked=False), "☑" * 10)
    (agreement,) = part_of(on).agreements
    assert agreement.terms == (("Bo", "(sinds 2025)"),)


def test_on_another_card_the_scores_are_not_laid_side_by_side() -> None:
    texts = ("Anders.", *CARD.texts[1:4], "Ook anders.", *CARD.texts[5:])
    scan = year_after(AGREED, "☑☑☑☐☑☐☑☐☐☑", texts)
    part = part_of(scan)
    assert part.score_then is None
    assert part.points[0].then == State("none", "anders gevraagd")
    assert part.points[0].difference == "Niet te vergelijken"
    assert part.agreements[0].label == "Deze stelling staat zo niet meer op de kaart."
    pdf = typeset(summary_document(scan, CARD)).pdf
    assert_valid(pdf)
    assert "De kaart is veranderd, dus de scores zijn niet te vergelijken" in Pdf(pdf).text


LONG = with_remark(
    year_after(agreed(six_years(), 7, "Aangiftebeleid vaststellen. " * 300, "Bo " * 80), "☑" * 6 + "☐" * 4),
    7,
    "Bijna klaar. " * 300,
)


@pytest.mark.parametrize("scan", [SCAN, SETTLED, six_years(), LONG])
def test_it_is_valid_and_nothing_is_cut(scan: Scan) -> None:
    content = typeset(summary_document(scan, CARD)).pdf
    assert_valid(content)
    assert_within_margins(Pdf(content))


def test_long_texts_go_on_over_pages() -> None:
    text = " ".join(read_scan(LONG).text.split())
    assert text.count("Aangiftebeleid") == 300
    assert text.count("Bijna") == 300
    assert "Vervolg van punt 7 Training" in "".join(read_scan(LONG).artifacts(page) for page in range(3))


def test_the_text_to_paste_has_the_same_order_and_words() -> None:
    text = as_text(summarise(SETTLED, CARD))
    assert (
        "\n\nVergelijking met vorige scan\n"
        "Van 5 naar 6: 2 nieuw behaald, 1 teruggevallen, 4 behouden, 3 nog open.\n\n"
        "1. Norm en grenzen: 20 november 2025 aangevinkt, nu aangevinkt (behouden)\n"
    ) in text
    assert text.endswith(
        "\n\nAfspraken van vorige keer\n\n"
        "5. Registratie en aangifte\nAfspraak: Beleid #1 vaststellen.\n\nIn het MT.\n"
        "Wie en wanneer: Bo\n1 mei\nUitkomst: Loopt nog\n\nBesluit *volgt*.\n\n"
        "6. Dader aanspreken\nWie en wanneer: Ans\nUitkomst: nog niet ingevuld\n"
    )
    assert "De jaren" not in text


def test_the_text_has_a_line_of_years_for_each_point() -> None:
    text = as_text(summarise(six_years(), CARD))
    assert "\n\nDe jaren naast elkaar\n2021: 0 punten, 2022: 1 punt, 2023: 2 punten," in text
    assert (
        "\n2. Voorbereid op contact: 2021 open, 2022 open, 2023 aangevinkt, 2024 aangevinkt, "
        "2025 aangevinkt, 2026 aangevinkt\n"
    ) in text
    assert "Afspraken van vorige keer" not in text


def test_the_html_has_the_same_as_tables_with_headers() -> None:
    html = Reading(as_html(summarise(SETTLED, CARD)))
    assert html.texts("h2")[-2:] == ["Vergelijking met vorige scan", "Afspraken van vorige keer"]
    heads = html.texts("th")
    assert "20 november 2025" in heads
    assert heads[heads.index("Wie en wanneer") :] == ["Wie en wanneer", "Uitkomst", "5", "6"]
    assert html.texts("td").count("nog niet ingevuld") == 1
    assert "Besluit *volgt*." in html.texts("p")
    assert "Van 5 naar 6: 2 nieuw behaald, 1 teruggevallen, 4 behouden, 3 nog open." in html.texts("p")
    years = Reading(as_html(summarise(six_years(), CARD)))
    assert "2021, 0 punten" in years.texts("th")


def test_statements_of_no_card_are_compared_with_nothing() -> None:
    part = part_of(year_after(FIRST, "☑☑☑☐☑☑☑☐☐☑", TEXTS))
    assert {point.difference for point in part.points} == {"Niet te vergelijken"}
