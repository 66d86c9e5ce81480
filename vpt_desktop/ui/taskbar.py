"""The program on the taskbar of Windows: one group of windows, and a jump list of recent files."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vpt_desktop.ui.background import Background

if TYPE_CHECKING:
    from pathlib import Path

APP_ID = "VPT.Desktop"
"""The AppUserModelID, which release/installer.py gives to the shortcut and to the file type, too."""


def identify() -> None:
    """Give all windows that this process will open the program's own place on the taskbar of Windows."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APP_ID)


class RecentFiles(QObject):
    """The recent files that Windows keeps, for the jump list."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._disk = Background(self)

    def add(self, path: Path | None) -> None:
        """Add the file of a scan that is opened or saved; None, for a new scan, adds nothing."""
        if path is not None:  # in the background: Windows looks at the file, which may be far away
            self._disk.run("", partial(_add, str(path)), lambda _: None, lambda _: None)


def _add(path: str) -> None:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        by_path = 3  # SHARD_PATHW
        ctypes.windll.shell32.SHAddToRecentDocs(by_path, path)
