"""The slides after the result: rows of a label and its texts, as many as fit."""

from __future__ import annotations

import re
from itertools import chain
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from vpt_desktop.domain.card import STATEMENT_COUNT
from vpt_desktop.ui.presentation.lines import Lines
from vpt_desktop.ui.presentation.rows import GAP, Columns, Part, pages_of, unbroken
from vpt_desktop.ui.widgets import slide_size
from vpt_desktop.ui.widgets.accessible_role import make_heading
from vpt_desktop.ui.widgets.line_breaks import lines_of
from vpt_desktop.ui.widgets.slide_size import inside_margins, pixels, set_text_size, slide_height, text_sizes

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from vpt_desktop.domain.slide_show import SlideShow
    from vpt_desktop.ui.presentation.deck import Deck
    from vpt_desktop.ui.presentation.rows import Row

_LABEL_SHARE = 0.34
"""Part of the width for the labels."""

_TITLE = 1 / 16
_LARGEST_TEXT = 1 / 20

_NUMBER = re.compile(r"(?<=\d) (?=[a-z])")
"""The space between a number and what it counts."""

_MOST_TO_ENLARGE = 4
"""Slides: dividing the longest texts anew for each size would take too long."""


class _Division(NamedTuple):
    """A part in the largest text that takes no more slides than the smallest."""

    text_size: int
    pages: list[list[Row]]


class RowsSlide(QWidget):
    """Slide with as many rows of a part as fit, in the largest text that takes no more slides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        plain = Qt.TextFormat.PlainText
        self._title = QLabel(self)
        make_heading(self._title)
        self._place = QLabel(self)
        self._place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self._intro = Lines(self, textFormat=plain)
        self._rows = [
            (Lines(self, textFormat=plain), Lines(self, textFormat=plain)) for _ in range(STATEMENT_COUNT)
        ]
        self._divided: dict[Part, _Division] = {}
        self._divided_for: QSize | None = None
        self._part = Part("", ())
        self._page = 0
        self._covered = 0
        self._text_size = 1

    def divided(self, part: Part, deck: Deck) -> list[list[Row]]:
        """Return the rows on each of the slides that a part of `deck` takes."""
        if self._divided_for != self.size():
            self._divided.clear()
            self._divided_for = self.size()
        if part not in self._divided:
            self._divided = {each: self._divided[each] for each in deck.parts if each in self._divided}
            self._divided[part] = self._divide(part)
        return self._divided[part].pages

    def show_at(self, show: SlideShow, deck: Deck) -> None:
        """Show the slide of `show`, which is one of those with a part of `deck`."""
        self._part, self._page = deck.at(show)
        if self.accessibleName() != self._part.title:
            self.setAccessibleName(self._part.title)
        self.divided(self._part, deck)
        self.lay_out()

    def set_covered(self, covered: int) -> None:
        """Show no row that reaches into the lowest `covered` pixels; of the first one, as much as fits."""
        if covered != self._covered:
            self._covered = covered
            self.lay_out()

    def _divide(self, part: Part) -> _Division:
        """Divide a part over as few slides as the smallest text takes."""
        height = slide_height(self.size())
        smallest = pixels(slide_size.SMALLEST, height)
        fewest = self._pages_in(smallest, part)
        if len(fewest) <= _MOST_TO_ENLARGE:
            for size in text_sizes(pixels(_LARGEST_TEXT, height)):
                pages = self._pages_in(max(size, smallest), part)
                if len(pages) == len(fewest):
                    return _Division(max(size, smallest), pages)
        return _Division(smallest, fewest)

    def _pages_in(self, size: int, part: Part) -> list[list[Row]]:
        self._text_size = size
        return pages_of(part.items, self._columns(part), self._room(part))

    @property
    def _pages(self) -> list[list[Row]]:
        division = self._divided.get(self._part)
        return division.pages if division is not None else []

    def sentences(self) -> str:
        """Return what a screen reader says of the page in sight."""
        title = f"{self._part.title}, {self._place.text()}." if self._place.text() else f"{self._part.title}."
        rows = (f"{' '.join(row.label)}: {_joined(row)}" for row in self._pages[self._page])
        return " ".join((title, *filter(None, (self._part.intro,)), *rows))

    def forget_pages(self) -> None:
        """Divide everything anew when it is next asked for: the size of the text is another."""
        self._divided.clear()

    def lay_out(self) -> None:
        """Set the text, size and place of every part of the page."""
        height, inside = slide_height(self.size()), inside_margins(self)
        small = pixels(slide_size.SMALLEST, height)
        set_text_size(self._title, pixels(_TITLE, height), bold=True)
        set_text_size(self._place, small)
        head = QRect(inside)
        head.setHeight(self._title.sizeHint().height())
        counted = f"{self._page + 1} van {len(self._pages)}" if len(self._pages) > 1 else ""
        self._place.setText(self._part.place or counted)
        self._place.setVisible(bool(self._place.text()))
        self._title.setText(self._part.title)
        place = self._place.sizeHint().width() if self._place.text() else 0
        self._title.setGeometry(head.adjusted(0, 0, -place, 0))
        self._place.setGeometry(head.adjusted(head.width() - place, 0, 0, 0))
        if self._part in self._divided:
            self._text_size = self._divided[self._part].text_size
        top = self._lay_out_rows(self._lay_out_intro(head.bottom() + 1 + small // 2))
        self.lay_out_foot(top)

    def lay_out_foot(self, top: int) -> None:
        """Place what stands under the rows, `top` pixels from above."""

    def _lay_out_intro(self, top: int) -> int:
        """Place the paragraph under the title, if there is one; return where the rows begin."""
        lines = self._intro_lines(self._part)
        self._intro.setVisible(bool(lines))
        if not lines:
            return top
        inside = inside_margins(self)
        set_text_size(self._intro, self._text_size)
        self._intro.setText("\n".join(lines))
        self._intro.setAccessibleName(self._part.intro)
        height = ceil(len(lines) * self._line)
        self._intro.setGeometry(inside.left(), top, inside.width() + 1, height)
        return top + round((len(lines) + GAP) * self._line)

    def _lay_out_rows(self, top: int) -> int:
        """Place the rows of the page from `top` on; return where they end."""
        columns = self._columns(self._part)
        rows = self._pages[self._page] if self._page < len(self._pages) else []
        free = (self.height() - self._covered - top) / self._line
        for place, (label, text) in enumerate(self._rows):
            row = rows[place] if place < len(rows) else None
            in_sight = row is not None and (not self._covered or place == 0 or row.height <= free)
            label.setVisible(in_sight)
            text.setVisible(in_sight)
            if row is not None:
                most = max(1, int(free)) if self._covered else row.height
                self._show_row(row.upper(most), (label, text), top, columns)
                top += round((row.height + GAP) * self._line)
                free -= row.height + GAP  # below 0 from the first row on that does not fit
        return top

    def _show_row(self, row: Row, widgets: tuple[QLabel, QLabel], top: int, columns: Columns) -> None:
        label, text = widgets
        # By role and not by style sheet: to polish a label brings back the colours from before.
        role = QPalette.ColorRole
        text.setForegroundRole(role.PlaceholderText if row.item.is_quiet else role.WindowText)
        left = inside_margins(self).left()
        text_left = inside_margins(self).right() - round(columns.text)
        for widget, lines, start, width in (
            (label, row.label, left, columns.label),
            (text, row.texts, text_left, columns.text),
        ):
            set_text_size(widget, self._text_size, bold=widget is label)
            widget.setText("\n".join(lines))
            widget.setAccessibleName(" ".join(lines))
            widget.setGeometry(start, top, ceil(width) + 1, ceil(len(lines) * self._line))

    @property
    def _line(self) -> float:
        """The height of a line in pixels."""
        return self._metrics(self._text_size, bold=False).lineSpacing()

    def _room(self, part: Part) -> int:
        """How many lines there is room for under the title and the introduction of a part."""
        height, inside = slide_height(self.size()), inside_margins(self)
        title = self._metrics(pixels(_TITLE, height), bold=True).lineSpacing()
        intro = self._intro_lines(part)
        lines = (inside.height() - title - self._text_size - self.foot) / self._line
        return max(1, int(lines - (len(intro) + GAP if intro else 0)))

    @property
    def foot(self) -> int:
        """The pixels that the rows leave free under them."""
        return 0

    def _intro_lines(self, part: Part) -> list[str]:
        if not part.intro:
            return []
        metrics = self._metrics(self._text_size, bold=False)
        together = _NUMBER.sub("\N{NO-BREAK SPACE}", part.intro)
        return lines_of(together, metrics, inside_margins(self).width())

    def _columns(self, part: Part) -> Columns:
        width = inside_margins(self).width()
        size = self._text_size
        bold = self._metrics(size, bold=True)
        words = chain.from_iterable(unbroken(item.label) for item in part.items)
        label = max(_LABEL_SHARE * width, max(map(bold.horizontalAdvance, words), default=0) + size)
        return Columns(label - size, width - label, bold, self._metrics(size, bold=False))

    def _metrics(self, size: int, *, bold: bool) -> QFontMetricsF:
        font = QFont(self.font())
        font.setPixelSize(max(1, size))
        font.setBold(bold)
        return QFontMetricsF(font)


def _joined(row: Row) -> str:
    """Return the texts of a row as a sentence."""
    text = " ".join(row.texts)
    return text if text.endswith(".") else f"{text}."
