"""Hiding an idle mouse pointer over the slides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCursor

from vpt_desktop.override import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

IDLE_AFTER = 2000
"""Milliseconds without a movement or a click after which the pointer hides."""


class IdleCursor(QObject):
    """Hides an idle mouse pointer over a window until it moves or clicks."""

    moved = Signal()
    idled = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._position = QCursor.pos()
        self._timer = QTimer(self, interval=IDLE_AFTER, singleShot=True)
        self._timer.timeout.connect(self._hide)
        self._timer.start()
        window.setAttribute(Qt.WidgetAttribute.WA_Hover)  # reports the pointer over its children too
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.HoverMove and QCursor.pos() != self._position:
            self._position = QCursor.pos()
            self.wake()
        elif event.type() == QEvent.Type.MouseButtonPress:  # on what cannot be pressed
            self.wake()
        return False

    def wake(self) -> None:
        """Show the pointer for a while."""
        self._window.unsetCursor()
        self._timer.start()
        self.moved.emit()

    def _hide(self) -> None:
        self._window.setCursor(Qt.CursorShape.BlankCursor)
        self.idled.emit()
