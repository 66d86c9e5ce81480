"""Changes after which Qt would paint all of a widget, although only a part of it looks otherwise, or none."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Generator

    from PySide6.QtWidgets import QWidget


@contextmanager
def unseen_change(*widgets: QWidget) -> Generator[None]:
    """Have Qt update none of the widgets for what is done meanwhile; the caller updates what looks otherwise.

    By the attribute: setUpdatesEnabled(True) would itself have all of a widget painted.
    """
    for widget in widgets:
        widget.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled)
    try:
        yield
    finally:
        for widget in widgets:
            widget.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, False)
