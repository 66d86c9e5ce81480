"""A row of widgets that wraps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from vpt_desktop.override import override

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent


class WrappingRow(QWidget):
    """Row of widgets, the first the widest if it is `stretched`; a column where the row does not fit."""

    def __init__(
        self, widgets: Iterable[QWidget], parent: QWidget | None = None, *, stretched: bool = True
    ) -> None:
        super().__init__(parent)
        self._widgets = tuple(widgets)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for widget in self._widgets:
            self._row.addWidget(widget)
        if stretched:
            self._row.setStretchFactor(self._widgets[0], 1)
        else:
            self._row.setAlignment(Qt.AlignmentFlag.AlignLeft)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = sum(widget.sizeHint().width() + self._row.spacing() for widget in self._widgets)
        fits = needed - self._row.spacing() <= self.width()
        # The layout's own least width would otherwise keep the window from getting narrower again.
        self.setMinimumWidth(max(widget.minimumSizeHint().width() for widget in self._widgets))
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom,
        )
