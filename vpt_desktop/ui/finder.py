"""What macOS asks of a program by events, where other systems start it with arguments."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent

from vpt_desktop.override import override

if TYPE_CHECKING:
    from collections.abc import Callable


class Finder(QObject):
    """Hands on each file that a user opens with the program, as it starts or while it runs."""

    def __init__(self, app: QObject, open_file: Callable[[Path], object]) -> None:
        super().__init__(app)
        self._open_file = open_file
        app.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self._open_file(Path(event.file()))
            return True
        return False
