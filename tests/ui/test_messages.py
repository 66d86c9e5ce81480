"""Which message is in sight, and until when."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.drawing import scan_of
from tests.ui.screen import action, button, field, message, statement, the, ticks
from vpt_desktop.domain.scan import Answer
from vpt_desktop.errors import SaveError, TypesettingStoppedError
from vpt_desktop.ui import export
from vpt_desktop.ui.document import scan_files
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.widgets.message_bar import MessageBar
from vpt_desktop.ui.widgets.note_editor import NoteEditor


def in_sight(window: MainWindow) -> bool:
    return window.findChild(MessageBar).isVisible()


def buttons(window: MainWindow) -> list[str]:
    bar = the(window, MessageBar)
    return [found.text() for found in bar.findChildren(QPushButton) if found.isVisible()]


def save_as(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    """Save under a new name, by keys, until the message is there."""
    window.findChild(MessageBar).close_message()
    window.files.save_as()
    answer(window, qtbot, path)
    qtbot.waitUntil(lambda: in_sight(window))
    window.activateWindow()  # offscreen, no window manager does so
    qtbot.waitUntil(window.isActiveWindow)


def answer(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(QFileDialog)))
    dialog = next(d for d in window.findChildren(QFileDialog) if d.isVisible())
    dialog.findChild(QLineEdit).setText(str(path))
    qtbot.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)


@pytest.fixture
def saved(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """The window just after its scan was saved."""
    save_as(window, qtbot, tmp_path / "scan.vpt")
    assert message(window) == f"Opgeslagen: {tmp_path / 'scan.vpt'}"
    return window


def test_what_is_said_of_a_date_is_over_with_its_scan(window: MainWindow, qtbot: QtBot) -> None:
    date = field(window, "Datum")
    date.setFocus()
    date.setText("morgen")
    qtbot.keyClick(date, Qt.Key.Key_Return)
    fault = window.findChild(QLabel, "fault")
    assert fault.isVisible()
    action(window, "Nieuw").trigger()
    assert not fault.isVisible()


def test_saved_is_true_until_the_next_change(saved: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(saved.focusWidget(), "4")
    assert not in_sight(saved)


def test_what_changed_while_a_slow_disk_was_written_is_said_not_to_be_in_the_file(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk, write = Event(), scan_files.write_atomically
    monkeypatch.setattr(scan_files, "write_atomically", lambda *_: disk.wait() and write(*_))
    window.files.save_as()
    answer(window, qtbot, tmp_path / "scan.vpt")
    window.document.set_ticked(3, ticked=True)
    disk.set()
    qtbot.waitUntil(lambda: in_sight(window))
    assert message(window).startswith(f"Opgeslagen: {tmp_path / 'scan.vpt'}. Wat je intussen hebt veranderd")


def test_saved_is_not_said_of_a_new_scan(saved: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(saved, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert not in_sight(saved)


def test_a_copied_summary_is_not_the_scan_any_more_once_that_changes(
    window: MainWindow, qtbot: QtBot
) -> None:
    action(window, "Samenvatting kopiëren").trigger()
    qtbot.keyClicks(field(window, "Organisatie"), "G")
    assert not in_sight(window)


def test_what_failed_stays_in_sight_through_changes_but_not_in_another_scan(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.files.open(tmp_path / "weg.vpt")
    qtbot.waitUntil(lambda: in_sight(window))
    qtbot.keyClick(window.focusWidget(), "4")
    assert message(window).startswith("weg.vpt is niet geopend")
    window.document.open(scan_of("☑☐☐☐☐☐☐☐☐☐"))
    assert not in_sight(window)


def test_an_unexpected_error_stays_until_it_is_closed(window: MainWindow) -> None:
    window.show_error("Er ging iets mis.")
    window.document.open(scan_of("☑☐☐☐☐☐☐☐☐☐"))
    assert message(window) == "Er ging iets mis."


def test_waiting_for_the_disk_is_over_when_it_is_done(window: MainWindow) -> None:
    window.files.waiting.emit("scan.vpt wordt geopend")
    assert message(window) == "Even wachten op de schijf: scan.vpt wordt geopend…"
    window.files.waiting.emit("")
    assert not in_sight(window)


def test_what_is_waited_for_cannot_be_closed_and_is_back_after_another_message(
    window: MainWindow, qtbot: QtBot
) -> None:
    statement(window, 3).setFocus()
    window.export.waiting.emit("scan.pdf wordt gemaakt")
    button(window, "Stoppen").setFocus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert statement(window, 3).hasFocus()
    assert buttons(window) == ["Stoppen"]
    action(window, "Samenvatting kopiëren").trigger()
    assert message(window) == "De samenvatting staat op het klembord."
    qtbot.mouseClick(button(window, "Sluiten"), Qt.MouseButton.LeftButton)
    assert message(window) == "Even wachten: scan.pdf wordt gemaakt…"
    action(window, "Samenvatting kopiëren").trigger()
    qtbot.keyClick(statement(window, 3), "4")
    assert buttons(window) == ["Stoppen"]
    window.export.waiting.emit("")
    assert not in_sight(window)


def test_of_two_things_that_are_waited_for_each_is_in_sight_until_it_is_done(window: MainWindow) -> None:
    window.export.waiting.emit("scan.pdf wordt gemaakt")
    window.files.waiting.emit("scan.vpt wordt opgeslagen")
    assert message(window) == "Even wachten op de schijf: scan.vpt wordt opgeslagen…"
    window.files.waiting.emit("")
    assert message(window) == "Even wachten: scan.pdf wordt gemaakt…"
    window.export.waiting.emit("")
    assert not in_sight(window)


def test_what_the_user_must_read_is_back_once_the_disk_has_been_waited_for(window: MainWindow) -> None:
    window.show_error("Er ging iets mis.")
    window.files.waiting.emit("scan.vpt wordt geopend")
    window.files.waiting.emit("")
    window.document.open(scan_of("☑☐☐☐☐☐☐☐☐☐"))
    assert message(window) == "Er ging iets mis."


def test_a_wait_gives_the_focus_back_that_the_message_before_it_had(window: MainWindow) -> None:
    statement(window, 3).setFocus()
    window.show_error("Er ging iets mis.")
    button(window, "Sluiten").setFocus()
    window.files.waiting.emit("scan.vpt wordt geopend")
    assert statement(window, 3).hasFocus()


def test_a_pdf_of_much_text_leaves_the_window_usable_and_can_be_stopped(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    note = "".join(map(chr, range(0x10000, 0x10000 + 99_000)))  # each is looked up in every typeface
    window.document.open(scan_of("☐☐☐☐☐☐☐☐☐☐").with_answer(1, Answer(note=note)))
    window.export.save(window.export.summary, tmp_path / "scan.pdf")
    qtbot.waitUntil(lambda: in_sight(window))
    assert message(window) == "Even wachten: scan.pdf wordt gemaakt…"
    qtbot.keyClick(window.focusWidget(), "5")
    assert ticks(window) == "☐☐☐☐☑☐☐☐☐☐"
    with qtbot.waitSignal(window.export.failed):
        qtbot.mouseClick(button(window, "Stoppen"), Qt.MouseButton.LeftButton)
    assert message(window) == "Gestopt; er is niets gemaakt, en de scan is niet veranderd."
    assert not (tmp_path / "scan.pdf").exists()


def test_the_window_closes_once_the_pdf_is_made(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.export.save(window.export.summary, tmp_path / "scan.pdf")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert (tmp_path / "scan.pdf").exists()


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Event:
    """A disk that takes a PDF once this is set, and then turns out to be full."""
    waiting = Event()

    def write(path: Path, _content: bytes) -> None:
        waiting.wait()
        raise SaveError(path, "de schijf is vol", "maak ruimte vrij")

    monkeypatch.setattr(export, "write_pdf", write)
    return waiting


def test_a_pdf_that_fails_while_the_window_waits_to_close_keeps_it_open_with_the_scan(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, disk: Event
) -> None:
    qtbot.keyClick(window.focusWidget(), "4")
    window.export.save(window.export.summary, tmp_path / "scan.pdf")
    close_without_saving(window, qtbot)
    assert ticks(window) == "☐☐☐☑☐☐☐☐☐☐"
    disk.set()
    qtbot.waitUntil(lambda: in_sight(window))
    assert message(window).startswith("scan.pdf is niet opgeslagen: de schijf is vol")
    QApplication.processEvents()  # in which it would close
    assert window.isVisible()
    assert ticks(window) == "☐☐☐☑☐☐☐☐☐☐"


def test_a_pdf_that_is_stopped_while_the_window_waits_to_close_lets_it_close(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise TypesettingStoppedError

    monkeypatch.setattr(export, "write_pdf", stopped)
    window.export.save(window.export.summary, tmp_path / "scan.pdf")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_what_is_typed_while_the_window_waits_to_close_is_asked_about(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Event()
    monkeypatch.setattr(export, "write_pdf", lambda *_: disk.wait())
    qtbot.keyClick(window.focusWidget(), "4")
    window.export.save(window.export.summary, tmp_path / "scan.pdf")
    close_without_saving(window, qtbot)
    qtbot.keyClick(window.focusWidget(), "5")
    disk.set()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    assert ticks(window) == "☐☐☐☑☑☐☐☐☐☐"
    window.findChild(QMessageBox).reject()


def close_without_saving(window: MainWindow, qtbot: QtBot) -> None:
    window.close()
    box = window.findChild(QMessageBox)
    discard = next(button for button in box.buttons() if button.text() == "Niet opslaan")
    qtbot.mouseClick(discard, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is None)
    window.activateWindow()  # offscreen, no window manager does so
    qtbot.waitUntil(window.isActiveWindow)


def test_what_changed_while_a_pdf_was_made_is_said_not_to_be_in_it(
    window: MainWindow, tmp_path: Path
) -> None:
    window.export.save(window.export.summary, tmp_path / "scan.pdf")
    window.document.set_ticked(3, ticked=True)
    window.export.settle()
    assert message(window).endswith("Wat je intussen hebt veranderd, staat er nog niet in.")


def test_clearing_everything_is_said_and_undone_by_a_button(window: MainWindow, qtbot: QtBot) -> None:
    window.document.open(scan_of("☑☑☐☐☐☐☐☐☐☐"))
    action(window, "Alles wissen").trigger()
    assert ticks(window) == "☐☐☐☐☐☐☐☐☐☐"
    assert message(window) == "Alle vinkjes en toelichtingen zijn gewist."
    qtbot.mouseClick(button(window, "Ongedaan maken"), Qt.MouseButton.LeftButton)
    assert ticks(window) == "☑☑☐☐☐☐☐☐☐☐"
    assert not in_sight(window)


def test_that_button_undoes_nothing_else(window: MainWindow, qtbot: QtBot) -> None:
    window.document.open(scan_of("☑☑☐☐☐☐☐☐☐☐"))
    action(window, "Alles wissen").trigger()
    qtbot.keyClick(window.focusWidget(), "5")
    assert not in_sight(window)
    assert ticks(window) == "☐☐☐☐☑☐☐☐☐☐"


def test_where_there_is_nothing_to_clear_that_is_said(window: MainWindow) -> None:
    action(window, "Alles wissen").trigger()
    assert message(window) == "Er zijn geen vinkjes of toelichtingen om te wissen."
    assert buttons(window) == ["Sluiten"]


def test_after_saving_under_a_new_name_closing_the_message_leads_back_to_where_the_user_was(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    statement(window, 6).setFocus()
    save_as(window, qtbot, tmp_path / "scan.vpt")
    qtbot.mouseClick(button(window, "Sluiten"), Qt.MouseButton.LeftButton)
    assert statement(window, 6).hasFocus()


def test_where_that_place_is_gone_the_focus_goes_near_it(window: MainWindow, qtbot: QtBot) -> None:
    statement(window, 3).setFocus()
    qtbot.keyClick(statement(window, 3), Qt.Key.Key_F2)
    note = the(window, NoteEditor)
    note.findChild(QLineEdit).setFocus()
    action(window, "Samenvatting kopiëren").trigger()
    button(window, "Sluiten").setFocus()
    note.hide()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert statement(window, 3).hasFocus()


def test_the_focus_stays_in_the_bar_where_one_message_follows_another(
    window: MainWindow, qtbot: QtBot
) -> None:
    statement(window, 3).setFocus()
    action(window, "Samenvatting kopiëren").trigger()
    button(window, "Sluiten").setFocus()
    window.export.failed.emit("Dat staat daar niet meer.")
    assert button(window, "Sluiten").hasFocus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert statement(window, 3).hasFocus()
