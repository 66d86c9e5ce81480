"""What was agreed in a scan, in the PDF: nothing is cut, tables keep their heads, pages their numbers."""

import io
import re
from collections import Counter
from collections.abc import Iterator

import pikepdf
import pytest
from msgspec.structs import replace

from tests.drawing import scan_of
from tests.report.pdf_reading import Glyph, Pdf
from tests.report.typeset_scan import (
    CARD,
    HALF,
    agreed,
    assert_valid,
    assert_within_margins,
    column_heads,
    details,
    read_scan,
    rows,
)
from vpt_desktop.domain.scan import AccountManager, Scan
from vpt_desktop.report.summary import summary_document
from vpt_desktop.report.typesetting import typeset

ACTION_HEADS = ["Nr.", "Punt", "Toelichting", "Wie", "Wanneer gereed"]
REMARK_HEADS = ["Nr.", "Punt", "Toelichting"]
MANAGER = AccountManager("Sanne van der Linden", "06 12 34 56 78", "s.vanderlinden@riec-voorbeeld.nl")
FILLED = replace(
    scan_of(HALF),
    organisation="Gemeenschappelijke Regeling Samenwerkingsverband West-Brabant en Zeeuws-Vlaanderen",
    participants=", ".join(["Jan de Boer", "Sanne Bakker", "Ahmed el Idrissi", "Marieke van Dongen"] * 3),
    leader="Willemijn van den Heuvel-Oosterhout (RIEC Zeeland-West-Brabant)",
    account_manager=MANAGER,
)
PARAGRAPHS = "Eerst een inventarisatie.\n- bij wie\n- waar\n\n" + "Dan een voorstel aan het management. " * 52


def contact(pdf: Pdf) -> str:
    return pdf.structure.find("P")[-1].text


@pytest.mark.parametrize("drawing", ["☐☐☐☐☐☐☐☐☐☐", HALF, "☑☑☑☑☑☑☑☑☑☑"])
def test_a_scan_without_notes_is_one_page_with_all_other_fields_filled(drawing: str) -> None:
    pdf = read_scan(replace(FILLED, answers=scan_of(drawing).answers))

    assert (pdf.page_count, pdf.artifacts(0)) == (1, "")
    assert details(pdf) == {
        "Organisatie": FILLED.organisation,
        "Datum": "23 november 2026",
        "Deelnemers": FILLED.participants,
        "Begeleider": FILLED.leader,
    }
    assert contact(pdf) == f"Accountmanager: {MANAGER.name}, {MANAGER.phone}, {MANAGER.email}"


def test_without_anything_agreed_there_is_no_empty_list() -> None:
    pdf = read_scan(FILLED)

    assert [heading.text for heading in pdf.structure.find("H2")] == [CARD.question, "De tien punten"]
    assert len(pdf.structure.find("Table")) == 1


def test_open_points_and_ticked_ones_have_a_table_each() -> None:
    scan = agreed(FILLED, 1, note="Loopt goed.")
    scan = agreed(agreed(scan, 7, who="HR"), 9, note="Aanwijzen.", who="team Veiligheid", due="1 maart 2027")
    pdf = read_scan(scan)

    assert pdf.bookmarks[-2:] == [(2, "Actielijst"), (2, "Toelichting bij aangevinkte punten")]
    assert (column_heads(pdf, 1), column_heads(pdf, 2)) == (ACTION_HEADS, REMARK_HEADS)
    assert rows(pdf, 1) == [
        ["7", "Training", "nog niet ingevuld", "HR", "nog niet ingevuld"],
        ["9", "Beveiliging", "Aanwijzen.", "team Veiligheid", "1 maart 2027"],
    ]
    assert rows(pdf, 2) == [["1", "Norm en grenzen", "Loopt goed."]]


def test_open_points_without_an_agreement_are_listed_too_once_there_is_one() -> None:
    pdf = read_scan(agreed(scan_of(HALF), 7, who="HR"))

    assert [row[0] for row in rows(pdf, 1)] == ["7"]
    listed = next(found.text for found in pdf.structure.find("P") if "geen afspraak" in found.text)
    assert listed.replace("\xa0", " ") == (
        "Nog geen afspraak: 6 Dader aanspreken, 8 Schadeverhaal, 9 Beveiliging, 10 Nazorg"
    )


def test_a_note_keeps_its_lines_and_the_room_between_paragraphs() -> None:
    pdf = read_scan(agreed(scan_of(HALF), 7, note="een\ntwee\n\ndrie\n\n\n#vier"))
    note = pdf.structure.find("Table")[1].find("TD")[1]

    assert [paragraph.text for paragraph in note.find("P")] == ["een", "twee", "drie", "#vier"]
    een, twee, drie = (baseline(pdf, line) for line in ("een", "twee", "drie"))
    assert een - twee < twee - drie


def baseline(pdf: Pdf, text: str) -> float:
    """Return how high the last of the lines that say `text` stands on its page."""
    lines: dict[float, str] = {}
    for glyph in pdf.glyphs:
        if glyph.content_id >= 0:
            lines[glyph.baseline] = lines.get(glyph.baseline, "") + glyph.text
    return min(height for height, line in lines.items() if text in line)


def test_ten_long_notes_flow_over_pages_that_repeat_heads_and_are_numbered() -> None:
    scan = FILLED
    for number in range(1, 11):
        scan = agreed(scan, number, note=PARAGRAPHS[:2000], who="Jan", due=f"week {number}")
    pdf = read_scan(scan)

    assert pdf.page_count > 5
    assert_within_margins(pdf)
    actions, remarks = rows(pdf, 1), rows(pdf, 2)
    assert [row[0] for row in actions] == ["6", "7", "8", "9", "10"]
    assert [row[0] for row in remarks] == ["1", "2", "3", "4", "5"]
    for row in actions + remarks:
        assert "".join(row[2].split()) == "".join(PARAGRAPHS[:2000].split())
    # Tagged once, and on the pages that follow only drawn.
    assert (column_heads(pdf, 1), column_heads(pdf, 2)) == (ACTION_HEADS, REMARK_HEADS)
    for page, footer in pages(pdf):
        assert footer.endswith(f"23 november 2026Pagina {page + 1} van {pdf.page_count}")
        heads = re.sub(r"^Vervolg van punt \d+ (Melden|Training|[A-Z][a-z]+( [a-z]+)*?)(?=Nr)", "", footer)
        assert heads.startswith("".join(ACTION_HEADS[:3])) == repeats_heads(pdf, page)


def pages(pdf: Pdf) -> Iterator[tuple[int, str]]:
    return ((page, pdf.artifacts(page)) for page in range(pdf.page_count))


def repeats_heads(pdf: Pdf, page: int) -> bool:
    """Tell whether the topmost text of the page is none of its content, but comes back from before."""
    top = max(glyph.baseline for glyph in pdf.glyphs if glyph.page == page)
    return all(glyph.content_id < 0 for glyph in pdf.glyphs if (glyph.page, glyph.baseline) == (page, top))


def test_a_short_row_is_never_parted_over_two_pages() -> None:
    scan = scan_of("☐☐☐☐☐☐☐☐☐☐")
    for number in range(1, 11):
        scan = agreed(scan, number, note="\n".join(f"{number}.{line}" for line in range(1, 13)))
    pdf = read_scan(scan)

    assert pdf.page_count == 3
    for number in range(1, 11):
        assert len({place for place, text in texts_by_page(pdf) if f"{number}.12" in text}) == 1
    for page in (1, 2):
        told = next(text for place, text in texts_by_page(pdf) if place == page)
        first = [number for number in range(1, 11) if f"{number}.1" in told]
        assert [number for number in first if f"{number}.12" in told] == first


@pytest.mark.parametrize("drawing", ["☐☐☐☐☐☐☐☐☐☐", HALF, "☑☑☑☑☑☑☑☑☑☐"])
def test_one_action_makes_no_second_page(drawing: str) -> None:
    scan = replace(FILLED, answers=scan_of(drawing).answers, participants="Jan de Boer, Sanne Bakker")
    scan = agreed(scan, 10, note="Aanwijzen wie nazorg geeft.", who="Teamleider", due="1 maart 2027")

    assert read_scan(scan).page_count == 1


@pytest.mark.parametrize(("scan", "lines"), [(FILLED, 4), (scan_of(HALF), 11)])
@pytest.mark.parametrize("drawing", ["☐☐☐☐☐☐☐☐☐☐", HALF, "☑☑☑☑☑☑☑☑☐☐"])
def test_the_points_without_an_agreement_take_no_second_page(scan: Scan, lines: int, drawing: str) -> None:
    scan = replace(scan, answers=scan_of(drawing).answers)
    assert read_scan(agreed(scan, 10, note="regel\n" * lines, who="x")).page_count == 1


def test_no_page_has_a_line_or_two_that_can_stand_on_the_one_before() -> None:
    for lines in range(1, 40):
        pdf = read_scan(agreed(scan_of(HALF), 8, note="regel\n" * lines))
        lowest = min(glyph.baseline for glyph in content(pdf) if glyph.page == pdf.page_count - 1)
        assert pdf.page_count == 1 or lowest < 780 - 3 * 14


def content(pdf: Pdf) -> list[Glyph]:
    return [glyph for glyph in pdf.glyphs if glyph.content_id >= 0]


def test_each_further_page_of_a_long_note_names_its_point() -> None:
    scan = agreed(agreed(scan_of(HALF), 8, note=PARAGRAPHS * 6, who="Jan"), 9, note="Kort.")
    pdf = read_scan(scan)
    first, *further = [text.partition("Nr.")[0] for _, text in pages(pdf)]

    assert "Vervolg" not in first
    assert further == ["Vervolg van punt 8 Schadeverhaal"] * (pdf.page_count - 1)
    assert pdf.page_count > 3


def test_a_long_text_for_when_wraps_to_few_lines() -> None:
    due = "Voor de zomervakantie van 2027, in overleg met de ondernemingsraad en de accountmanager"
    pdf = read_scan(agreed(scan_of("☑☑☑☑☑☑☐☑☑☑"), 7, note=PARAGRAPHS[:600], who="Teamleider", due=due))

    assert rows(pdf, 1)[0][-1] == due
    head = baseline(pdf, "Wanneer gereed")
    first = next(
        glyph for glyph in pdf.glyphs if (glyph.text, glyph.baseline) == ("W", head) and glyph.left > 300
    )
    column = [glyph for glyph in content(pdf) if glyph.page == first.page and glyph.left > first.left - 1]
    assert 1 < len({glyph.baseline for glyph in column if glyph.baseline < head}) <= 4


def test_long_texts_for_who_and_when_leave_the_note_a_column() -> None:
    long = "Voor de zomervakantie van 2027, in overleg met de ondernemingsraad en de accountmanager"
    pdf = read_scan(agreed(scan_of("☑☑☑☑☑☑☐☑☑☑"), 7, note="O" * 200, who=long, due=long))

    assert rows(pdf, 1)[0][-2:] == [long, long]
    on_each_line = Counter((glyph.page, glyph.baseline) for glyph in pdf.glyphs if glyph.text == "O")
    assert max(on_each_line.values()) > 12


def texts_by_page(pdf: Pdf) -> list[tuple[int, str]]:
    return [
        (page, "".join(glyph.text for glyph in pdf.glyphs if glyph.page == page and glyph.content_id >= 0))
        for page in range(pdf.page_count)
    ]


LONG = {
    "one word": "x" * 10_000,
    "brackets": "(" * 10_000,
    "words": "toelichting " * 833,
    "lines": "regel\n" * 1_666,
    "paragraphs": "alinea\n\n" * 1_250,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
@pytest.mark.parametrize("field", ["note", "who", "due"])
def test_ten_thousand_characters_are_all_there_within_the_margins(field: str, text: str) -> None:
    typeset_document = typeset(summary_document(agreed(scan_of(HALF), 8, **{field: text}), CARD))
    pdf = Pdf(typeset_document.pdf)
    (row,) = rows(pdf, 1)

    assert "".join(row[2 + ("note", "who", "due").index(field)].split()) == "".join(text.split())
    assert_within_margins(pdf)
    assert_valid(typeset_document.pdf)


@pytest.mark.parametrize("text", [LONG["one word"], LONG["words"].strip()], ids=["one word", "words"])
@pytest.mark.parametrize("field", ["name", "phone", "email"])
def test_an_account_manager_of_ten_thousand_characters_flows_too(field: str, text: str) -> None:
    pdf = read_scan(replace(scan_of(HALF), account_manager=AccountManager(**{field: text})))

    assert contact(pdf) == f"Accountmanager: {text}"
    assert_within_margins(pdf)
    assert len(rows(pdf)) == 10


def test_what_is_set_is_in_proportion_to_the_text() -> None:
    run = typeset(summary_document(agreed(scan_of(HALF), 8, note="x" * 10_000), CARD)).pdf
    lines = read_scan(agreed(scan_of(HALF), 8, note="x\n" * 20_000))

    assert texts_set(run) < 10_000 / 15
    # An element of the structure takes more memory than a line of text.
    assert len(lines.structure.find("P")) < 1100
    assert "".join(rows(lines, 1)[0][2].split()) == "x" * 20_000


def texts_set(pdf: bytes) -> int:
    """Return how often text is set; a line of one typeface is set at once."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        operators = [
            str(found.operator) for page in file.pages for found in pikepdf.parse_content_stream(page)
        ]
    return operators.count("Tj") + operators.count("TJ")


def test_a_sign_wider_than_its_column_is_made_narrower() -> None:
    scan: Scan = agreed(scan_of(HALF), 8, who="\U0001f468\u200d" * 6 + "\ufdfd", due="\U00012031" * 3)

    assert_within_margins(read_scan(scan))


def test_what_cannot_be_shown_is_told_of_every_field() -> None:
    scan = replace(
        scan_of(HALF),
        participants="\x01",
        leader="\x02",
        account_manager=AccountManager("\x03", "\x04", "\x05"),
    )
    scan = agreed(agreed(scan, 6, note="\x06", who="\x07", due="\x08"), 1, note="\x0e")

    told = typeset(summary_document(scan, CARD)).substituted
    assert sorted(told) == ["\x01", "\x02", "\x03", "\x04", "\x05", "\x06", "\x07", "\x08", "\x0e"]
