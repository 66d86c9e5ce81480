"""The slides after the result: the open points, with what was agreed on each."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from vpt_desktop.domain.card import STATEMENT_COUNT
from vpt_desktop.ui.presentation.agreement_rows import GAP, Columns, pages_of
from vpt_desktop.ui.widgets import slide_size
from vpt_desktop.ui.widgets.accessible_role import make_heading
from vpt_desktop.ui.widgets.slide_size import inside_margins, pixels, set_text_size, slide_height, text_sizes
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.scan import Answer, Scan
    from vpt_desktop.ui.presentation.agreement_rows import Row

_LABEL_SHARE = 0.34
"""Part of the width for the short labels of the statements."""

_TITLE = 1 / 16
_LARGEST_TEXT = 1 / 20

_MOST_TO_ENLARGE = 4
"""Slides: dividing the longest texts anew for each size would take too long."""


class AgreementsSlide(QWidget):
    """Slide with as many of the open points as fit, in the largest text that takes no more slides."""

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._title = QLabel(WORDS.open_points, self)
        make_heading(self._title)
        self._place = QLabel(self)
        self._place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        plain = Qt.TextFormat.PlainText
        self._rows = [
            (QLabel(self, textFormat=plain), QLabel(self, textFormat=plain)) for _ in range(STATEMENT_COUNT)
        ]
        self._divided: tuple[tuple[Answer, ...], QSize] | None = None
        """The answers that are divided over pages, and for which size."""
        self._pages: list[list[Row]] = []
        self._page = 0
        self._covered = 0
        self._text_size = 1

    def pages(self, scan: Scan) -> tuple[tuple[int, ...], ...]:
        """Return the numbers (1-10) of the open points on each of the slides that `scan` takes."""
        divided = scan.answers, self.size()
        if divided != self._divided:
            self._divided = divided
            self._divide(scan)
        return tuple(tuple(row.number for row in page) for page in self._pages)

    def show_page(self, page: int, scan: Scan) -> None:
        """Show one of the pages (from 0 on) of `scan`."""
        self.pages(scan)
        self._page = page
        self.lay_out()

    def set_covered(self, covered: int) -> None:
        """Show no row that reaches into the lowest `covered` pixels; of the first one, as much as fits."""
        if covered != self._covered:
            self._covered = covered
            self.lay_out()

    def _divide(self, scan: Scan) -> None:
        """Divide the open points over as few slides as the smallest text takes."""
        height = slide_height(self.size())
        smallest = pixels(slide_size.SMALLEST, height)
        self._text_size = smallest
        self._pages = fewest = pages_of(scan, self._card, self._columns, self._room)
        if len(fewest) > _MOST_TO_ENLARGE:
            return
        for size in text_sizes(pixels(_LARGEST_TEXT, height)):
            self._text_size = max(size, smallest)
            self._pages = pages_of(scan, self._card, self._columns, self._room)
            if len(self._pages) == len(fewest):
                break

    def sentences(self) -> str:
        """Return what a screen reader says of the page in sight."""
        rows = self._pages[self._page]
        said = [
            f"{self._title.text()}, {self._place.text()}." if self._place.text() else f"{WORDS.open_points}."
        ]
        said += (f"{' '.join(row.label)}: {' '.join(row.texts)}." for row in rows)
        return " ".join(said)

    def forget_pages(self) -> None:
        """Divide the points anew when they are next asked for: the size of the text is another."""
        self._divided = None

    def lay_out(self) -> None:
        """Set the text, size and place of every part of the page."""
        height, inside = slide_height(self.size()), inside_margins(self)
        small = pixels(slide_size.SMALLEST, height)
        set_text_size(self._title, pixels(_TITLE, height), bold=True)
        set_text_size(self._place, small)
        head = QRect(inside)
        head.setHeight(self._title.sizeHint().height())
        self._place.setText(f"{self._page + 1} van {len(self._pages)}" if len(self._pages) > 1 else "")
        self._place.setVisible(bool(self._place.text()))
        half = head.width() // 2
        self._title.setGeometry(head.adjusted(0, 0, -half, 0))
        self._place.setGeometry(head.adjusted(half, 0, 0, 0))
        top = head.bottom() + 1 + small // 2
        rows = self._pages[self._page] if self._page < len(self._pages) else []
        free = (self.height() - self._covered - top) / self._line
        for place, (label, text) in enumerate(self._rows):
            row = rows[place] if place < len(rows) else None
            in_sight = row is not None and (not self._covered or place == 0 or row.height <= free)
            label.setVisible(in_sight)
            text.setVisible(in_sight)
            if row is not None:
                most = max(1, int(free)) if self._covered else row.height
                self._show_row(row.upper(most), label, text, top)
                top += round((row.height + GAP) * self._line)
                free -= row.height + GAP  # below 0 from the first row on that does not fit

    def _show_row(self, row: Row, label: QLabel, text: QLabel, top: int) -> None:
        # By role and not by style sheet: to polish a label brings back the colours from before.
        role = QPalette.ColorRole
        text.setForegroundRole(role.WindowText if row.is_agreed else role.PlaceholderText)
        columns, left = self._columns, inside_margins(self).left()
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
        return self._columns.text_metrics.lineSpacing()

    @property
    def _room(self) -> int:
        """How many lines there is room for under the title."""
        height, inside = slide_height(self.size()), inside_margins(self)
        title = self._metrics(pixels(_TITLE, height), bold=True).lineSpacing()
        return max(1, int((inside.height() - title - self._text_size) / self._line))

    @property
    def _columns(self) -> Columns:
        width = inside_margins(self).width()
        size = self._text_size
        bold = self._metrics(size, bold=True)
        label = max(_LABEL_SHARE * width, max(map(bold.horizontalAdvance, self._words())) + size)
        return Columns(label - size, width - label, bold, self._metrics(size, bold=False))

    def _words(self) -> Iterator[str]:
        """Yield what of the labels must stay on one line: a word, with the number before it."""
        for number, statement in enumerate(self._card.statements, 1):
            first, *others = statement.label.split()
            yield f"{number} {first}"
            yield from others

    def _metrics(self, size: int, *, bold: bool) -> QFontMetricsF:
        font = QFont(self.font())
        font.setPixelSize(max(1, size))
        font.setBold(bold)
        return QFontMetricsF(font)
