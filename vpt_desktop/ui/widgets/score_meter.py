"""The score as a big numeral above a scale of ten cells, with the three bands marked under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
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
_CAP_HEIGHT = 0.67
"""Of the typeface's figures, in units of their own size."""


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
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setValue(0)

    def value(self) -> int:
        """Return the score, 0-10."""
        return self._value

    def setValue(self, value: int) -> None:  # noqa: N802  as in every Qt widget with a value
        """Show another score, 0-10."""
        self._value = value
        self._show()

    def mark(self, then: int | None) -> None:
        """Mark the score of the previous scan, 0-10, or none."""
        self._then = then
        self._show()

    def _show(self) -> None:
        then = "" if self._then is None else f", vorige keer {self._then}"
        self.setAccessibleName(f"Score: {self._value} {WORDS.out_of}{then}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        height = self._cell_top + _CELL_HEIGHT + _BAND_GAP + _BAND_LINE + _LINE
        return QSize(round(18 * self._em), round(height * self._em))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(round(12 * self._em), self.sizeHint().height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._numeral:
            self._draw_numeral(painter)
        self._draw_cells(painter)
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

    def _draw_cells(self, painter: QPainter) -> None:
        stroke, height = self._em / 8, self._cell_height
        top = self._cell_top + _CELL_HEIGHT - height
        radius = min(_CELL_GAP, height / 5) * self._em
        accent, edge, base = map(
            self._colour, (QPalette.ColorRole.Highlight, QPalette.ColorRole.Dark, QPalette.ColorRole.Base)
        )
        for score in range(1, STATEMENT_COUNT + 1):
            cell = self._span(score, score, top, height)
            if score <= self._value:
                draw_rounded_box(painter, cell, radius, 0, accent, accent)
            else:
                draw_rounded_box(painter, cell, radius, stroke, edge, base)

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
