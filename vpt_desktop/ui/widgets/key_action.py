"""An action of the menus with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject


def key_action(parent: QObject, name: str, key: str, act: Callable[[], object]) -> QAction:
    """Return an action that calls `act` when it is chosen in a menu or by its `key`, as "Ctrl+R"."""
    action = QAction(name, parent)
    action.setShortcut(key)
    action.triggered.connect(act)
    return action
