"""Label with lines at an equal distance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QLabel

from vpt_desktop.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Lines(QLabel):
    """Label of plain text whose lines are as high as its typeface asks.

    Qt makes a line higher that has a character of another typeface in it, such as an emoji or a foreign
    letter, and the last lines would not fit in the room for so many.
    """

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        metrics = QFontMetricsF(self.font())
        for place, line in enumerate(self.text().split("\n")):
            painter.drawText(QPointF(0, place * metrics.lineSpacing() + metrics.ascent()), line)
