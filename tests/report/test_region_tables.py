"""Spreadsheets and CSV, read back with a library that did not write them."""

import csv
import datetime as dt
import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from tests.domain.region.drawing import ALL, CARD, DAY, NONE
from tests.report.region import files, scans, shareable, werkversie
from tests.report.typeset_scan import agreed
from vpt_desktop.domain.scan import Scan
from vpt_desktop.errors import SpreadsheetError
from vpt_desktop.report import spreadsheet
from vpt_desktop.report.csv_text import as_csv
from vpt_desktop.report.deelversie import deelversie_document, deelversie_workbook
from vpt_desktop.report.spreadsheet import as_xlsx
from vpt_desktop.report.table import Cell, Column, Table, Workbook
from vpt_desktop.report.typesetting import typeset
from vpt_desktop.report.werkversie_tables import action_list_workbook, werkversie_workbook

SEVEN = [ALL, ALL, "☑☑☑☑☐☐☐☐☐☐", "☑☑☑☑☐☐☐☐☐☐", "☑☑☐☐☐☐☐☐☐☐", "☑☐☐☐☐☐☐☐☐☐", NONE]
HOSTILE = [
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "http://voorbeeld.nl",
    "mailto:a@b.nl",
    "{=1+1}",
    "007",
    "1e5",
    "2026-03-01",
    "TRUE",
    "_x0041_",
    "<b>&amp;",
    ";\"'",
    " spaties ",
    "\u202eomgekeerd",
]  # fmt: skip


def book(*rows: tuple[Cell, ...], keys: int = 1) -> Workbook:
    columns = tuple(Column(f"Kolom {number}", 20) for number in range(max(map(len, rows), default=1)))
    return Workbook("Titel", DAY, (Table("Blad", columns, rows, keys),), "Vertrouwelijk")


def opened(workbook: Workbook) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(as_xlsx(workbook)))


def cells(sheet: Worksheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]


def csv_rows(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


# Any table


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stays_a_text_whatever_it_begins_with(text: str) -> None:
    sheet = opened(book((text, 1))).active
    cell = sheet["A2"]
    assert (cell.data_type, cell.hyperlink) == ("s", None)
    assert cell.value == text.replace("\r", "\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_csv_file_holds_no_formula(text: str) -> None:
    (row,) = csv_rows(as_csv(book((text,)).tables[0]))[1:]
    assert not row[0].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert row[0].removeprefix("'") == text.replace("\r", "\n")


def test_numbers_and_dates_are_typed_and_empty_cells_empty() -> None:
    sheet = opened(book(("a", 3, DAY, None), ("b", 0, dt.date(1, 1, 1), ""))).active
    assert cells(sheet) == [
        ["a", 3, dt.datetime(2026, 3, 1), None],  # noqa: DTZ001  a spreadsheet has no time zones
        ["b", 0, "0001-01-01", None],
    ]
    assert sheet["C2"].is_date
    assert csv_rows(as_csv(book(("a", -3, DAY, None)).tables[0]))[1] == ["a", "-3", "2026-03-01", ""]


def test_the_header_is_frozen_with_a_filter_and_no_cell_is_merged() -> None:
    sheet = opened(book(("a", 3), ("b", 4))).active
    assert (sheet.freeze_panes, sheet.auto_filter.ref, list(sheet.merged_cells.ranges)) == ("A2", "A1:B3", [])
    assert sheet["A1"].font.b
    assert sheet["A2"].alignment.wrap_text
    assert sheet.oddFooter.left.text == "Vertrouwelijk"


def test_a_table_without_rows_has_its_header() -> None:
    workbook = Workbook("Titel", DAY, (Table("Leeg", (Column("Kop", 9),), ()),))
    assert [cell.value for cell in opened(workbook).active[1]] == ["Kop"]
    assert csv_rows(as_csv(workbook.tables[0])) == [["Kop"]]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("x" * 32_767, [("k", 32_767)]),
        ("x" * 32_768, [("k", 32_767), ("k", 11)]),
        ("😀" * 16_384, [("k", 32_766), ("k", 12)]),
        ("y" * 80_000, [("k", 32_767), ("k", 32_767), ("k", 14_486)]),
    ],
)
def test_a_text_too_long_for_a_cell_goes_on_in_a_next_row(text: str, rows: list[tuple[str, int]]) -> None:
    found = cells(opened(book(("k", text, 7))).active)
    assert [(row[0], len(str(row[1]).encode("utf-16-le")) // 2) for row in found] == rows
    assert [row[2] for row in found] == [7] + [None] * (len(rows) - 1)
    assert all(str(row[1]).startswith("(vervolg) ") for row in found[1:])
    assert "".join(str(row[1]).removeprefix("(vervolg) ") for row in found) == text


def test_a_row_is_as_high_as_its_longest_text_in_its_column() -> None:
    sheet = opened(book(("kort", 1), ("x" * 100, 2), ("een\ntwee", 3), ("x" * 30_000, 4), (5, 6))).active
    assert [sheet.row_dimensions[row].height for row in range(2, 7)] == [None, 90, 30, 408.75, None]


def test_what_no_file_can_hold_is_replaced() -> None:
    assert cells(opened(book(("a\ud800b\ufffe\uffff",))).active) == [["a\ufffdb\ufffd\ufffd"]]


@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_any_texts_are_read_back(texts: list[str]) -> None:
    found = opened(book(tuple(texts))).active
    assert all(cell.data_type in {"s", "n"} for cell in found[2])
    assert len(csv_rows(as_csv(book(tuple(texts)).tables[0]))) == 2


def test_a_cell_that_is_dropped_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "writable_rows", lambda table: table.rows)
    with pytest.raises(SpreadsheetError, match="te veel rijen"):
        as_xlsx(book(("x" * 32_768,)))


def test_the_same_tables_give_the_same_bytes() -> None:
    assert as_xlsx(book(("a", DAY))) == as_xlsx(book(("a", DAY)))


# The deelversie


def test_the_deelversie_has_bounds_in_columns_and_no_author() -> None:
    data = as_xlsx(deelversie_workbook(shareable(files(scans(*SEVEN))), CARD, DAY))
    workbook = openpyxl.load_workbook(io.BytesIO(data))
    assert workbook.sheetnames == ["Stellingen", "Groepen", "Sinds de vorige scan", "Over dit overzicht"]
    assert cells(workbook["Stellingen"])[0][:6] == [1, "Norm en grenzen", 4, 7, 7, "minstens 4 van 7"]
    assert cells(workbook["Groepen"])[1] == ["9 of 10 punten", 0, 3, 7, "hooguit 3 van 7"]
    few = ["Te weinig organisaties met een vorige scan.", None, None, None, None]
    assert cells(workbook["Sinds de vorige scan"]) == [few]
    assert ["Opmerking 2", "Te weinig organisaties met een vorige scan."] in cells(
        workbook["Over dit overzicht"]
    )
    assert (workbook.properties.creator or "", workbook.properties.lastModifiedBy or "") == ("", "")


def test_two_regions_with_equal_public_values_give_equal_files() -> None:
    one = shareable(files(scans(*SEVEN)))
    other = shareable(files(scans(NONE, ALL, "☑☑☑☑☐☐☐☐☐☐", "☑☑☑☑☐☐☐☐☐☐", *["☑☑☑☑☐☐☐☐☐☐"] * 3)))
    assert one == other
    for make in (
        lambda figures: as_xlsx(deelversie_workbook(figures, CARD, DAY)),
        lambda figures: typeset(deelversie_document(figures, CARD, DAY)).pdf,
        lambda figures: b"".join(map(as_csv, deelversie_workbook(figures, CARD, DAY).tables)),
    ):
        assert make(one) == make(other)


def test_no_name_is_anywhere_in_the_file_of_a_deelversie() -> None:
    data = as_xlsx(deelversie_workbook(shareable(files(scans(*SEVEN))), CARD, DAY))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = b"".join(map(archive.read, archive.namelist()))
    for name in (b"Zundert", b"Altena", b".vpt", b"bestand"):
        assert name not in content


# The werkversie


def tables_of(given: dict[str, Scan], previous: dict[str, str] | None = None) -> openpyxl.Workbook:
    return opened(werkversie_workbook(werkversie(given, previous, frozenset({"Zundert"}))))


def test_the_werkversie_has_a_row_for_each_organisation_and_one_for_each_statement() -> None:
    workbook = tables_of(scans(ALL, "☑☑☐☐☐☐☐☐☐☐"), {"Altena": "☐☑☑☐☐☐☐☐☐☐"})
    assert workbook.properties.contentStatus == "Vertrouwelijk"
    altena, zundert = cells(workbook["Organisaties"])
    day, before = dt.datetime(2026, 3, 1), dt.datetime(2025, 3, 1)  # noqa: DTZ001  as above
    assert altena[:9] == ["Altena", day, 2, "3, 4, 5, 6, 7, 8, 9, 10", before, 2, 1, 1, None]
    assert zundert[:9] == ["Zundert", day, 10, "geen", *[None] * 4, "kopie zonder afspraken"]
    assert altena[10:13] == ["ja", "ja", "nee"]
    assert cells(workbook["Stellingen"])[2][:7] == [3, "Afspraken en dossier", 1, 2, 0, 1, 1]
    assert cells(workbook["Groepen"]) == [
        ["0 tot en met 3 punten", 1, 2],
        ["4 tot en met 8 punten", 0, 2],
        ["9 of 10 punten", 1, 2],
    ]
    assert ["Organisaties", "2 organisaties uit 2 bestanden"] in cells(workbook["Over dit overzicht"])


def test_the_werkversie_has_the_agreements_of_those_whose_files_hold_them() -> None:
    given_scans = scans(NONE, NONE)
    keys = list(given_scans)
    given_scans = {key: agreed(given_scans[key], 3, "=1+1", "Els", "mei") for key in keys}
    assert cells(tables_of(given_scans)["Afspraken"]) == [
        ["Altena", 3, "Afspraken en dossier", "=1+1", "Els", "mei"]
    ]


def test_a_long_agreement_goes_on_with_organisation_and_number() -> None:
    given_scans = scans(ALL, "☑☑☐☑☑☑☑☑☑☑")
    key = "/scans/Altena.vpt"
    given_scans[key] = agreed(given_scans[key], 3, "x" * 40_000, "Els")
    rows = cells(tables_of(given_scans)["Afspraken"])
    assert [row[:3] for row in rows] == [["Altena", 3, "Afspraken en dossier"]] * 2
    assert [row[4] for row in rows] == ["Els", None]


# One scan


def test_the_action_list_has_every_open_point() -> None:
    (scan,) = scans("☑☑☐☑☑☑☑☑☑☐").values()
    workbook = opened(action_list_workbook(agreed(scan, 3, " Loket\r\ninstellen ", "Els", ""), CARD))
    assert workbook.properties.title == "Actielijst, Zundert, 1 maart 2026"
    assert cells(workbook["Actielijst"]) == [
        [3, "Afspraken en dossier", "Loket\ninstellen", "Els", None],
        [10, "Nazorg", None, None, None],
    ]


def test_names_of_sheets_are_short_enough() -> None:
    workbooks = (
        werkversie_workbook(werkversie({})),
        deelversie_workbook(shareable(files(scans(*SEVEN))), CARD, DAY),
    )
    assert all(len(table.name) <= 31 for workbook in workbooks for table in workbook.tables)
