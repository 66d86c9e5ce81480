"""The dialog to choose a file with, the same for every kind of file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QChildEvent, QEvent, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QWidget

from vpt_desktop.domain.file_name import with_suffix
from vpt_desktop.override import override

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance


class FileDialog(QFileDialog):
    """Dialog over a window for files of one kind, such as "PDF-bestand", and suffix, as ".pdf".

    It is deleted when it closes. Where the system has no dialog of its own, it is Qt's; the labels that Qt's
    translation lacks are set in Dutch.
    """

    chosen = Signal(Path)
    """The file; one to save in has the suffix."""

    def __init__(self, window: QWidget, title: str, folder: str, kind: str, suffix: str) -> None:
        super().__init__(window, title, folder, f"{kind} (*{suffix})")
        self._window = window
        self._suffix = suffix
        self.setDefaultSuffix(suffix)
        self.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.setViewMode(QFileDialog.ViewMode.List)
        self.setLabelText(QFileDialog.DialogLabel.LookIn, "Zoeken in:")
        self.setLabelText(QFileDialog.DialogLabel.FileType, "Bestandstype:")
        self.fileSelected.connect(self._on_file_selected)
        self.finished.connect(self.deleteLater)

    def propose(self, name: str) -> None:
        """Ask for a file to save in, with that name to accept as it is."""
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.selectFile(name)

    def ask(self, chosen: Callable[[Path], object], *, until: SignalInstance | None = None) -> None:
        """Show the dialog within its window, and call `chosen` with the file, if the user chooses one.

        It asks no longer once `until` is emitted, as when another scan is open than the one it names.
        """
        self.chosen.connect(chosen)
        if until is not None:
            until.connect(self.reject)
        show_within(self, self._window)

    @override
    def accept(self) -> None:
        """Complete the typed name before Qt asks whether a file of that name may be replaced."""
        field = self.findChild(QLineEdit, "fileNameEdit")
        if field is not None and self._saves and field.text():
            typed = Path(field.text()).expanduser()
            if not Path(self.directory().absolutePath(), typed).is_dir():
                field.setText(with_suffix(field.text(), self._suffix))
        super().accept()

    @override
    def childEvent(self, event: QChildEvent) -> None:
        """Have Qt's own questions take the name of a file for plain text."""
        box = event.child()
        if event.type() == QEvent.Type.ChildPolished and isinstance(box, QMessageBox):
            box.setTextFormat(Qt.TextFormat.PlainText)
        super().childEvent(event)

    @property
    def _saves(self) -> bool:
        return self.acceptMode() == QFileDialog.AcceptMode.AcceptSave

    def _on_file_selected(self, name: str) -> None:
        path = Path(with_suffix(name, self._suffix) if self._saves else name)
        if path == Path(name) or not path.exists() or self._may_replace(path):
            self.chosen.emit(path)

    def _may_replace(self, path: Path) -> bool:
        """Ask whether the file may be replaced: a dialog of the system's own has asked about another name."""
        box = QMessageBox(QMessageBox.Icon.Warning, self.windowTitle(), "", parent=self.parentWidget())
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(f"{path.name} bestaat al. Wil je het vervangen?")
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
        box.setDefaultButton(QMessageBox.StandardButton.No)
        return box.exec() == QMessageBox.StandardButton.Yes


def folder_dialog(window: QWidget, title: str, folder: str = "") -> QFileDialog:
    """Return a dialog over a window for a folder, which is deleted when it closes."""
    dialog = QFileDialog(window, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, "Zoeken in:")
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, "Bestandstype:")
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def show_within(dialog: QFileDialog, window: QWidget) -> None:
    """Show the dialog, no larger than its window: Qt's own would grow past the screen with large text."""
    dialog.open()
    dialog.resize(dialog.size().boundedTo(window.size()))
