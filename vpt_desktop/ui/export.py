"""Documents saved as PDF, printed and copied, and the last saved PDF opened again."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtGui import QAction, QGuiApplication

from vpt_desktop.domain.file_name import proposed_file_name
from vpt_desktop.errors import TypesettingError, VptError
from vpt_desktop.storage.pdf_file import write_pdf
from vpt_desktop.ui.background import Background
from vpt_desktop.ui.unexpected_error import log_diagnostic
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from vpt_desktop.domain.card import Card
    from vpt_desktop.report.document import Document
    from vpt_desktop.report.typesetting_run import TypesettingRun
    from vpt_desktop.ui.document.scan_document import ScanDocument

CHANGED_SINCE = ". Wat je intussen hebt veranderd, staat er nog niet in."

_Result = TypeVar("_Result")


class Exportable(NamedTuple):
    """A document that can be exported at any time; the functions return what it is at that time."""

    title: str
    """Of the dialog that asks for the file."""

    file_name: Callable[[], str]
    """Returns the proposed name of the PDF."""

    document: Callable[[], Document]


class Export(QObject):
    """Saves and prints any `Exportable`, copies the summary, and opens the PDF that was saved last."""

    succeeded = Signal(str, object)
    """One sentence on what was done, and what can follow: functions by the names of their buttons."""

    failed = Signal(str)
    """One sentence on what did not work."""

    waiting = Signal(str)
    """What is being made, for over a second by now; "" once it is done."""

    def __init__(self, card: Card, scan_document: ScanDocument, window: QWidget) -> None:
        super().__init__(window)
        self._card = card
        self._scan_document = scan_document
        self._window = window
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._last_pdf: Path | None = None
        self._background = Background(self)
        self._background.waiting.connect(self.waiting)
        self._opening = Background(self)
        self._runs: list[TypesettingRun] = []
        self.summary = Exportable(WORDS.save_summary, self._summary_name, self._summary)
        self.empty_card = Exportable("Lege kaart opslaan als PDF", lambda: "VPT-kaart.pdf", self._empty_card)
        self.open_pdf = QAction("P&DF openen", self, enabled=False)
        self.open_pdf.setShortcut("Ctrl+Shift+E")
        self.open_pdf.triggered.connect(partial(self._open, folder=False))
        self.open_folder = QAction("&Map van de PDF openen", self, enabled=False)
        self.open_folder.setShortcut("Ctrl+Shift+M")
        self.open_folder.triggered.connect(partial(self._open, folder=True))

    def ask_and_save(self, exportable: Exportable) -> None:
        """Ask for a file, with a name to accept as it is, and save the PDF there."""
        from vpt_desktop.ui.widgets.file_dialog import FileDialog  # noqa: PLC0415  not for the first frame

        dialog = FileDialog(self._window, exportable.title, self._folder, "PDF-bestand", ".pdf")
        dialog.propose(exportable.file_name())
        dialog.ask(partial(self.save, exportable), until=self._scan_document.opened)

    def save(self, exportable: Exportable, path: Path) -> None:
        """Save the PDF at `path`; `succeeded` or `failed` follows, when it is made and written."""
        self._folder = str(path.parent)
        document = exportable.document()

        def work(run: TypesettingRun) -> str:
            from vpt_desktop.report.printable import substituted_in_words  # noqa: PLC0415  as above

            pdf, substituted = run.typeset(document)
            write_pdf(path, pdf)
            return substituted_in_words(substituted)

        def saved(remark: str) -> None:
            self._last_pdf = path
            for action in (self.open_pdf, self.open_folder):
                action.setEnabled(True)
            changed = CHANGED_SINCE if exportable.document() != document else ""
            self.succeeded.emit(
                f"Opgeslagen: {path}{remark}{changed}",
                {"PDF openen": self.open_pdf.trigger, "Map openen": self.open_folder.trigger},
            )

        self._run(f"{path.name} wordt gemaakt", work, saved)

    def print(self, exportable: Exportable) -> None:
        """Ask for a printer and print the pages of the PDF; `succeeded` or `failed` follows."""
        from vpt_desktop.ui.printing import ask_for_printer  # noqa: PLC0415  not for the first frame

        try:
            ask_for_printer(self._window, partial(self.print_on, exportable))
        except VptError as error:
            self.failed.emit(str(error))

    def print_on(self, exportable: Exportable, printer: QPrinter) -> None:
        """Print the pages of the PDF on `printer`; `succeeded` or `failed` follows."""
        from vpt_desktop.ui.printing import PRINT_RESOLUTION, print_pages  # noqa: PLC0415  as above

        document = exportable.document()

        def work(run: TypesettingRun) -> None:
            print_pages(run.page_images(document, PRINT_RESOLUTION), printer)

        def printed(_: None) -> None:
            self.succeeded.emit(f"Naar de printer gestuurd: {printer.printerName()}", {})

        self._run("de bladzijden worden naar de printer gestuurd", work, printed)

    @property
    def is_busy(self) -> bool:
        """Whether a document is being made."""
        return self._background.is_busy

    def when_done(self, then: Callable[[], object]) -> None:
        """Call `then` once no document is being made any more, or at once; not at all if one fails till then.

        One that the user stops has not failed.
        """
        self._background.when_done(then)

    def settle(self) -> None:
        """Return when what is being made is done."""
        self._background.wait()

    def stop(self) -> None:
        """Stop what is being made; `failed` follows."""
        for run in self._runs:
            run.stop()

    def end(self) -> None:
        """Stop, and return when nothing is being made any more, for the end of the program."""
        self.stop()
        self.settle()

    def _run(
        self, name: str, work: Callable[[TypesettingRun], _Result], then: Callable[[_Result], object]
    ) -> None:
        from vpt_desktop.report.typesetting_run import TypesettingRun  # noqa: PLC0415  not for the first frame

        run = TypesettingRun()
        self._runs.append(run)

        def done(result: _Result) -> None:
            self._runs.remove(run)
            then(result)

        def failed(error: VptError) -> None:
            self._runs.remove(run)
            if isinstance(error, TypesettingError):
                log_diagnostic(error.diagnostic)
            self.failed.emit(str(error))

        self._background.run(name, partial(work, run), done, failed)

    def copy_summary(self) -> None:
        """Put the summary on the clipboard, as plain text and as HTML for a word processor."""
        from vpt_desktop.report.clipboard_text import as_html, as_text  # noqa: PLC0415  not for the first frame
        from vpt_desktop.report.summary import summarise  # noqa: PLC0415  the same

        summary = summarise(self._scan_document.scan, self._card)
        data = QtCore.QMimeData()
        data.setText(as_text(summary))
        data.setHtml(as_html(summary))
        QGuiApplication.clipboard().setMimeData(data)
        self.succeeded.emit("De samenvatting staat op het klembord.", {})

    def _summary_name(self) -> str:
        scan = self._scan_document.scan
        return proposed_file_name(scan.organisation, scan.date, ".pdf")

    def _summary(self) -> Document:
        from vpt_desktop.report.summary import summary_document  # noqa: PLC0415  not for the first frame

        return summary_document(self._scan_document.scan, self._card)

    def _empty_card(self) -> Document:
        from vpt_desktop.report.empty_card import empty_card_document  # noqa: PLC0415  not for the first frame

        today = dt.date.today()  # noqa: DTZ011  the day on the user's calendar
        return empty_card_document(self._card, today)

    def _open(self, *, folder: bool) -> None:
        if self._last_pdf is None:
            return
        path = self._last_pdf.parent if folder else self._last_pdf
        self._opening.give_up()  # on a drive that does not answer
        self._opening.run("", path.exists, partial(self._show, path), self._on_failed)

    def _on_failed(self, error: VptError) -> None:
        self.failed.emit(str(error))

    def _show(self, path: Path, exists: bool) -> None:
        if not exists:
            self.failed.emit(f"{path} staat daar niet meer.")
        elif not QtGui.QDesktopServices.openUrl(QtCore.QUrl.fromLocalFile(str(path))):
            self.failed.emit(f"Op deze computer is geen programma gevonden om {path} te openen.")
