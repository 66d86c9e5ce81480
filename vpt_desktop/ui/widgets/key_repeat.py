"""Distinguishing a key press from the repetitions of a held key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence

from vpt_desktop.override import override
from vpt_desktop.ui.widgets.key_places import key_by_place
from vpt_desktop.ui.widgets.window_keys import WindowKeys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent

INSTANT = 30
"""Milliseconds; no hand presses a key again so soon after releasing it."""


class KeyRepeat(WindowKeys):
    """Records which keys repeat in the windows that it watches.

    X11 repeats a held key by a release and a press at one time, which Qt does not always recognise: to a
    shortcut it is then a new press, and no repetition. The time is that of the key, not of its handling: two
    presses that had to wait for a busy machine are handled at once.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._released: dict[str, int] = {}
        self._repeats: dict[str, bool] = {}

    def is_repeat(self, keys: Iterable[str]) -> bool:
        """Return whether a press of one of these keys, now, is a repetition."""
        return any(self._repeats.get(key, False) for key in keys)

    @override
    def on_key(self, event: QKeyEvent) -> bool:
        is_release, time = event.type() == QEvent.Type.KeyRelease, event.timestamp()
        for key in filter(None, (QKeySequence(event.key()), key_by_place(event))):
            name = key.toString()
            self._repeats[name] = not is_release and time - self._released.get(name, -INSTANT) < INSTANT
            if is_release:
                self._released[name] = time
        return False
