"""What is printed are the pages of the PDF."""

import os
import sys
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from tests.drawing import scan_of
from vpt_desktop.domain.card import Card
from vpt_desktop.errors import PrintError
from vpt_desktop.report.summary import summary_document
from vpt_desktop.report.typesetting import page_images
from vpt_desktop.ui.printing import ask_for_printer, default_printer, print_pages


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    """A printer whose paper is a file."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    return printer


def test_every_page_fills_a_sheet_of_its_own(printer: QPrinter, card: Card) -> None:
    (page,) = page_images(summary_document(scan_of("☑☑☑☐☐☐☐☐☐☐"), card), 50)
    print_pages([page, page], printer)
    with pikepdf.open(printer.outputFileName()) as paper:
        assert len(paper.pages) == 2
        assert [len(sheet.get_images()) for sheet in paper.pages] == [1, 1]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told_in_one_sentence(printer: QPrinter, tmp_path: Path) -> None:
    printer.setOutputFileName(str(tmp_path / "no such folder" / "paper.pdf"))
    with pytest.raises(PrintError, match="De printer neemt niets aan"):
        print_pages([b""], printer)


def test_the_users_printer_takes_a4() -> None:
    assert default_printer().pageLayout().pageSize().id() == QPageSize.PageSizeId.A4


@pytest.mark.parametrize("server", [None, "printers.example.org"])
def test_programs_that_are_started_later_find_the_print_service_that_they_would_find(
    server: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CUPS_SERVER", raising=False)
    if server is not None:
        monkeypatch.setenv("CUPS_SERVER", server)
    default_printer()
    assert os.environ.get("CUPS_SERVER") == server


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the dialog is the system's")
def test_no_file_is_offered_as_a_printer(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Kantoor"])
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    ask_for_printer(window, lambda _: None)
    (dialog,) = window.findChildren(QPrintDialog)
    assert not dialog.testOption(QPrintDialog.PrintDialogOption.PrintToFile)
    offered = [box.itemText(row) for box in dialog.findChildren(QComboBox) for row in range(box.count())]
    assert not [name for name in offered if "PDF" in name]
    dialog.reject()
