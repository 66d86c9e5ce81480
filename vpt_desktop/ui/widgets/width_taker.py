"""A label that is laid out for the width that it gets, and for no other."""

from __future__ import annotations

from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel

from vpt_desktop.override import override
from vpt_desktop.ui.widgets.given_width import GivenWidth

if TYPE_CHECKING:
    from collections.abc import Callable

_SIZES_KEPT = 64


class WidthTaker(GivenWidth, QLabel):
    """Text in whatever width it gets, laid out for that only.

    Qt would look for a good width by laying it out at a dozen, and again whenever anything beside it changes.
    """

    def __init__(self, text_format: Qt.TextFormat = Qt.TextFormat.PlainText, *, indent: int = 0) -> None:
        super().__init__(wordWrap=True, textFormat=text_format, indent=indent)
        self._words: list[str] = []
        self._sizes: dict[tuple[str, int], int] = {}
        """Of a text the height at a width, and at 0 the least width: the same few texts take turns."""

    def show_text(self, text: str, plain: str = "") -> None:
        """Show another text; if that is HTML, `plain` has the same words."""
        if text != self.text():
            self._words = (plain or text).split()
            self.setText(text)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._kept(0, self._longest_word), 0)

    @override
    def heightForWidth(self, width: int) -> int:
        return self._kept(width, partial(super().heightForWidth, width))

    @override
    def changeEvent(self, event: QEvent) -> None:
        self._sizes.clear()
        super().changeEvent(event)

    def _kept(self, width: int, measure: Callable[[], int]) -> int:
        key = self.text(), width
        if key not in self._sizes:
            if len(self._sizes) == _SIZES_KEPT:
                self._sizes.clear()
            self._sizes[key] = measure()
        return self._sizes[key]

    def _longest_word(self) -> int:
        width = max(map(QFontMetricsF(self.font()).horizontalAdvance, self._words), default=0)
        return ceil(width) + self.indent()
