"""Distinguishing a key press from the repetitions of a held key."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

from vpt_desktop.override import override

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

INSTANT = 0.03
"""Seconds; no hand presses a key again so soon after releasing it."""


class KeyRepeat(QObject):
    """Records when keys were released in the windows that it watches.

    X11 repeats a held key by a release and a press at one time, which Qt does not always recognise: to a
    shortcut it is then a new press, and no repetition.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._released: dict[str, float] = {}

    def watch(self, window: QWidget) -> None:
        """Watch a window, also before it is first shown; a second call has no effect."""
        window.installEventFilter(self)
        self._listen(window)

    def is_repeat(self, keys: Iterable[str]) -> bool:
        """Return whether a press of one of these keys, now, is a repetition."""
        return any(monotonic() - self._released.get(key, 0) < INSTANT for key in keys)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched.isWidgetType():
            if event.type() == QEvent.Type.Show:
                self._listen(cast("QWidget", watched))
        elif event.type() == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            self._released[QKeySequence(event.key()).toString()] = monotonic()
        return False

    def _listen(self, window: QWidget) -> None:
        """Filter the events of the QWindow, once there is one: it gets keys before any widget does."""
        handle = window.windowHandle()
        if handle:
            handle.installEventFilter(self)
