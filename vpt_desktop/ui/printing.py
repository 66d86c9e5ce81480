"""The pages of the summary on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from vpt_desktop.errors import VptError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

PRINT_RESOLUTION = 300
"""Pixels per inch."""


def ask_and_print(
    pages: Callable[[float], Sequence[bytes]], window: QWidget, fail: Callable[[str], object]
) -> None:
    """Let the user choose a printer, then print `pages` of so many pixels per inch, each a PNG."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, window)
    dialog.finished.connect(dialog.deleteLater)

    def accepted() -> None:
        try:
            print_pages(pages(PRINT_RESOLUTION), printer)
        except VptError as error:
            fail(str(error))

    dialog.accepted.connect(accepted)
    dialog.open()


def print_pages(pages: Sequence[bytes], printer: QPrinter) -> None:
    """Print pages, each a PNG of a whole sheet; VptError if the printer does not take them."""
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise VptError("De printer geeft geen antwoord; je scan staat nog in dit venster.")
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        painter.drawImage(painter.viewport(), QImage.fromData(page))
    painter.end()
