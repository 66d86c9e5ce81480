"""The pages of the summary on paper."""

from __future__ import annotations

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
    QDialog.open(dialog)  # QPrintDialog has an open() of its own, for slots by name


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
