"""The PDF that was saved last, to open or to find."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices

if TYPE_CHECKING:
    from pathlib import Path


class SavedSummary(QObject):
    """Two actions on one file, of use once there is one."""

    failed = Signal(str)
    """One sentence for the user."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self.open = QAction("P&DF openen", self, enabled=False)
        self.open.setShortcut("Ctrl+Shift+E")
        self.open.triggered.connect(partial(self._open, folder=False))
        self.open_folder = QAction("&Map van de PDF openen", self, enabled=False)
        self.open_folder.setShortcut("Ctrl+Shift+M")
        self.open_folder.triggered.connect(partial(self._open, folder=True))

    def set_path(self, path: Path) -> None:
        """Take the file at `path` for the last one."""
        self._path = path
        for action in (self.open, self.open_folder):
            action.setEnabled(True)

    def _open(self, *, folder: bool) -> None:
        if self._path is None:
            return
        path = self._path.parent if folder else self._path
        if not path.exists():
            self.failed.emit(f"{path} staat daar niet meer.")
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.failed.emit(f"Op deze computer is geen programma gevonden om {path} te openen.")
