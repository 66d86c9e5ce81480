"""Scans as files, used as a coordinator does: save, open again next year, and never lose a thing."""

import os
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from tests.drawing import drawing_of, scan_of
from tests.ui.screen import action, field, message, statement, ticks
from vpt_desktop.domain.card import Card
from vpt_desktop.domain.scan import TEXT_LIMIT, AccountManager, Answer
from vpt_desktop.storage.file_reading import fingerprint_of
from vpt_desktop.storage.scan_file import encode_scan, read_scan
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.preferences import Preferences
from vpt_desktop.ui.scan.statement_list import StatementList

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def file(tmp_path: Path, card: Card) -> Path:
    """A scan of last year."""
    path = tmp_path / "vorig jaar.vpt"
    path.write_bytes(encode_scan(scan_of("☑☑☑☐☐☐☐☐☐☐"), card))
    return path


def choose(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    def dialogs() -> list[QFileDialog]:
        return [d for d in window.findChildren(QFileDialog) if d.isVisible()]

    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    asked = dialogs()[0]
    asked.findChild(QLineEdit).setText(str(path))
    qtbot.keyClick(asked.findChild(QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialogs())


def answer(window: MainWindow, qtbot: QtBot, name: str) -> str:
    def boxes() -> list[QMessageBox]:
        return [b for b in window.findChildren(QMessageBox) if b.isVisible()]

    qtbot.waitUntil(lambda: len(boxes()) == 1)
    question = boxes()[0]
    button = next(b for b in question.buttons() if b.text().replace("&", "") == name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not boxes())
    return question.text()


def test_a_scan_is_saved_and_opened_again(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, card: Card
) -> None:
    qtbot.keyClick(window.focusWidget(), "4")
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
    choose(window, qtbot, tmp_path / "scan.vpt")
    assert drawing_of(read_scan(tmp_path / "scan.vpt", card)) == "☐☐☐☑☐☐☐☐☐☐"
    assert message(window) == f"Opgeslagen: {tmp_path / 'scan.vpt'}"
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    assert ticks(window) == "☐☐☐☐☐☐☐☐☐☐"
    qtbot.keyClick(window, Qt.Key.Key_O, CONTROL)
    choose(window, qtbot, tmp_path / "scan.vpt")
    assert ticks(window) == "☐☐☐☑☐☐☐☐☐☐"


def test_saving_again_asks_nothing(window: MainWindow, qtbot: QtBot, file: Path, card: Card) -> None:
    window.files.read(file)
    qtbot.keyClick(window.focusWidget(), "0")
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
    assert drawing_of(read_scan(file, card)) == "☑☑☑☐☐☐☐☐☐☑"


def test_the_title_tells_the_file_and_whether_it_is_saved(
    window: MainWindow, qtbot: QtBot, file: Path
) -> None:
    assert window.windowTitle() == "Nieuwe scan[*]"
    window.files.read(file)
    assert window.windowTitle() == "vorig jaar.vpt[*]"
    assert not window.isWindowModified()
    qtbot.keyClick(window.focusWidget(), "0")
    assert window.isWindowModified()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Z, CONTROL)
    assert not window.isWindowModified()


@pytest.mark.parametrize("way", ["new", "close", "open"])
def test_unsaved_changes_are_not_lost_without_a_question(
    window: MainWindow, qtbot: QtBot, file: Path, way: str
) -> None:
    qtbot.keyClick(window.focusWidget(), "9")
    leave = {"new": window.files.new, "close": window.close, "open": lambda: window.files.open(file)}[way]
    leave()
    assert "wijzigingen" in answer(window, qtbot, "Annuleren")
    assert window.isVisible()
    assert ticks(window) == "☐☐☐☐☐☐☐☐☑☐"
    leave()
    answer(window, qtbot, "Niet opslaan")
    if way == "close":
        assert not window.isVisible()
    else:
        assert ticks(window) == {"new": "☐☐☐☐☐☐☐☐☐☐", "open": "☑☑☑☐☐☐☐☐☐☐"}[way]


def test_a_tick_on_the_projector_while_a_file_is_chosen_is_not_lost_without_a_question(
    window: MainWindow, qtbot: QtBot, file: Path
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_O, CONTROL)
    window.document.set_ticked(7, ticked=True)
    choose(window, qtbot, file)
    answer(window, qtbot, "Annuleren")
    assert ticks(window) == "☐☐☐☐☐☐☑☐☐☐"


def test_a_damaged_list_of_last_files_stops_no_saving(
    window: MainWindow, tmp_path: Path, preferences: Preferences
) -> None:
    preferences.add_recent(Path("x" * 5000))
    window.document.set_ticked(7, ticked=True)
    window.document.mark_saved(tmp_path / "scan.vpt", fingerprint_of(b""))
    saved: list[str] = []
    window.files.save(lambda: saved.append("then"))
    assert saved == ["then"]
    assert preferences.recent[0] == tmp_path / "scan.vpt"


def test_saving_on_the_way_out_saves_first(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, card: Card
) -> None:
    qtbot.keyClick(window.focusWidget(), "9")
    window.close()
    answer(window, qtbot, "Opslaan")
    choose(window, qtbot, tmp_path / "scan.vpt")
    assert not window.isVisible()
    assert drawing_of(read_scan(tmp_path / "scan.vpt", card)) == "☐☐☐☐☐☐☐☐☑☐"


def test_where_saving_fails_the_window_stays_open(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.keyClick(window.focusWidget(), "9")
    window.document.mark_saved(tmp_path / "weg" / "scan.vpt", fingerprint_of(b""))
    qtbot.keyClick(window.focusWidget(), "8")
    window.close()
    answer(window, qtbot, "Opslaan")
    assert window.isVisible()
    assert "die map is er niet" in message(window)


def test_a_file_that_someone_else_changed_is_not_overwritten_without_a_question(
    window: MainWindow, qtbot: QtBot, file: Path, card: Card
) -> None:
    window.files.read(file)
    file.write_bytes(encode_scan(scan_of("☐☐☐☐☐☐☐☐☐☑"), card))
    qtbot.keyClick(window.focusWidget(), "5")
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
    assert "door iemand anders gewijzigd" in answer(window, qtbot, "Annuleren")
    assert drawing_of(read_scan(file, card)) == "☐☐☐☐☐☐☐☐☐☑"
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
    answer(window, qtbot, "Overschrijven")
    assert drawing_of(read_scan(file, card)) == "☑☑☑☐☑☐☐☐☐☐"


def test_what_someone_else_saves_just_after_a_scan_is_read_is_not_overwritten_without_a_question(
    window: MainWindow, qtbot: QtBot, file: Path, card: Card
) -> None:
    read = Path.open

    def read_just_before_someone_saves(path: Path, mode: str) -> BytesIO:
        with read(path, mode) as stream:
            content = stream.read()
        patch.undo()
        file.write_bytes(encode_scan(scan_of("☐☐☐☐☐☐☐☐☐☑"), card))
        return BytesIO(content)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "open", read_just_before_someone_saves)
        window.files.read(file)
    assert ticks(window) == "☑☑☑☐☐☐☐☐☐☐"
    window.files.save()
    assert "door iemand anders gewijzigd" in answer(window, qtbot, "Annuleren")
    assert drawing_of(read_scan(file, card)) == "☐☐☐☐☐☐☐☐☐☑"


def test_a_file_that_is_no_scan_leaves_the_open_scan_untouched(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "foto.vpt").write_bytes(os.urandom(1000))
    qtbot.keyClicks(field(window, "Organisatie"), "Gemeente Voorbeeldstad")
    window.files.read(tmp_path / "foto.vpt")
    assert message(window).startswith("foto.vpt is niet geopend")
    assert window.scan.organisation == "Gemeente Voorbeeldstad"


def test_the_longest_texts_of_a_file_are_shown_whole(window: MainWindow, tmp_path: Path, card: Card) -> None:
    long = replace(scan_of("☐☐☐☐☐☐☐☐☐☐"), organisation="o" * TEXT_LIMIT, leader="b" * TEXT_LIMIT)
    (tmp_path / "lang.vpt").write_bytes(encode_scan(long, card))
    window.files.read(tmp_path / "lang.vpt")
    assert window.scan == long
    assert not window.isWindowModified()
    assert field(window, "Organisatie").text() == long.organisation


def test_opening_a_scan_changes_nothing_in_it(window: MainWindow, tmp_path: Path, card: Card) -> None:
    manager = AccountManager(name="A. de Vries", phone="076 123", email="a@riec.example")
    agreed = Answer(note="Aanwijzen", who="Teamleider", due="1 maart")
    scan = replace(scan_of("☐☑☐☐☐☐☐☐☐☐"), account_manager=manager).with_answer(1, agreed)
    (tmp_path / "vol.vpt").write_bytes(encode_scan(scan, card))
    window.document.set_answer(1, Answer(note="Anders"))
    statement(window, 1).setFocus()
    window.findChild(StatementList).toggle_note()  # an open editor shows the answer too
    window.files.read(tmp_path / "vol.vpt")
    assert window.scan == scan
    assert not window.isWindowModified()
    assert not window.document.undo_stack.canUndo()
    assert Preferences().account_manager == AccountManager()


def test_the_menu_names_what_is_undone_and_done_again(window: MainWindow, qtbot: QtBot) -> None:
    undo, redo = action(window, "Ongedaan maken"), action(window, "Opnieuw doen")
    texts = [(undo.text(), redo.text())]
    qtbot.keyClick(window.focusWidget(), "4")
    texts.append((undo.text(), redo.text()))
    undo.trigger()
    texts.append((undo.text(), redo.text()))
    assert texts == [
        ("&Ongedaan maken", "O&pnieuw doen"),
        ("&Ongedaan maken: stelling 4 aanvinken", "O&pnieuw doen"),
        ("&Ongedaan maken", "O&pnieuw doen: stelling 4 aanvinken"),
    ]


def test_a_file_dropped_on_the_window_is_opened(window: MainWindow, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(drop)
    assert ticks(window) == "☑☑☑☐☐☐☐☐☐☐"
    assert drop.isAccepted()
    assert drop.dropAction() == Qt.DropAction.CopyAction  # a move lets the other program delete the file


def test_the_last_files_are_in_the_menu_the_latest_first(
    window: MainWindow, file: Path, tmp_path: Path, preferences: Preferences
) -> None:
    other = tmp_path / "dit jaar.vpt"
    other.write_bytes(file.read_bytes())
    for path in (file, other):
        window.files.read(path)
    menu = next(m for m in window.findChildren(QMenu) if m.title().replace("&", "") == "Onlangs geopend")
    menu.aboutToShow.emit()
    assert [entry.text() for entry in menu.actions()] == [str(other), str(file)]
    menu.actions()[1].trigger()
    assert window.document.path == file
    assert preferences.recent == (file, other)


def test_a_file_in_a_deep_folder_still_has_its_name_in_the_menu(
    window: MainWindow, preferences: Preferences
) -> None:
    preferences.add_recent(Path("/gemeente") / "/".join(["afdeling veiligheid"] * 20) / "scan 2026.vpt")
    menu = next(m for m in window.findChildren(QMenu) if m.title().replace("&", "") == "Onlangs geopend")
    menu.aboutToShow.emit()
    assert menu.actions()[0].text().endswith("scan 2026.vpt")
    assert menu.sizeHint().width() < window.width()
