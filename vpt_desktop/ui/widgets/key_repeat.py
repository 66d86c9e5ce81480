"""Distinguishing a key press from the repetitions of a held key."""

from __future__ import annotations

from time import monotonic
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

INSTANT = 0.03
"""Seconds; no hand presses a key again so soon after releasing it."""


class KeyRepeat(WindowKeys):
    """Records when keys were released in the windows that it watches.

    X11 repeats a held key by a release and a press at one time, which Qt does not always recognise: to a
    shortcut it is then a new press, and no repetition.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._released: dict[str, float] = {}

    def is_repeat(self, keys: Iterable[str]) -> bool:
        """Return whether a press of one of these keys, now, is a repetition."""
        return any(monotonic() - self._released.get(key, 0) < INSTANT for key in keys)

    @override
    def on_key(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.KeyRelease:
            for key in (QKeySequence(event.key()), key_by_place(event)):
                if key is not None:
                    self._released[key.toString()] = monotonic()
        return False
