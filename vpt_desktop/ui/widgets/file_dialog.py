"""The dialog to choose a file with, the same for every kind of file."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QWidget


def file_dialog(window: QWidget, title: str, folder: str, kind: str, suffix: str) -> QFileDialog:
    """Return a dialog over `window` for files of one `kind`, such as "PDF-bestand", and `suffix`, as ".pdf".

    It is deleted when it closes. Where the system has no dialog of its own, it is Qt's; the labels that Qt's
    translation lacks are set in Dutch.
    """
    dialog = QFileDialog(window, title, folder, f"{kind} (*{suffix})")
    dialog.setDefaultSuffix(suffix)
    dialog.setViewMode(QFileDialog.ViewMode.List)
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, "Zoeken in:")
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, "Bestandstype:")
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def show_within(dialog: QFileDialog, window: QWidget) -> None:
    """Show the dialog, no larger than its window: Qt's own would grow past the screen with large text."""
    dialog.open()
    dialog.resize(dialog.size().boundedTo(window.size()))
