"""The screens of this computer: which is the laptop's own, which the projector."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QRect, QSize
    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

_BUILT_IN = re.compile(r"^(eDP|LVDS|DSI)|built-?in|ingebouwd", re.IGNORECASE)
"""How the systems call the screen that a laptop has of its own: Linux by its connector, macOS in words."""


def screens_apart() -> dict[str, QScreen]:
    """Return the screens that show something of their own, by name, from left to right.

    Windows gives equal names to equal models: a number tells them apart.
    """
    apart: dict[str, QScreen] = {}
    # Never window.screen(), which PySide6 frees with the window.
    for screen in sorted(QGuiApplication.screens(), key=lambda screen: screen.geometry().topLeft().toTuple()):
        if any(screen.geometry().intersects(other.geometry()) for other in apart.values()):
            continue
        name, number = screen.name() or "Scherm", 2
        while name in apart:
            name, number = f"{screen.name() or 'Scherm'} {number}", number + 1
        apart[name] = screen
    return apart


def projector_among(screens: dict[str, QScreen]) -> str:
    """Return the name of the screen for the room: not the laptop's own, and rather not the primary one."""
    primary = QGuiApplication.primaryScreen().geometry()
    return min(
        screens,
        key=lambda name: (bool(_BUILT_IN.search(name)), screens[name].geometry() == primary),
    )


def screen_of(window: QWidget, screens: dict[str, QScreen]) -> str | None:
    """Return the name of the screen on which most of a window lies, or None."""

    def shared(name: str) -> int:
        part: QRect = screens[name].geometry().intersected(window.frameGeometry())
        return part.width() * part.height()

    best = max(screens, key=shared, default=None)
    return best if best is not None and shared(best) else None


def size_of_screen(window: QWidget) -> QSize:
    """Return what a window can take of the screen that most of it lies on; its own size if there is none."""
    screens = screens_apart()
    name = screen_of(window, screens)
    return window.size() if name is None else screens[name].availableSize()
