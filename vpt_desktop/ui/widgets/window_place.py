"""Place of the main window on the screen: as it was left, or else as tall as the screen allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# In units of the text size:
_WIDTH = 104
"""Statements of some 90 characters on a line, and beside them the open points by name."""
_LOWEST = 58
_TITLE_BAR = 1.6
"""A guess; at the first mention of QStyle, which knows, PySide makes ten enumerations."""

_NEARLY = 0.9
"""Part of the screen from which on a window is maximised instead."""


def put_in_place(window: QWidget, left: bytes) -> None:
    """Give a window that is not shown yet the place in which it was left, kept on the screens there are.

    Args:
        window: has its final text size.
        left: what `place_of` returned; where that is empty or damaged, the window gets the whole height
            of the primary screen, or all of a screen that is small for it.
    """
    if left and window.restoreGeometry(left):
        return
    available = QGuiApplication.primaryScreen().availableGeometry()
    text_size = window.fontInfo().pixelSize()
    title_bar = round(_TITLE_BAR * text_size)
    wanted = QSize(_WIDTH * text_size, available.height() - 2 * title_bar)
    size = wanted.boundedTo(available.size())
    window.resize(size)
    window.move(available.x() + (available.width() - size.width()) // 2, available.y() + title_bar // 2)
    if size.width() > _NEARLY * available.width() or size.height() < _LOWEST * text_size:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def place_of(window: QWidget) -> bytes:
    """Return position, size and state of a window."""
    return bytes(window.saveGeometry().data())
