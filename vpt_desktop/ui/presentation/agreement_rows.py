"""The open points in lines of text, and their division over slides."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from vpt_desktop.ui.widgets.line_breaks import lines_of
from vpt_desktop.ui.widgets.typed_text import one_line
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFontMetricsF

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.scan import Answer, Scan

GAP = 0.5
"""Lines between two rows."""

_FEWEST = 3
"""Lines of a text that is continued on the next slide, and of what is continued there."""

_GOING_ON = " (vervolg)"


class Columns(NamedTuple):
    """Widths of the two columns in pixels, and the metrics of their typefaces."""

    label: float
    text: float
    label_metrics: QFontMetricsF
    text_metrics: QFontMetricsF


class Row(NamedTuple):
    """An open point on a slide, or as much of it as that has room for."""

    number: int
    label: list[str]
    """The number and the short label of the statement, in lines."""

    texts: list[str]
    """What was agreed, in lines."""

    is_agreed: bool

    @property
    def height(self) -> int:
        """How many lines the row takes, without the gap to the next one."""
        return max(len(self.label), len(self.texts))

    def upper(self, lines: int) -> Row:
        """Return the row with at most so many lines of its texts."""
        return self._replace(texts=self.texts[:lines])


def pages_of(scan: Scan, card: Card, columns: Columns, room: int) -> list[list[Row]]:
    """Return the rows of each slide that has room for `room` lines; none if no point is open."""
    pages: list[list[Row]] = []
    free = 0.0
    for number in scan.open_points:
        row = _row(number, scan.answer(number), card, columns)
        while True:
            if row.height > free and (row.height <= room or free < _FEWEST + len(row.label)):
                pages.append([])
                free = room
            part, rest = _divided(row, free, card, columns)
            pages[-1].append(part)
            free -= part.height + GAP
            if rest is None:
                break
            row = rest
    return pages


def _row(number: int, answer: Answer, card: Card, columns: Columns, going_on: str = "") -> Row:
    label = lines_of(
        f"{number}  {card.statement(number).label}{going_on}", columns.label_metrics, columns.label
    )
    texts = list(
        chain.from_iterable(lines_of(text, columns.text_metrics, columns.text) for text in _texts(answer))
    )
    return Row(number, label, texts or [WORDS.not_agreed], bool(texts))


def _divided(row: Row, free: float, card: Card, columns: Columns) -> tuple[Row, Row | None]:
    """Return what of a row `free` lines have room for, and the rest, if any."""
    if row.height <= free:
        return row, None
    kept = int(free)
    if kept < len(row.texts):
        kept = max(min(kept, len(row.texts) - _FEWEST), 1)
    label = f"{row.number}  {card.statement(row.number).label}{_GOING_ON}"
    rest = row._replace(label=lines_of(label, columns.label_metrics, columns.label), texts=row.texts[kept:])
    return row._replace(texts=row.texts[:kept]), rest if rest.texts else None


def _texts(answer: Answer) -> Iterator[str]:
    """Yield the paragraphs of what was agreed."""
    for paragraph in answer.note.splitlines():
        if paragraph.strip():
            yield one_line(paragraph)
    for label, text in ((WORDS.who, answer.who), (WORDS.due, answer.due)):
        if text.strip():
            yield f"{label}: {one_line(text)}"
