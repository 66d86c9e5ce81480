"""The tab order of widgets that are made after those around them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_after(before: QWidget, late: QWidget) -> None:
    """Place what Tab reaches in `late` directly after `before`; both are in one window already."""
    for widget in (late, *late.findChildren(QWidget)):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            QWidget.setTabOrder(before, widget)
            before = widget
