"""The copy for the region and the action list, from the menu to the disk."""

import datetime as dt
import os
from pathlib import Path
from threading import Event

import openpyxl
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.drawing import scan_of
from tests.ui.screen import field, message
from vpt_desktop.domain.card import Card
from vpt_desktop.storage.scan_file import read_scan
from vpt_desktop.ui.main_window import MainWindow

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
TODAY = dt.date.today().isoformat()  # noqa: DTZ011  the day on the user's calendar, as in the program


def fill_in(window: MainWindow, qtbot: QtBot) -> None:
    name = field(window, "Organisatie")
    name.setFocus()
    qtbot.keyClicks(name, "Oss")
    answer = window.scan.answer(3)
    window.document.set_answer(3, type(answer)(note="=1+1", who="Els", due="mei"))
    window.document.set_ticked(1, True)


def ask(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> QFileDialog:
    qtbot.keyClick(window.focusWidget(), key, CONTROL_SHIFT)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(QFileDialog)))
    return next(each for each in window.findChildren(QFileDialog) if each.isVisible())


def answer(dialog: QFileDialog, qtbot: QtBot, path: Path) -> None:
    typed = dialog.findChild(QLineEdit)
    typed.setText(str(path))
    qtbot.keyClick(typed, Qt.Key.Key_Return)


def test_the_copy_has_ticks_and_name_but_no_notes(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, card: Card
) -> None:
    fill_in(window, qtbot)
    dialog = ask(window, qtbot, Qt.Key.Key_R)
    assert dialog.findChild(QLineEdit).text() == f"VPT-scan Oss {TODAY} regio.vpt"
    path = tmp_path / "kopie.vpt"
    answer(dialog, qtbot, path)
    qtbot.waitUntil(lambda: message(window) == f"Opgeslagen: {path}")
    copy = read_scan(path, card)
    assert (copy.organisation, copy.score, copy.id) == ("Oss", 1, window.scan.id)
    assert copy.region_copy
    assert "=1+1" not in path.read_text(encoding="utf-8")
    assert window.document.is_modified  # the scan itself is not saved by that


def test_a_copy_of_what_is_not_saved_yet_is_later_than_one_of_what_is(
    window: MainWindow, tmp_path: Path, card: Card
) -> None:
    first, second = tmp_path / "eerste.vpt", tmp_path / "tweede.vpt"
    saved = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
    window.document.open(replace(scan_of("☑☑☑☐☐☐☐☐☐☐"), saved=saved), tmp_path / "scan.vpt")
    window.outputs.save_copy(first)
    window.document.set_ticked(1, False)
    window.outputs.save_copy(second)
    window.outputs.settle()
    assert read_scan(first, card).saved == saved
    assert read_scan(second, card).saved > saved


@pytest.mark.parametrize("key", [Qt.Key.Key_R, Qt.Key.Key_A, Qt.Key.Key_S, Qt.Key.Key_O])
def test_nothing_asks_for_the_file_of_a_scan_in_whose_place_another_is_open(
    window: MainWindow, qtbot: QtBot, key: Qt.Key
) -> None:
    dialog = ask(window, qtbot, key)
    window.document.open(scan_of("☑☑☑☐☐☐☐☐☐☐"))
    assert not dialog.isVisible()


def test_the_copy_never_takes_the_place_of_the_scan(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, card: Card
) -> None:
    fill_in(window, qtbot)
    path = tmp_path / "scan.vpt"
    window.files._write(path, None)
    qtbot.waitUntil(lambda: not window.document.is_modified)
    window.outputs.save_copy(path)
    window.outputs.settle()
    assert "die zou zijn toelichtingen verliezen" in message(window)
    assert read_scan(path, card).answer(3).note == "=1+1"


def test_the_copy_does_not_take_the_place_of_the_scan_through_a_link_either(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, card: Card
) -> None:
    fill_in(window, qtbot)
    path = tmp_path / "scan.vpt"
    window.files._write(path, None)
    qtbot.waitUntil(lambda: not window.document.is_modified)
    (tmp_path / "link.vpt").symlink_to(path)
    window.outputs.save_copy(tmp_path / "link.vpt")
    window.outputs.settle()
    assert read_scan(path, card).answer(3).note == "=1+1"


def test_closing_waits_for_a_copy_and_stays_open_where_that_fails(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Event()
    monkeypatch.setattr(os, "fsync", lambda _descriptor: disk.wait(60))
    window.outputs.save_copy(tmp_path / "kopie.vpt")
    window.outputs.save_copy(tmp_path / "nergens" / "kopie.vpt")
    window.close()
    assert window.isVisible()
    disk.set()
    qtbot.waitUntil(lambda: message(window).startswith("kopie.vpt is niet opgeslagen"))
    assert window.isVisible()
    window.outputs.save_copy(tmp_path / "kopie.vpt")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_the_action_list_is_a_spreadsheet_with_every_open_point(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    fill_in(window, qtbot)
    dialog = ask(window, qtbot, Qt.Key.Key_A)
    assert dialog.findChild(QLineEdit).text() == f"VPT-scan Oss {TODAY} actielijst.xlsx"
    path = tmp_path / "acties.xlsx"
    answer(dialog, qtbot, path)
    qtbot.waitUntil(lambda: message(window) == f"Opgeslagen: {path}")
    sheet = openpyxl.load_workbook(path).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert len(rows) == 9
    assert rows[1] == [3, "Afspraken en dossier", "=1+1", "Els", "mei"]


def test_a_folder_that_is_not_there_is_reported(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.outputs.save_actions(tmp_path / "nergens" / "acties.xlsx")
    qtbot.waitUntil(lambda: message(window).startswith("acties.xlsx is niet opgeslagen: die map is er niet"))
    assert not window.outputs.is_busy
