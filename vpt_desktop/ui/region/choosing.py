"""Asks which files, or which folder, come into a region."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from vpt_desktop.ui.widgets.file_dialog import FileDialog, folder_dialog, show_within
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Choosing(QObject):
    """Dialogs over the region's window."""

    chosen = Signal(object)
    """A list of paths."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def ask_for_files(self) -> None:
        """Ask for one or more scans."""
        dialog = FileDialog(self._window, "Scans voor het regio-overzicht kiezen", "", WORDS.scan, ".vpt")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._on_selected)
        show_within(dialog, self._window)

    def ask_for_folder(self) -> None:
        """Ask for a folder with scans."""
        dialog = folder_dialog(self._window, "Map met scans kiezen")
        dialog.filesSelected.connect(self._on_selected)
        show_within(dialog, self._window)

    def _on_selected(self, names: list[str]) -> None:
        self.chosen.emit(list(map(Path, names)))
