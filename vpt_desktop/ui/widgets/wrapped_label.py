"""Label for typed text, which breaks a word only where that is wider than a whole line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel, QWidget

from vpt_desktop.override import override
from vpt_desktop.ui.widgets.line_breaks import lines_of

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_LEAST_WIDTH = 6
"""Of a column, in characters: it may be narrower than a word."""

_SLACK = 1
"""Pixels that Qt may round up."""

_WIDTHS_KEPT = 8


class WrappedLabel(QLabel):
    """Label of plain text that breaks its lines anew for each width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._whole = ""
        self._broken_at: dict[int, str] = {}
        """The text as it is broken at a width, in pixels: layouts ask for the same few again and again."""

    def show_text(self, text: str) -> None:
        """Show another text, and let assistive technology read it in one piece."""
        if text == self._whole:
            return
        self._whole = text
        self._broken_at.clear()
        self.setAccessibleName(text)
        self._break_lines()

    @override
    def minimumSizeHint(self) -> QSize:
        around = self.width() - self.contentsRect().width()
        return QSize(
            _LEAST_WIDTH * self.fontMetrics().averageCharWidth() + around, super().sizeHint().height()
        )

    @override
    def heightForWidth(self, width: int) -> int:
        around = self.size() - self.contentsRect().size()
        room = QRect(0, 0, width - around.width(), 1)
        text = self._broken(room.width())
        return self.fontMetrics().boundingRect(room, int(self.alignment()), text).height() + around.height()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break_lines()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._broken_at.clear()
            self._break_lines()

    def _break_lines(self) -> None:
        self.setText(self._broken(self.contentsRect().width()))

    def _broken(self, width: int) -> str:
        if width not in self._broken_at:
            if len(self._broken_at) == _WIDTHS_KEPT:
                self._broken_at.clear()
            lines = lines_of(self._whole, QFontMetricsF(self.font()), width - _SLACK)
            self._broken_at[width] = "\n".join(lines)
        return self._broken_at[width]
