"""A table of typed cells, as a spreadsheet and a CSV file have it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

Cell: TypeAlias = str | int | dt.date | None

LONGEST_CELL = 32_767
"""UTF-16 units of text in a cell of a spreadsheet."""

CONTINUED = "(vervolg) "


class Column(Struct, frozen=True):
    """The head of a column and its width in characters."""

    head: str
    width: int


class Table(Struct, frozen=True):
    """A named table; the first `keys` columns say which row it is."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    keys: int = 1


class Workbook(Struct, frozen=True):
    """Tables that belong together, the day that the file bears, and whether it is confidential."""

    title: str
    day: dt.date
    tables: tuple[Table, ...]
    mark: str = ""
    """What each page and the properties are marked with, empty for nothing."""


def writable_rows(table: Table) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows with texts that UTF-8 and XML can hold, each short enough for a cell.

    What a text has more goes on in a next row, with the same keys, marked as continued.
    """
    for row in table.rows:
        parts = [_parts(cell) if isinstance(cell, str) else [cell] for cell in row]
        for place in range(max(map(len, parts))):
            yield tuple(
                part[place] if place < len(part) else (part[0] if column < table.keys else None)
                for column, part in enumerate(parts)
            )


def lines_of(row: tuple[Cell, ...], table: Table) -> int:
    """Return how many lines the longest text of a row takes in its column, about: rather one more."""
    pairs = zip(row, table.columns, strict=True)
    return max(
        (
            sum(1 + len(line) // column.width for line in cell.split("\n"))
            for cell, column in pairs
            if isinstance(cell, str)
        ),
        default=1,
    )


def _parts(text: str) -> list[Cell]:
    rest = _clean(text).encode("utf-16-le")
    parts: list[Cell] = []
    mark = ""
    while rest or not parts:
        room = 2 * (LONGEST_CELL - len(mark))
        part = rest[:room].decode("utf-16-le", "ignore")  # without half of a pair at its end
        rest = rest[len(part.encode("utf-16-le")) :]
        parts.append(mark + part)
        mark = CONTINUED
    return parts


def _clean(text: str) -> str:
    """Return `text` with one kind of line break, and U+FFFD for what no file of this kind can hold."""
    text = "\n".join(text.replace("\r\n", "\n").split("\r"))
    valid = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return valid.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
