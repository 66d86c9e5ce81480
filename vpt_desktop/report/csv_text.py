"""Tables as CSV, for spreadsheets that are set to Dutch."""

from __future__ import annotations

import csv
import datetime as dt
from codecs import BOM_UTF8
from io import StringIO
from typing import TYPE_CHECKING

from vpt_desktop.report.table import writable_rows

if TYPE_CHECKING:
    from vpt_desktop.report.table import Cell, Table

_BEGINS_A_FORMULA = "=", "+", "-", "@", "\t", "\n", "\r"


def as_csv(table: Table) -> bytes:
    """Return `table` in UTF-8 with a byte order mark, semicolons between cells and CRLF after a row.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    file = StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(column.head for column in table.columns)
    writer.writerows(map(_as_text, row) for row in writable_rows(table))
    return BOM_UTF8 + file.getvalue().encode()


def _as_text(cell: Cell) -> str | int:
    match cell:
        case None:
            return ""
        case dt.date():
            return cell.isoformat()
        case str() if cell.startswith(_BEGINS_A_FORMULA):
            return f"'{cell}"
        case _:
            return cell
