"""The row of ten numbers under a statement: the present one, and those that have been shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from vpt_desktop.domain.card import STATEMENT_COUNT
from vpt_desktop.override import override

if TYPE_CHECKING:
    from vpt_desktop.domain.scan import Scan
    from vpt_desktop.domain.slide_show import SlideShow

# In units of the text size:
_DOT = 1.55
_PITCH = 2
_RING = 1.9
_THIN = 0.05
_THICK = 0.09
HEIGHT = _RING + _THICK

_NUMBERS = range(1, STATEMENT_COUNT + 1)


class SlideDots(QWidget):
    """Row of a numbered dot for every statement; a screen reader gets the place from the statement itself.

    Ticks are drawn only in a show with a live score: they would add up to the result.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.statement: int | None = None
        """The number (1-10) of the statement on screen."""
        self._visited: frozenset[int] = frozenset()
        self._ticked: frozenset[int] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_place(self, show: SlideShow, scan: Scan) -> None:
        """Mark the statement that `show` is at, those it has visited and, if the score is live, the ticks."""
        before = [self._look(number) for number in _NUMBERS]
        ticked = set(_NUMBERS).difference(scan.open_points) if show.live else ()
        self.statement, self._visited, self._ticked = show.statement, show.visited, frozenset(ticked)
        for number, look in zip(_NUMBERS, before, strict=True):
            if look != self._look(number):
                self.update(self._place(number))

    def _look(self, number: int) -> tuple[bool, bool, bool]:
        return number == self.statement, number in self._visited, number in self._ticked

    def _place(self, number: int) -> QRect:
        """Return where the dot of `number` (1-10) is, with its ring."""
        return self._circle(number, HEIGHT).toAlignedRect()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._pixels((STATEMENT_COUNT - 1) * _PITCH + _RING), self._pixels(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in _NUMBERS:
            if event.region().intersects(self._place(number)):
                self._draw_dot(painter, number)

    def _draw_dot(self, painter: QPainter, number: int) -> None:
        colour = self.palette().color
        visited, ticked = number in self._visited, number in self._ticked
        ink = colour(QPalette.ColorRole.WindowText if visited else QPalette.ColorRole.PlaceholderText)
        fill, edge, text = (
            (colour(QPalette.ColorRole.Highlight),) * 2 + (colour(QPalette.ColorRole.HighlightedText),)
            if ticked
            else (QColor(Qt.GlobalColor.transparent), ink, ink)
        )
        painter.setBrush(fill)
        painter.setPen(QPen(edge, self._pixels(_THICK if visited else _THIN)))
        circle = self._circle(number, _DOT - _THICK)
        painter.drawEllipse(circle)
        font = self.font()
        font.setBold(visited)
        painter.setFont(font)
        painter.setPen(text)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(number))
        if number == self.statement:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(QPalette.ColorRole.WindowText), self._pixels(_THICK)))
            painter.drawEllipse(self._circle(number, _RING - _THICK))

    def _circle(self, number: int, diameter: float) -> QRectF:
        em = self.fontInfo().pixelSize()
        centre = ((number - 1) * _PITCH + _RING / 2) * em
        radius = diameter * em / 2
        return QRectF(centre - radius, self.height() / 2 - radius, 2 * radius, 2 * radius)

    def _pixels(self, ems: float) -> int:
        return round(ems * self.fontInfo().pixelSize())
