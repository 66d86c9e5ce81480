"""The way from the open scan to a PDF file of the user's choice."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from vpt_desktop.domain.file_name import proposed_file_name
from vpt_desktop.errors import TypesettingError, VptError
from vpt_desktop.report.summary import summarise
from vpt_desktop.storage.atomic_file import write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from vpt_desktop.domain.card import Card
    from vpt_desktop.report.summary import Summary
    from vpt_desktop.report.typesetting import TypesetSummary
    from vpt_desktop.ui.scan_document import ScanDocument

_NAMED = 8
"""How many characters without a typeface a remark names."""


class SummaryExport(QObject):
    """Asks where the summary must go, makes it and writes it there."""

    saved = Signal(Path, str)
    """The file, and a remark on characters that could not be shown, or ""."""

    failed = Signal(str)
    """One sentence for the user."""

    def __init__(self, card: Card, document: ScanDocument, window: QWidget) -> None:
        super().__init__(window)
        self._card = card
        self._document = document
        self._window = window
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def ask(self) -> None:
        """Show the save dialog, with a name to accept as it is."""
        scan = self._document.scan
        dialog = QFileDialog(
            self._window, "Samenvatting opslaan als PDF", self._folder, "PDF-bestand (*.pdf)"
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setViewMode(QFileDialog.ViewMode.List)
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, "Zoeken in:")
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, "Bestandstype:")
        dialog.selectFile(proposed_file_name(scan.organisation, scan.date, ".pdf"))
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        # Qt's own dialog, where the system has none, would grow past the screen with large text.
        dialog.resize(dialog.size().boundedTo(self._window.size()))

    def save(self, path: Path) -> None:
        """Write the summary of the scan as it is now to `path`; `saved` or `failed` tells the outcome."""
        self._folder = str(path.parent)
        try:
            typeset = _typesetter()
            summary = typeset(summarise(self._document.scan, self._card))
            write_atomically(path, summary.pdf)
        except VptError as error:
            self.failed.emit(str(error))
        else:
            self.saved.emit(path, _remark(summary.substituted))

    def _on_file_selected(self, name: str) -> None:
        self.save(Path(name))


def _typesetter() -> Callable[[Summary], TypesetSummary]:
    """Load what makes the PDF, 80 MB that no first frame needs; TypesettingError where that fails."""
    try:
        from vpt_desktop.report.typesetting import typeset  # noqa: PLC0415
    except ImportError as error:
        raise TypesettingError(str(error)) from error
    return typeset


def _remark(substituted: tuple[str, ...]) -> str:
    if not substituted:
        return ""
    named = substituted[:_NAMED]
    names = ", ".join(text if text.isprintable() else f"U+{ord(text[0]):04X}" for text in named)
    if len(substituted) > len(named):
        names += f" en nog {len(substituted) - len(named)} tekens"
    return f"Geen lettertype op deze computer heeft {names}; in de PDF staat daar ◊."
