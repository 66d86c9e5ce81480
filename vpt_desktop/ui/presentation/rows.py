"""Rows of a label and its texts in lines, and their division over slides."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from vpt_desktop.ui.widgets.line_breaks import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFontMetricsF

GAP = 0.5
"""Lines between two rows."""

_FEWEST = 3
"""Lines of a text that is continued on the next slide, and of what is continued there."""

_GOING_ON = " (vervolg)"


class Item(NamedTuple):
    """What is to be shown in a row."""

    number: int
    """Of the statement (1-10) that it is about, by which a slide is known."""

    label: str
    texts: tuple[str, ...]
    """A paragraph each."""

    is_quiet: bool = False
    """Whether it says that there is nothing."""


class Part(NamedTuple):
    """What one or more slides show, which are only for that."""

    title: str
    items: tuple[Item, ...]
    intro: str = ""
    """A paragraph under the title."""

    place: str = ""
    """Which of several it is; otherwise the slides are counted."""


class Columns(NamedTuple):
    """Widths of the two columns in pixels, and the metrics of their typefaces."""

    label: float
    text: float
    label_metrics: QFontMetricsF
    text_metrics: QFontMetricsF


class Row(NamedTuple):
    """An item on a slide, or as much of it as that has room for."""

    item: Item
    label: list[str]
    texts: list[str]
    """Both in lines."""

    @property
    def height(self) -> int:
        """How many lines the row takes, without the gap to the next one."""
        return max(len(self.label), len(self.texts))

    def upper(self, lines: int) -> Row:
        """Return the row with at most so many lines of its texts."""
        return self._replace(texts=self.texts[:lines])


def pages_of(items: tuple[Item, ...], columns: Columns, room: int) -> list[list[Row]]:
    """Return the rows of each slide that has room for `room` lines; none if there are no items."""
    pages: list[list[Row]] = []
    free = 0.0
    for item in items:
        texts = list(
            chain.from_iterable(lines_of(text, columns.text_metrics, columns.text) for text in item.texts)
        )
        label = lines_of(item.label, columns.label_metrics, columns.label)
        done = 0
        while True:
            height = max(len(label), len(texts) - done)
            if height > free and (height <= room or free < _FEWEST + len(label)):
                pages.append([])
                free = room
            part = Row(item, label, texts[done : done + _kept(len(texts) - done, height, free)])
            pages[-1].append(part)
            free -= part.height + GAP
            if done == 0:
                label = lines_of(item.label + _GOING_ON, columns.label_metrics, columns.label)
            done += len(part.texts)
            if done == len(texts):
                break
    return pages


def unbroken(label: str) -> Iterator[str]:
    """Yield what of a label must stay on one line: a word, with the number before it."""
    words = iter(label.split())
    for word in words:
        yield f"{word} {next(words, '')}".strip() if word.isdigit() else word


def _kept(lines: int, height: int, free: float) -> int:
    """Return how many of so many lines of texts stand on a slide that has room for `free`.

    Args:
        lines: of the texts, as far as they are not on an earlier slide.
        height: of the row that they are in, in lines.
        free: the lines that there is room for.
    """
    kept = int(free)
    if height <= free or kept >= lines:
        return lines
    return max(min(kept, lines - _FEWEST), 1)
