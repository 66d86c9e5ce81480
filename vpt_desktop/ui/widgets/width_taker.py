"""A label that is laid out for the width that it gets, and for no other."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel

from vpt_desktop.override import override
from vpt_desktop.ui.widgets.given_width import GivenWidth

_HEIGHTS_KEPT = 32


class WidthTaker(GivenWidth, QLabel):
    """Text in whatever width it gets, laid out for that only.

    Qt would look for a good width by laying it out at a dozen, and again whenever anything beside it changes.
    """

    def __init__(self, text_format: Qt.TextFormat = Qt.TextFormat.PlainText) -> None:
        super().__init__(wordWrap=True, textFormat=text_format)
        self._words: list[str] = []
        self._least: float | None = None
        """The width of the longest word in the present font; None until it is asked for."""
        self._heights: dict[tuple[str, int], int] = {}
        """By text and width, since few texts take turns."""

    def show_text(self, text: str, plain: str = "") -> None:
        """Show another text; if that is HTML, `plain` has the same words."""
        if text == self.text():
            return
        self._words = (plain or text).split()
        self._least = None
        self.setText(text)

    @override
    def minimumSizeHint(self) -> QSize:
        if self._least is None:
            self._least = max(map(QFontMetricsF(self.font()).horizontalAdvance, self._words), default=0)
        return QSize(ceil(self._least) + max(self.indent(), 0), 0)

    @override
    def heightForWidth(self, width: int) -> int:
        key = self.text(), width
        if key not in self._heights:
            if len(self._heights) == _HEIGHTS_KEPT:
                self._heights.clear()
            self._heights[key] = super().heightForWidth(width)
        return self._heights[key]

    @override
    def changeEvent(self, event: QEvent) -> None:
        self._least = None
        self._heights.clear()
        super().changeEvent(event)
