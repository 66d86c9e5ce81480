"""The score as a big numeral above a scale of ten cells, with the three bands marked under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from vpt_desktop.domain.card import STATEMENT_COUNT
from vpt_desktop.override import override
from vpt_desktop.ui.widgets.rounded_box import draw_rounded_box
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from vpt_desktop.domain.card import Card

# Sizes, in units of the text size:
_NUMERAL = 4.4
_UNIT_TEXT = 1.35
_CELL_HEIGHT = 1.6
_CELL_GAP = 0.25
_BAND_GAP = 0.35
_BAND_LINE = 0.22
BAND_LABEL = 0.9
"""The smallest text."""

_LINE = 1.35
_CLEAR = 0.2
"""At least, between what is drawn above, in and below the cells."""
_CAP_HEIGHT = 0.67
"""Of the typeface's figures, in units of their own size."""


class _Places(NamedTuple):
    """Where the parts of a meter are."""

    numeral: QRect
    cells: list[QRectF]
    bands: QRect


class ScoreMeter(QLabel):
    """A label that draws the score as the card counts, and is named by it.

    No progress bar: a screen reader would say each value of that in per cent.
    With `scale_only` the numeral is left to others.
    """

    def __init__(self, card: Card, parent: QWidget | None = None, *, scale_only: bool = False) -> None:
        super().__init__(parent)
        self._card = card
        self._numeral = 0 if scale_only else _NUMERAL
        self._value = 0
        self._then: int | None = None
        self._places_kept: _Places | None = None
        self._places_for: tuple[int, float] | None = None
        """The width and the text size of the places that are kept."""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._set_name()

    def value(self) -> int:
        """Return the score, 0-10."""
        return self._value

    def setValue(self, value: int) -> None:  # noqa: N802  as in every Qt widget with a value
        """Show another score, 0-10."""
        if value == self._value:
            return
        before, self._value = self._value, value
        self._set_name()
        places = self._places
        self.update(places.numeral)
        for cell in places.cells[min(before, value) : max(before, value)]:
            self.update(cell.toAlignedRect())
        if self._card.band(before) != self._card.band(value):
            self.update(places.bands)

    def mark(self, then: int | None) -> None:
        """Mark the score of the previous scan, 0-10, or none."""
        if then != self._then:
            self._then = then
            self._set_name()
            self.update()

    def _set_name(self) -> None:
        then = "" if self._then is None else f", vorige keer {self._then}"
        self.setAccessibleName(f"Score: {self._value} {WORDS.out_of}{then}")

    @override
    def sizeHint(self) -> QSize:
        height = self._cell_top + _CELL_HEIGHT + _BAND_GAP + _BAND_LINE + _LINE
        return QSize(round(18 * self._em), round(height * self._em))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(round(12 * self._em), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        region = event.region()  # a tick changes one cell
        places = self._places
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._numeral and region.intersects(places.numeral):
            self._draw_numeral(painter)
        for score, cell in enumerate(places.cells, 1):
            if region.intersects(cell.toAlignedRect()):
                self._draw_cell(painter, cell, filled=score <= self._value)
        if region.intersects(places.bands):
            self._draw_bands(painter)
        if self._then is not None:
            self._draw_mark(painter, self._then)

    def _draw_numeral(self, painter: QPainter) -> None:
        font = self._font(self._numeral, bold=True)
        metrics = QFontMetricsF(font)
        text = str(self._value)
        base = (self._numeral * _CAP_HEIGHT + 0.15) * self._em
        painter.setFont(font)
        painter.setPen(self._colour(QPalette.ColorRole.WindowText))
        painter.drawText(QPointF(0, base), text)
        painter.setFont(self._font(_UNIT_TEXT))
        painter.setPen(self._colour(QPalette.ColorRole.PlaceholderText))
        left = metrics.horizontalAdvance(text) + self._em / 2
        painter.drawText(QPointF(left, base), WORDS.out_of)

    def _draw_cell(self, painter: QPainter, cell: QRectF, *, filled: bool) -> None:
        radius = min(_CELL_GAP * self._em, cell.height() / 5)
        if filled:
            accent = self._colour(QPalette.ColorRole.Highlight)
            draw_rounded_box(painter, cell, radius, 0, accent, accent)
        else:
            edge, base = self._colour(QPalette.ColorRole.Dark), self._colour(QPalette.ColorRole.Base)
            draw_rounded_box(painter, cell, radius, self._em / 8, edge, base)

    def _draw_bands(self, painter: QPainter) -> None:
        line_top = self._cell_top + _CELL_HEIGHT + _BAND_GAP
        label_top = line_top + _BAND_LINE
        for band in self._card.bands:
            scores = self._card.scores(band)
            here = self._value in scores
            colour = self._colour(QPalette.ColorRole.Highlight if here else QPalette.ColorRole.Dark)
            first = max(scores[0], 1)  # there is no cell for 0 points
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)  # not fillRect: at its first use PySide makes all of QGradient
            painter.drawRect(self._span(first, scores[-1], line_top, _BAND_LINE if here else _BAND_LINE / 3))
            painter.setFont(self._font(BAND_LABEL, bold=here))
            painter.setPen(
                self._colour(QPalette.ColorRole.WindowText if here else QPalette.ColorRole.PlaceholderText),
            )
            label = f"{scores[0]}–{scores[-1]}"  # noqa: RUF001  a range of numbers takes an en dash
            self._draw_label(painter, label, self._span(first, scores[-1], label_top, _LINE))

    def _draw_mark(self, painter: QPainter, then: int) -> None:
        """Draw a triangle that points at the end of the last cell of the previous score."""
        cell = self._span(then, then, self._cell_top, 0)
        half = self._em * 0.35
        x = min(max(cell.right(), half), self.width() - half)
        bottom = (self._cell_top + _CELL_HEIGHT - self._cell_height) * self._em - self._em / 8
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(QPalette.ColorRole.WindowText))
        top = bottom - 1.4 * half
        painter.drawPolygon([QPointF(x - half, top), QPointF(x + half, top), QPointF(x, bottom)])

    def _draw_label(self, painter: QPainter, text: str, place: QRectF) -> None:
        """Draw a text in the middle of its place: on a narrow scale wider than that, but never cut."""
        width = painter.fontMetrics().horizontalAdvance(text)
        if width > place.width():
            place.setLeft(max(0, min(place.center().x() - width / 2, self.width() - width)))
            place.setWidth(width)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)

    @property
    def _places(self) -> _Places:
        key = self.width(), self._em
        if self._places_kept is None or key != self._places_for:
            em, width = self._em, self.width()
            bottom = self._cell_top + _CELL_HEIGHT
            height = self._cell_height
            below = _BAND_GAP + _BAND_LINE + _LINE
            scores = range(1, STATEMENT_COUNT + 1)
            self._places_kept = _Places(
                QRectF(0, 0, width, (self._cell_top - _CLEAR) * em).toAlignedRect(),
                [self._span(score, score, bottom - height, height) for score in scores],
                QRectF(0, (bottom + _CLEAR) * em, width, below * em).toAlignedRect(),
            )
            self._places_for = key
        return self._places_kept

    def _span(self, first: int, last: int, top: float, height: float) -> QRectF:
        """Return the place of cells `first` to `last` (1-10); `top` and `height` in text sizes."""
        gap = _CELL_GAP * self._em
        pitch = (self.width() + gap) / STATEMENT_COUNT
        return QRectF(
            (first - 1) * pitch, top * self._em, (last - first + 1) * pitch - gap, height * self._em
        )

    def _font(self, size: float, *, bold: bool = False) -> QFont:
        font = self.font()
        font.setPixelSize(max(1, round(size * self._em)))
        font.setBold(bold)
        return font

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)

    @property
    def _cell_top(self) -> float:
        return self._numeral and self._numeral * _CAP_HEIGHT + 1

    @property
    def _cell_height(self) -> float:
        """The height of a cell, which is never taller than wide."""
        return min(_CELL_HEIGHT, self._span(1, 1, 0, 0).width() / self._em)

    @property
    def _em(self) -> float:
        return self.fontInfo().pixelSize()
