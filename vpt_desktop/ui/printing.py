"""Prints pages that are images, after a dialog that asks for the printer.

The first frame does without this module: QtPrintSupport takes time to load.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog

from vpt_desktop.errors import PrintError, VptError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

PRINT_RESOLUTION = 300
"""Pixels per inch."""

_CUPS_SOCKET = "/run/cups/cups.sock"


def ask_and_print(
    pages: Callable[[float], Sequence[bytes]], window: QWidget, fail: Callable[[str], object]
) -> None:
    """Ask for a printer over `window`; if the user accepts, print what `pages` returns.

    `pages` returns a PNG of each page at a resolution in pixels per inch; it may raise VptError. `fail`
    receives one sentence on what did not work.
    """
    printer = default_printer()
    dialog = QPrintDialog(printer, window)
    dialog.finished.connect(dialog.deleteLater)

    def accepted() -> None:
        try:
            print_pages(pages(PRINT_RESOLUTION), printer)
        except VptError as error:
            fail(str(error))

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


def print_pages(pages: Sequence[bytes], printer: QPrinter) -> None:
    """Print `pages`, each a PNG that fills a sheet.

    Raises:
        PrintError: the printer does not start the job.
    """
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintError
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        painter.drawImage(painter.viewport(), QImage.fromData(page))
    painter.end()
