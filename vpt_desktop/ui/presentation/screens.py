"""The screens of this computer, and which of them is the projector."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QRect, QSize
    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

_BUILT_IN = re.compile(r"^(eDP|LVDS|DSI)|built-?in|ingebouwd", re.IGNORECASE)
"""Names of a laptop's built-in screen: on Linux its connector, on macOS words."""


def screens_apart() -> dict[str, QScreen]:
    """Return the screens that are no mirror of another, by name, from left to right.

    Windows gives equal names to equal models: a number is added to these.
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
    """Return the name of the audience's screen: not the built-in one, preferably not the primary one."""
    primary = QGuiApplication.primaryScreen().geometry()
    return min(
        screens,
        key=lambda name: (bool(_BUILT_IN.search(name)), screens[name].geometry() == primary),
    )


def screen_of(window: QWidget, screens: dict[str, QScreen]) -> str | None:
    """Return the name of the screen that shows most of a window, or None."""

    def shared(name: str) -> int:
        part: QRect = screens[name].geometry().intersected(window.frameGeometry())
        return part.width() * part.height()

    best = max(screens, key=shared, default=None)
    return best if best is not None and shared(best) else None


def size_of_screen(window: QWidget) -> QSize:
    """Return the available size of the screen that shows most of a window; without one, the window's size."""
    screens = screens_apart()
    name = screen_of(window, screens)
    return window.size() if name is None else screens[name].availableSize()
