"""The only importer of XlsxWriter: turns tables into an .xlsx file, a sheet each."""

# XlsxWriter has types for a part of what it takes.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import TYPE_CHECKING, Final

import xlsxwriter  # pyright: ignore[reportMissingTypeStubs]

from vpt_desktop.errors import SpreadsheetError
from vpt_desktop.report.table import lines_of, writable_rows

if TYPE_CHECKING:
    from xlsxwriter.format import Format  # pyright: ignore[reportMissingTypeStubs]
    from xlsxwriter.worksheet import Worksheet  # pyright: ignore[reportMissingTypeStubs]

    from vpt_desktop.report.table import Cell, Table, Workbook

_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}

_LINE = 15
"""The height of a line in points; without a height, some programs show the first line of a text only."""

_HIGHEST = 409
"""The most points that a row can have."""

_EPOCH = dt.date(1900, 3, 1)
"""The first day that all spreadsheets number alike."""


def as_xlsx(workbook: Workbook) -> bytes:
    """Return `workbook` as .xlsx; equal ones give equal bytes.

    Texts are written as texts, whatever they begin with.

    Raises:
        SpreadsheetError: a table has more rows than a sheet can hold.
    """
    file = BytesIO()
    with xlsxwriter.Workbook(file, _OPTIONS) as written:
        created = dt.datetime.combine(workbook.day, dt.time())
        written.set_properties({"title": workbook.title, "status": workbook.mark, "created": created})
        head = written.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        text = written.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        date = written.add_format({"num_format": "dd-mm-yyyy", "valign": "top", "align": "left"})
        number = written.add_format({"valign": "top", "align": "left"})
        for table in workbook.tables:
            sheet = written.add_worksheet(table.name)
            _set_up(sheet, table, workbook.mark)
            heads = tuple(column.head for column in table.columns)
            _check(sheet.set_row(0, _LINE * lines_of(heads, table)))
            for place, column in enumerate(table.columns):
                _check(sheet.write_string(0, place, column.head, head))
            last = 0
            for last, row in enumerate(writable_rows(table), 1):
                _check(sheet.set_row(last, min(_HIGHEST, _LINE * lines_of(row, table))))
                for place, cell in enumerate(row):
                    _check(_write(sheet, (last, place), cell, (text, number, date)))
            sheet.autofilter(0, 0, last, len(table.columns) - 1)
    return file.getvalue()


def _set_up(sheet: Worksheet, table: Table, mark: str) -> None:
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer(f"&L{mark}&R&P van &N")


def _write(
    sheet: Worksheet, place: tuple[int, int], cell: Cell, formats: tuple[Format, Format, Format]
) -> int:
    text, number, date = formats
    result: int
    match cell:
        case None | "":
            result = 0
        case str():
            result = sheet.write_string(*place, cell, text)
        case int():
            result = sheet.write_number(*place, cell, number)
        case _ if cell < _EPOCH:
            result = sheet.write_string(*place, cell.isoformat(), text)
        case _:
            result = sheet.write_datetime(*place, dt.datetime.combine(cell, dt.time()), date)
    return result


def _check(result: int) -> None:
    """Raise SpreadsheetError unless a cell was written: XlsxWriter only returns that it dropped one."""
    if result:
        raise SpreadsheetError(result)
