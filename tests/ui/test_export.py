"""From the window to a PDF on disk, and what the user hears when that does not work."""

import datetime as dt
import sys
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.screen import action, button, field, message, the, ticks
from vpt_desktop import report
from vpt_desktop.errors import SaveError
from vpt_desktop.storage.file_reading import fingerprint_of
from vpt_desktop.ui import export as export_module
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.widgets.message_bar import MessageBar

TODAY = dt.date.today().isoformat()  # noqa: DTZ011  the day on the user's calendar, as in the program


def dialog(window: MainWindow, qtbot: QtBot) -> QFileDialog:
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(QFileDialog)))
    return next(d for d in window.findChildren(QFileDialog) if d.isVisible())


def save_as(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    asked = dialog(window, qtbot)
    asked.findChild(QLineEdit).setText(str(path))
    qtbot.keyClick(asked.findChild(QLineEdit), Qt.Key.Key_Return)
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


def test_a_summary_never_takes_the_place_of_a_scan(window: MainWindow, tmp_path: Path) -> None:
    scan = tmp_path / "scan.vpt"
    window.document.mark_saved(scan, fingerprint_of(b""))
    window.files.save()
    content = scan.read_bytes()
    window.export.save(scan)
    assert message(window).startswith("scan.vpt is niet opgeslagen: onder die naam staat er al een ander")
    assert scan.read_bytes() == content


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


def test_a_name_without_extension_gets_pdf(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    save_as(window, qtbot, tmp_path / "samenvatting")
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["samenvatting.pdf"]


def test_after_saving_the_file_and_its_folder_are_a_click_away(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())) or True
    )
    save_as(window, qtbot, tmp_path / "scan.pdf")
    qtbot.mouseClick(button(window, "PDF openen"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(window, "Map openen"), Qt.MouseButton.LeftButton)
    assert opened == [tmp_path / "scan.pdf", tmp_path]


def test_where_no_program_opens_pdfs_the_user_hears_so(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    save_as(window, qtbot, tmp_path / "scan.pdf")
    qtbot.mouseClick(button(window, "PDF openen"), Qt.MouseButton.LeftButton)
    assert "geen programma gevonden" in message(window)


def test_a_character_without_typeface_is_reported(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    field(window, "Organisatie").setText("Gemeente \ue000\x01")
    save_as(window, qtbot, tmp_path / "scan.pdf")
    assert message(window).endswith("heeft U+E000, U+0001; in de PDF staat daar ◊.")
    assert "◊" in title_of(tmp_path / "scan.pdf")


def test_half_an_emoji_does_not_stop_the_summary(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    field(window, "Organisatie").setText("Gemeente \ud83d")
    save_as(window, qtbot, tmp_path / "scan.pdf")
    assert (tmp_path / "scan.pdf").read_bytes().startswith(b"%PDF")


def test_a_failure_is_one_sentence_and_leaves_file_scan_and_window_whole(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(path: Path, _content: bytes) -> None:
        raise SaveError(path, "de schijf is vol", "maak ruimte vrij")

    (tmp_path / "scan.pdf").write_bytes(b"vorig jaar")
    qtbot.keyClick(window.focusWidget(), "5")
    monkeypatch.setattr(export_module, "write_pdf", full_disk)
    export = window.findChild(export_module.SummaryExport)
    export.save(tmp_path / "scan.pdf")
    assert message(window).startswith("scan.pdf is niet opgeslagen: de schijf is vol")
    assert the(window, MessageBar).property("kind") == "error"
    assert (tmp_path / "scan.pdf").read_bytes() == b"vorig jaar"
    qtbot.keyClick(window.focusWidget(), "6")
    assert ticks(window) == "☐☐☐☐☑☑☐☐☐☐"


def test_where_the_typesetter_cannot_be_loaded_the_user_hears_so(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "vpt_desktop.report.typesetting", None)
    monkeypatch.delattr(report, "typesetting", raising=False)
    window.findChild(export_module.SummaryExport).save(tmp_path / "scan.pdf")
    assert message(window).startswith("De samenvatting kon niet worden gemaakt")


def test_a_folder_that_is_gone_is_one_sentence(window: MainWindow, tmp_path: Path) -> None:
    export = window.findChild(export_module.SummaryExport)
    export.save(tmp_path / "weg" / "scan.pdf")
    assert "die map is er niet" in message(window)


def test_a_newer_message_takes_the_place_of_the_older(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    save_as(window, qtbot, tmp_path / "scan.pdf")
    action(window, "Samenvatting kopiëren").trigger()
    assert message(window) == "De samenvatting staat op het klembord."
    qtbot.waitUntil(lambda: buttons(window) == ["Sluiten"])


def buttons(window: MainWindow) -> list[str]:
    return [b.text() for b in the(window, MessageBar).findChildren(QPushButton) if b.isVisible()]


def test_the_summary_can_be_pasted_as_text_and_as_html(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(field(window, "Organisatie"), "Gemeente <Voorbeeldstad>")
    qtbot.keyClick(
        window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    data = QApplication.clipboard().mimeData()
    assert "Gemeente <Voorbeeldstad>" in data.text()
    assert "Gemeente &lt;Voorbeeldstad&gt;" in data.html()
    assert message(window) == "De samenvatting staat op het klembord."


def test_the_empty_card_is_a_pdf_to_fill_in_with_a_pen(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    next(a for a in window.findChildren(QAction) if "Lege kaart" in a.text().replace("&", "")).trigger()
    asked = dialog(window, qtbot)
    asked.findChild(QLineEdit).setText(str(tmp_path / "kaart.pdf"))
    qtbot.keyClick(asked.findChild(QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil((tmp_path / "kaart.pdf").exists)
    with pikepdf.open(tmp_path / "kaart.pdf") as card:
        assert len(card.pages) == 2
