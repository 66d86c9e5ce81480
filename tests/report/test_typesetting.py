"""The PDF as its readers get it: valid, tagged, in Dutch, and with every word that was typed."""

import datetime as dt
import io
from pathlib import Path
from typing import NoReturn

import pikepdf
import pytest
import typst

from tests.drawing import DAY, scan_of
from tests.report.pdf_reading import Pdf
from tests.report.typeset_scan import (
    HALF,
    NOTE,
    agreed,
    assert_valid,
    column_heads,
    details,
    read,
    read_scan,
    rows,
    typeset_scan,
    typst_error,
)
from vpt_desktop.domain.card import Card
from vpt_desktop.errors import TypesettingError
from vpt_desktop.report import typesetting

# -- What it says


@pytest.mark.parametrize(
    "drawing",
    ["☐☐☐☐☐☐☐☐☐☐", "☐☑☐☐☐☐☐☑☐☑", "☑☐☐☑☐☐☐☑☐☑", HALF, "☑☑☑☐☑☑☑☑☐☑", "☑☑☑☑☑☑☑☑☑☐", "☑☑☑☑☑☑☑☑☑☑"],
)
def test_a_scan_is_told_on_one_page_with_the_cards_words(card: Card, drawing: str) -> None:
    pdf = read(drawing)
    score = drawing.count("☑")
    band = card.band(score)

    assert (pdf.page_count, pdf.artifacts(0)) == (1, "")
    assert [heading.text for heading in pdf.structure.find("H1")] == [card.title]
    assert [heading.text for heading in pdf.structure.find("H2")] == [card.question, "De tien punten"]
    assert [heading.text for heading in pdf.structure.find("H3")] == [band.heading]
    paragraphs = [paragraph.text for paragraph in pdf.structure.find("P")]
    assert paragraphs == ["".join(card.sender), card.hashtag, f"{score}van de 10 punten", *band.message]
    assert column_heads(pdf) == ["Nr.", "Punt", "Stand"]
    assert rows(pdf) == [
        [str(number), statement.text, "aangevinkt" if mark == "☑" else "open"]
        for number, (statement, mark) in enumerate(zip(card.statements, drawing, strict=True), 1)
    ]


@pytest.mark.parametrize(
    ("drawing", "filled", "group"),
    [("☐☐☐☐☐☐☐☐☐☐", 0, "0 tot en met 3"), (HALF, 5, "4 tot en met 8"), ("☑☑☑☑☑☑☑☑☑☑", 10, "9 tot en met 10")],
)
def test_the_meter_shows_the_bands_and_is_told_in_words(drawing: str, filled: int, group: str) -> None:
    (meter,) = read(drawing).structure.find("Figure")

    assert meter.text == "0–34–89–10"  # noqa: RUF001  as printed
    assert meter.attributes["/Alt"] == (
        f"Meter van tien vakjes, {filled} gevuld. De drie groepen zijn 0 tot en met 3, 4 tot en met 8 "
        f"en 9 tot en met 10; deze score valt in de groep van {group}."
    )


@pytest.mark.parametrize("drawing", ["☐☐☐☐☐☐☐☐☐☐", HALF, "☑☑☑☑☑☑☑☑☑☑"])
def test_a_tick_is_drawn_and_not_only_coloured(drawing: str) -> None:
    with pikepdf.open(io.BytesIO(typeset_scan(drawing).pdf)) as file:
        operators = [str(instruction.operator) for instruction in pikepdf.parse_content_stream(file.pages[0])]

    assert operators.count("j") == drawing.count("☑")  # only a check mark has round joins


def test_the_organisation_and_the_date_are_a_list() -> None:
    assert details(read()) == {"Organisatie": "Gemeente Voorbeeldstad", "Datum": "23 november 2026"}


def test_without_an_organisation_only_the_date_is_told() -> None:
    assert details(read(organisation="")) == {"Datum": "23 november 2026"}


def test_an_organisation_on_two_lines_and_a_note_still_fit_on_one_page() -> None:
    pdf = read("☑☑☑☑☑☑☑☑☑☑", "Gemeenschappelijke Regeling Samenwerkingsverband West-Brabant en Zeeland \x01")

    assert (pdf.page_count, pdf.text.endswith(NOTE)) == (1, True)


# -- What it is


@pytest.mark.parametrize(
    ("organisation", "title"),
    [
        ("Gemeente Voorbeeldstad", "VPT-scan Gemeente Voorbeeldstad, 23 november 2026"),
        ("", "VPT-scan, 23 november 2026"),
        ("<Ü> & “Zonen”", "VPT-scan <Ü> & “Zonen”, 23 november 2026"),
        ("x" * 10_000, f"VPT-scan {'x' * 100}…, 23 november 2026"),
    ],
)
def test_the_document_is_in_dutch_and_has_a_title_of_its_own(organisation: str, title: str) -> None:
    file = read(organisation=organisation).file

    assert str(file.Root.Lang) == "nl-NL"
    assert str(file.docinfo.Title) == title
    assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
    with file.open_metadata() as metadata:
        assert metadata["dc:title"] == title


def test_the_document_is_pdf_ua_1_and_pdf_a_2a_at_once() -> None:
    assert_valid(typeset_scan().pdf)


def test_the_headings_are_bookmarks(card: Card) -> None:
    assert read().bookmarks == [
        (1, card.title),
        (2, card.question),
        (3, "TUSSEN DE 4 EN 8 VINKJES"),
        (2, "De tien punten"),
    ]


def test_the_heads_of_columns_and_the_numbers_of_rows_are_tagged_as_headers() -> None:
    scan = agreed(agreed(scan_of(HALF), 1, note="Loopt."), 7, who="HR")
    pdf = read_scan(scan)

    for table, numbers in enumerate([[str(number) for number in range(1, 11)], ["7"], ["1"]]):
        heads = pdf.structure.find("Table")[table].find("TH")
        columns = [head.text for head in heads if "/Column" in head.attributes["/A"]]
        rows = [head.text for head in heads if "/Row" in head.attributes["/A"]]
        assert (columns, rows) == (column_heads(pdf, table), numbers)
        # One that names only the header of its column would have a reader leave out that of its row.
        cells = pdf.structure.find("Table")[table].find("TD")
        assert not any("/Headers" in cell.attributes["/A"] for cell in cells)


def test_the_same_scan_gives_the_same_bytes() -> None:
    assert typeset_scan().pdf == typeset_scan().pdf


@pytest.mark.parametrize("day", [dt.date.min, DAY, dt.date.max])
def test_the_document_bears_the_date_of_the_scan(day: dt.date) -> None:
    pdf = Pdf(typeset_scan(day=day).pdf)
    info = pdf.file.docinfo

    assert str(info.CreationDate) == str(info.ModDate) == f"D:{day.year:04}{day:%m%d}000000Z"


# -- What can go wrong


def test_a_missing_template_is_a_named_failure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(typesetting, "resource", tmp_path.joinpath)

    with pytest.raises(TypesettingError, match="De PDF kon niet worden gemaakt") as raised:
        typeset_scan()
    assert "summary.typ" in raised.value.diagnostic


@pytest.mark.parametrize(
    ("template", "diagnostic"),
    [
        (b"#nothing", "unknown variable: nothing"),
        (b"\xff\xfe", "not valid UTF-8"),
        (b"no title", "missing document title"),
    ],
)
def test_a_damaged_template_is_a_named_failure(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, template: bytes, diagnostic: str
) -> None:
    (tmp_path / "summary.typ").write_bytes(template)
    monkeypatch.setattr(typesetting, "resource", tmp_path.joinpath)

    with pytest.raises(TypesettingError, match="De PDF kon niet worden gemaakt") as raised:
        typeset_scan()
    assert diagnostic in raised.value.diagnostic
    assert diagnostic not in str(raised.value)


def test_a_missing_typeface_is_a_named_failure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(typesetting, "FONT_FOLDER", tmp_path)
    monkeypatch.setattr(typesetting, "_bundled_fonts", typesetting._bundled_fonts.__wrapped__)

    with pytest.raises(TypesettingError) as raised:
        typeset_scan()
    assert "Atkinson Hyperlegible ontbreekt" in raised.value.diagnostic


@pytest.mark.parametrize("refused", ["日", r"\"\\\u{65e5}\n", "◊"])
def test_a_text_that_typst_keeps_refusing_is_a_named_failure(
    monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    def refusing(*_: object, **__: object) -> NoReturn:
        raise typst_error(
            f'error: the text `"{refused}"` could not be displayed with font `"Atkinson Hyperlegible"`'
        )

    monkeypatch.setattr(typst, "compile", refusing)

    with pytest.raises(TypesettingError) as raised:
        typeset_scan()
    assert "日" not in raised.value.diagnostic  # which is logged


def test_a_fault_in_typst_itself_is_a_named_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    panic = type("PanicException", (BaseException,), {})

    def panicking(*_: object, **__: object) -> NoReturn:
        raise panic

    monkeypatch.setattr(typst, "compile", panicking)

    with pytest.raises(TypesettingError):
        typeset_scan()


def test_the_user_can_interrupt(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(typst, "compile", interrupted)

    with pytest.raises(KeyboardInterrupt):
        typeset_scan()
