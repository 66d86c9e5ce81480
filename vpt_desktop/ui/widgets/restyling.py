"""The style sheet, evaluated again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def restyle(widget: QWidget) -> None:
    """Apply the style sheet to a widget whose properties have changed.

    Without its style(): as soon as one gets to Python, PySide makes ten enumerations of 566 names.
    """
    QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.Polish))
