"""The ways out of the program: a PDF, the clipboard, the printer, and the empty card."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from vpt_desktop.domain.file_name import proposed_file_name
from vpt_desktop.errors import TypesettingError, VptError
from vpt_desktop.report.summary import summarise
from vpt_desktop.storage.pdf_file import write_pdf
from vpt_desktop.ui.widgets.file_dialog import file_dialog, show_within

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from PySide6.QtWidgets import QWidget

    from vpt_desktop.domain.card import Card
    from vpt_desktop.ui.document.scan_document import ScanDocument

_NAMED = 8
"""How many characters without a typeface a remark names."""


class SummaryExport(QObject):
    """Makes the summary of the open scan and puts it where the user wants it."""

    saved = Signal(Path, str)
    """The file, and a remark on characters that could not be shown, or ""."""

    copied = Signal()

    failed = Signal(str)
    """One sentence for the user."""

    def __init__(self, card: Card, document: ScanDocument, window: QWidget) -> None:
        super().__init__(window)
        self._card = card
        self._document = document
        self._window = window
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def ask(self) -> None:
        """Ask where the summary must go, with a name to accept as it is."""
        scan = self._document.scan
        name = proposed_file_name(scan.organisation, scan.date, ".pdf")
        self._ask_where("Samenvatting opslaan als PDF", name, self.save)

    def ask_empty_card(self) -> None:
        """Ask where the card to fill in with a pen must go."""
        self._ask_where("Lege kaart opslaan als PDF", "VPT-kaart.pdf", self.save_empty_card)

    def save(self, path: Path) -> None:
        """Write the summary of the scan as it is now to `path`; `saved` or `failed` tells the outcome."""
        self._write(path, self._typeset_summary)

    def save_empty_card(self, path: Path) -> None:
        """Write the empty card to `path`; `saved` or `failed` tells the outcome."""
        self._write(path, self._typeset_empty_card)

    def copy(self) -> None:
        """Put the summary on the clipboard, for a plain text and for a word processor."""
        from vpt_desktop.report.clipboard_text import as_html, as_text  # noqa: PLC0415  not for the first frame

        summary = summarise(self._document.scan, self._card)
        data = QMimeData()
        data.setText(as_text(summary))
        data.setHtml(as_html(summary))
        QGuiApplication.clipboard().setMimeData(data)
        self.copied.emit()

    def print(self) -> None:
        """Ask for a printer and print the pages of the PDF."""
        from vpt_desktop.ui.printing import ask_and_print  # noqa: PLC0415  not for the first frame

        try:
            summary = summarise(self._document.scan, self._card)
            ask_and_print(partial(_typesetting().page_images, summary), self._window, self.failed.emit)
        except VptError as error:
            self.failed.emit(str(error))

    def _ask_where(self, title: str, name: str, save: Callable[[Path], object]) -> None:
        dialog = file_dialog(self._window, title, self._folder, "PDF-bestand", ".pdf")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)

        def chosen(file: str) -> None:
            save(Path(file))

        dialog.fileSelected.connect(chosen)
        show_within(dialog, self._window)

    def _write(self, path: Path, typeset: Callable[[], tuple[bytes, str]]) -> None:
        self._folder = str(path.parent)
        try:
            pdf, remark = typeset()
            write_pdf(path, pdf)
        except VptError as error:
            self.failed.emit(str(error))
        else:
            self.saved.emit(path, remark)

    def _typeset_summary(self) -> tuple[bytes, str]:
        summary = _typesetting().typeset(summarise(self._document.scan, self._card))
        return summary.pdf, _remark(summary.substituted)

    def _typeset_empty_card(self) -> tuple[bytes, str]:
        today = dt.date.today()  # noqa: DTZ011  the day on the user's calendar
        return _typesetting().typeset_empty_card(self._card, today), ""


def _typesetting() -> ModuleType:
    """Load what makes the PDF, 80 MB that no first frame needs; TypesettingError where that fails."""
    try:
        from vpt_desktop.report import typesetting  # noqa: PLC0415
    except ImportError as error:
        raise TypesettingError(str(error)) from error
    return typesetting


def _remark(substituted: tuple[str, ...]) -> str:
    if not substituted:
        return ""
    named = substituted[:_NAMED]
    names = ", ".join(text if text.isprintable() else f"U+{ord(text[0]):04X}" for text in named)
    if len(substituted) > len(named):
        names += f" en nog {len(substituted) - len(named)} tekens"
    return f"Geen lettertype op deze computer heeft {names}; in de PDF staat daar ◊."
