"""Keys as a window gets them, before any widget in it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent

from vpt_desktop.override import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class WindowKeys(QObject):
    """Base of what filters the keys of the windows that it watches."""

    def watch(self, window: QWidget) -> None:
        """Watch a window, also before it is first shown; a second call has no effect."""
        window.installEventFilter(self)
        self._listen(window)

    def on_key(self, event: QKeyEvent) -> bool:
        """Handle a key; return whether that is all that it does.

        A press comes twice: as a ShortcutOverride, and as a KeyPress if it was no shortcut.
        """
        raise NotImplementedError

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched.isWidgetType():
            if event.type() == QEvent.Type.Show:
                self._listen(cast("QWidget", watched))
            return False
        return isinstance(event, QKeyEvent) and self.on_key(event)

    def _listen(self, window: QWidget) -> None:
        """Filter the events of the QWindow, once there is one: it gets keys before any widget does."""
        handle = window.windowHandle()
        if handle:
            handle.installEventFilter(self)
