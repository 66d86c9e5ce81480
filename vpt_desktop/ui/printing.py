"""Prints pages that are images, after a dialog that asks for the printer.

The first frame does without this module: QtPrintSupport takes time to load.
"""

from __future__ import annotations

import os
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog

from vpt_desktop.errors import PrintError, VptError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

PRINT_RESOLUTION = 300
"""Pixels per inch."""

_CUPS_SOCKET = "/run/cups/cups.sock"


def ask_for_printer(window: QWidget, then: Callable[[QPrinter], object]) -> None:
    """Ask for a printer over `window`; if the user accepts, call `then` with it.

    Raises:
        PrintError: there is no printer to choose.
    """
    printer = default_printer()
    if not QPrinterInfo.availablePrinterNames():  # on Windows the dialog would not even open
        raise PrintError.no_printer()
    dialog = QPrintDialog(printer, window)
    # Such a file would be pictures of pages, which no screen reader can read.
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, on=False)
    dialog.finished.connect(dialog.deleteLater)

    def accepted() -> None:
        then(printer)

    dialog.accepted.connect(accepted)
    QDialog.open(dialog)  # QPrintDialog has an open() of its own, for slots by name


def default_printer() -> QPrinter:
    """Return the default printer of the user, set to A4, without opening an internet socket.

    On Linux the CUPS library connects to port 631 if the local socket of the print service is missing, unless
    CUPS_SERVER names that socket. It reads CUPS_SERVER only once.
    """
    chosen = os.environ.get("CUPS_SERVER")
    os.environ["CUPS_SERVER"] = chosen or _CUPS_SOCKET
    try:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    finally:
        if chosen is None:  # programs started from this one must not inherit it
            del os.environ["CUPS_SERVER"]
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return printer


def print_pages(pages: Iterable[bytes], printer: QPrinter) -> None:
    """Print `pages`, each a PNG that fills a sheet.

    Raises:
        PrintError: the printer does not start the job.
    """
    sheets = iter(pages)
    first = next(sheets)  # before the job starts: of a document that cannot be made nothing is printed
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintError.no_answer()
    try:
        for number, page in enumerate(chain((first,), sheets)):
            if number:
                printer.newPage()
            painter.drawImage(painter.viewport(), QImage.fromData(page))
    except VptError:
        printer.abort()
        raise
    finally:
        painter.end()
