"""Label with lines at an equal distance."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel

from vpt_desktop.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_SEPARATOR = "\N{LINE SEPARATOR}"
"""Ends a line and no paragraph: a writing direction that is isolated is so over several lines."""


class Lines(QLabel):
    """Label of plain text whose lines are as high as its typeface asks.

    Qt makes a line higher that has a character of another typeface in it, such as an emoji or a foreign
    letter, and the last lines would not fit in the room for so many.
    """

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        self._layout().draw(painter, QPointF(), [])

    def _layout(self) -> QTextLayout:
        metrics = QFontMetricsF(self.font())
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout = QTextLayout(self.text().replace("\n", _SEPARATOR), self.font())
        layout.setTextOption(option)
        layout.beginLayout()
        for place in count():
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self.width())
            line.setPosition(QPointF(0, place * metrics.lineSpacing() + metrics.ascent() - line.ascent()))
        layout.endLayout()
        return layout
