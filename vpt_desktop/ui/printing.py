"""The pages of the summary on paper."""

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
    """Let the user choose a printer, then print `pages` of so many pixels per inch, each a PNG."""
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
    """Return the user's own printer, set to A4; on Linux found without opening an internet socket.

    CUPS, where its service does not run, would go and ask port 631. It reads CUPS_SERVER but once.
    """
    chosen = os.environ.get("CUPS_SERVER")
    os.environ["CUPS_SERVER"] = chosen or _CUPS_SOCKET
    try:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    finally:
        if chosen is None:  # programs that are started from here choose for themselves
            del os.environ["CUPS_SERVER"]
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return printer


def print_pages(pages: Sequence[bytes], printer: QPrinter) -> None:
    """Print pages, each a PNG of a whole sheet; PrintError if the printer does not take them."""
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintError
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        painter.drawImage(painter.viewport(), QImage.fromData(page))
    painter.end()
