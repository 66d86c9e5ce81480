"""From a document to a PDF on disk or the clipboard, and what is shown when that does not work."""

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.drawing import DAY, scan_of
from tests.ui.screen import action, button, field, message, the, ticks
from vpt_desktop import report
from vpt_desktop.domain.card import Card
from vpt_desktop.errors import SaveError, TypesettingError
from vpt_desktop.report.document import Document
from vpt_desktop.ui import export as export_module
from vpt_desktop.ui import unexpected_error
from vpt_desktop.ui.document.scan_document import ScanDocument
from vpt_desktop.ui.export import Export, Exportable
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.widgets.message_bar import MessageBar

TODAY = dt.date.today().isoformat()  # noqa: DTZ011  the day on the user's calendar, as in the program


@pytest.fixture
def document() -> ScanDocument:
    return ScanDocument(scan_of("☑☑☑☐☐☐☐☐☐☐"))


@pytest.fixture
def export(card: Card, document: ScanDocument, qtbot: QtBot) -> Export:
    """Export of a document, over an empty window."""
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(800, 600)
    parent.show()
    return Export(card, document, parent)


@pytest.fixture
def reports(export: Export) -> list[str]:
    """The sentences that the export gives, those on failures marked with ✗."""
    sentences: list[str] = []
    export.succeeded.connect(lambda sentence, _buttons: sentences.append(sentence))
    export.failed.connect(lambda sentence: sentences.append(f"✗ {sentence}"))
    return sentences


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files and folders that other programs were asked to open."""
    paths: list[Path] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: paths.append(Path(url.toLocalFile())) or True
    )
    return paths


def dialog(window: QWidget, qtbot: QtBot) -> QFileDialog:
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(QFileDialog)))
    return next(d for d in window.findChildren(QFileDialog) if d.isVisible())


def answer(window: QWidget, qtbot: QtBot, path: Path) -> None:
    """Type a path in the dialog that asks for one."""
    asked = dialog(window, qtbot)
    asked.findChild(QLineEdit).setText(str(path))
    qtbot.keyClick(asked.findChild(QLineEdit), Qt.Key.Key_Return)


def save_as(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    answer(window, qtbot, path)
    qtbot.waitUntil(window.findChild(MessageBar).isVisible)


def title_of(path: Path) -> str:
    with pikepdf.open(path) as pdf, pdf.open_metadata() as metadata:
        return str(metadata["dc:title"])


def test_control_e_proposes_a_name_that_can_be_accepted_as_it_is(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(field(window, "Organisatie"), "Gemeente: Test/stad?")
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    asked = dialog(window, qtbot)
    assert Path(asked.selectedFiles()[0]).name == f"VPT-scan Gemeente Test stad {TODAY}.pdf"
    assert asked.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    asked.reject()


def test_a_summary_never_takes_the_place_of_a_scan(
    export: Export, reports: list[str], tmp_path: Path
) -> None:
    scan = tmp_path / "scan.vpt"
    scan.write_bytes(b'{"format": "vpt-scan"}')
    export.save(export.summary, scan)
    export.settle()
    assert reports[0].startswith("✗ scan.vpt is niet opgeslagen: onder die naam staat er al een ander")
    assert scan.read_bytes() == b'{"format": "vpt-scan"}'


def test_the_big_button_asks_in_dutch_where_to_save(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(window, "Samenvatting opslaan als PDF"), Qt.MouseButton.LeftButton)
    asked = dialog(window, qtbot)
    buttons = {b.text().replace("&", "") for b in asked.findChildren(QPushButton)}
    assert asked.windowTitle() == "Samenvatting opslaan als PDF"
    assert {"Opslaan", "Annuleren"} <= buttons
    labels = {label.text().replace("&", "") for label in asked.findChildren(QLabel) if label.isVisible()}
    assert labels == {"Zoeken in:", "Bestandsnaam:", "Bestandstype:"}
    asked.reject()


def test_a_saved_summary_is_a_pdf_of_this_scan(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.keyClicks(field(window, "Organisatie"), "Gemeente Voorbeeldstad")
    save_as(window, qtbot, tmp_path / "samenvatting.pdf")
    assert "Gemeente Voorbeeldstad" in title_of(tmp_path / "samenvatting.pdf")
    assert message(window) == f"Opgeslagen: {tmp_path / 'samenvatting.pdf'}"


def test_a_name_without_extension_gets_pdf(export: Export, qtbot: QtBot, tmp_path: Path) -> None:
    export.ask_and_save(export.summary)
    with qtbot.waitSignal(export.succeeded):
        answer(export.parent(), qtbot, tmp_path / "samenvatting")
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["samenvatting.pdf"]


def test_any_document_can_be_saved(
    export: Export, reports: list[str], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from vpt_desktop.report import typesetting  # noqa: PLC0415  another test has it fail to import

    (tmp_path / "letter.typ").write_text(
        '#set document(title: "Brief")\n#set text(font: "Atkinson Hyperlegible")\n'
        "#json(bytes(sys.inputs.data)).content",
        encoding="utf-8",
    )
    monkeypatch.setattr(typesetting, "resource", tmp_path.joinpath)
    letter = Exportable("Brief opslaan", lambda: "brief.pdf", lambda: Document("letter.typ", "Dag", DAY))
    export.ask_and_save(letter)
    asked = dialog(export.parent(), qtbot)
    assert (asked.windowTitle(), Path(asked.selectedFiles()[0]).name) == ("Brief opslaan", "brief.pdf")
    with qtbot.waitSignal(export.succeeded):
        answer(export.parent(), qtbot, tmp_path / "brief.pdf")
    assert reports == [f"Opgeslagen: {tmp_path / 'brief.pdf'}"]
    assert title_of(tmp_path / "brief.pdf") == "Brief"


def test_after_saving_the_file_and_its_folder_are_a_click_away(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, opened: list[Path]
) -> None:
    save_as(window, qtbot, tmp_path / "scan.pdf")
    qtbot.mouseClick(button(window, "PDF openen"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened == [tmp_path / "scan.pdf"])
    qtbot.mouseClick(button(window, "Map openen"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened == [tmp_path / "scan.pdf", tmp_path])


def test_the_pdf_that_was_saved_last_can_be_opened_once_there_is_one(
    export: Export, qtbot: QtBot, tmp_path: Path, opened: list[Path]
) -> None:
    assert [action.isEnabled() for action in (export.open_pdf, export.open_folder)] == [False, False]
    export.save(export.summary, tmp_path / "scan.pdf")
    export.settle()
    export.save(export.empty_card, tmp_path / "kaart.pdf")
    export.settle()
    export.save(export.summary, tmp_path / "weg" / "scan.pdf")
    export.settle()
    export.open_pdf.trigger()
    qtbot.waitUntil(lambda: opened == [tmp_path / "kaart.pdf"])


def test_a_pdf_that_is_gone_is_reported(
    export: Export, qtbot: QtBot, reports: list[str], tmp_path: Path, opened: list[Path]
) -> None:
    export.save(export.summary, tmp_path / "scan.pdf")
    export.settle()
    (tmp_path / "scan.pdf").unlink()
    export.open_pdf.trigger()
    qtbot.waitUntil(lambda: reports[1:] == [f"✗ {tmp_path / 'scan.pdf'} staat daar niet meer."])
    assert opened == []


def test_where_no_program_opens_pdfs_the_user_hears_so(
    export: Export, qtbot: QtBot, reports: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    export.save(export.summary, tmp_path / "scan.pdf")
    export.settle()
    export.open_pdf.trigger()
    qtbot.waitUntil(lambda: len(reports) == 2)
    assert reports[1].startswith("✗ ")
    assert "geen programma gevonden" in reports[1]


def test_a_character_without_typeface_is_reported(
    export: Export, document: ScanDocument, reports: list[str], tmp_path: Path
) -> None:
    document.set_organisation("Gemeente \ue000\x01")
    export.save(export.summary, tmp_path / "scan.pdf")
    export.settle()
    assert reports[0].startswith(f"Opgeslagen: {tmp_path / 'scan.pdf'}. Geen lettertype")
    assert reports[0].endswith("heeft U+E000, U+0001; in de PDF staat daar ◊.")
    assert "◊" in title_of(tmp_path / "scan.pdf")


def test_half_an_emoji_does_not_stop_the_summary(
    export: Export, document: ScanDocument, tmp_path: Path
) -> None:
    document.set_organisation("Gemeente \ud83d")
    export.save(export.summary, tmp_path / "scan.pdf")
    export.settle()
    assert (tmp_path / "scan.pdf").read_bytes().startswith(b"%PDF")


def test_a_failure_is_one_sentence_and_leaves_file_scan_and_window_whole(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(path: Path, _content: bytes) -> None:
        raise SaveError(path, "de schijf is vol", "maak ruimte vrij")

    (tmp_path / "scan.pdf").write_bytes(b"vorig jaar")
    qtbot.keyClick(window.focusWidget(), "5")
    monkeypatch.setattr(export_module, "write_pdf", full_disk)
    window.export.save(window.export.summary, tmp_path / "scan.pdf")
    window.export.settle()
    assert message(window).startswith("scan.pdf is niet opgeslagen: de schijf is vol")
    assert the(window, MessageBar).property("kind") == "error"
    assert (tmp_path / "scan.pdf").read_bytes() == b"vorig jaar"
    qtbot.keyClick(window.focusWidget(), "6")
    assert ticks(window) == "☐☐☐☐☑☑☐☐☐☐"


@pytest.mark.parametrize(
    "exported",
    [
        lambda export: export.save(export.summary, Path("scan.pdf")),
        lambda export: export.print_on(export.summary, QPrinter()),
    ],
)
def test_where_the_typesetter_cannot_be_loaded_the_user_hears_so(
    exported: Callable[[Export], None],
    export: Export,
    reports: list[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(unexpected_error, "log_file", lambda: tmp_path / "log")
    monkeypatch.setitem(sys.modules, "vpt_desktop.report.typesetting", None)
    monkeypatch.delattr(report, "typesetting", raising=False)
    exported(export)
    export.settle()
    assert reports[0] == f"✗ {TypesettingError('')}"
    assert reports[0].startswith("✗ De PDF kon niet worden gemaakt. De scan is niet veranderd; ")
    assert "vpt_desktop.report.typesetting" in (tmp_path / "log").read_text(encoding="utf-8")


def test_where_there_is_no_printer_the_user_reads_so(
    export: Export, reports: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    export.print(export.summary)
    assert reports[0].startswith("✗ Op deze computer is geen printer ingesteld.")


def test_what_was_printed_is_reported(export: Export, reports: list[str], tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    export.print_on(export.summary, printer)
    export.settle()
    assert reports == [f"Naar de printer gestuurd: {printer.printerName()}"]
    assert (tmp_path / "paper.pdf").exists()


def test_a_folder_that_is_gone_is_one_sentence(export: Export, reports: list[str], tmp_path: Path) -> None:
    export.save(export.summary, tmp_path / "weg" / "scan.pdf")
    export.settle()
    assert "die map is er niet" in reports[0]


def test_a_newer_message_takes_the_place_of_the_older(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    save_as(window, qtbot, tmp_path / "scan.pdf")
    action(window, "Samenvatting kopiëren").trigger()
    assert message(window) == "De samenvatting staat op het klembord."
    qtbot.waitUntil(lambda: buttons(window) == ["Sluiten"])


def buttons(window: MainWindow) -> list[str]:
    return [b.text() for b in the(window, MessageBar).findChildren(QPushButton) if b.isVisible()]


def test_control_shift_c_copies_the_summary(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(field(window, "Organisatie"), "Gemeente Voorbeeldstad")
    qtbot.keyClick(
        window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert "Gemeente Voorbeeldstad" in QApplication.clipboard().text()
    assert message(window) == "De samenvatting staat op het klembord."


def test_the_summary_can_be_pasted_as_text_and_as_html(export: Export, document: ScanDocument) -> None:
    document.set_organisation("Gemeente <Voorbeeldstad>")
    export.copy_summary()
    data = QApplication.clipboard().mimeData()
    assert "Gemeente <Voorbeeldstad>" in data.text()
    assert "Gemeente &lt;Voorbeeldstad&gt;" in data.html()


def test_the_empty_card_is_a_pdf_to_fill_in_with_a_pen(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    action(window, "Lege kaart").trigger()
    answer(window, qtbot, tmp_path / "kaart.pdf")
    qtbot.waitUntil((tmp_path / "kaart.pdf").exists)
    with pikepdf.open(tmp_path / "kaart.pdf") as card:
        assert len(card.pages) == 2
