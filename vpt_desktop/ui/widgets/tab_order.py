"""The tab order of widgets that are made after those around them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_after(before: QWidget, late: QWidget) -> None:
    """Place what Tab reaches in `late` after `before`; both are in one window already."""
    around: QWidget | None = before
    while around is not None and not _is_reached(around):  # of this one Qt would take the last child
        around = around.previousInFocusChain()
    before = around or before
    for widget in (late, *late.findChildren(QWidget)):
        if _is_reached(widget):
            QWidget.setTabOrder(before, widget)
            before = widget


def _is_reached(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
