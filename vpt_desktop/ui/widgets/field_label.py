"""The label of a text field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from vpt_desktop.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget


class FieldLabel(QLabel):
    """Label of a field, which has its accessible name; a click on it gives the field the keyboard focus."""

    def __init__(self, name: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setObjectName("secondary")
        self.setBuddy(field)
        self.name_field(field.accessibleName())

    def name_field(self, name: str) -> None:
        """Give field and label one name for a screen reader, which would read both otherwise."""
        self.buddy().setAccessibleName(name)
        self.setAccessibleName(name)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(event.button() == Qt.MouseButton.LeftButton)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.buddy().setFocus(Qt.FocusReason.MouseFocusReason)
