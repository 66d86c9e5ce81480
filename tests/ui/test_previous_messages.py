"""What the window asks, in a line of text, about a scan that may be the previous one."""

from collections.abc import Callable
from pathlib import Path
from threading import Event, current_thread, main_thread

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.domain.earlier import earlier_in, scan_in
from tests.ui.screen import button, field, message, statement, ticks
from vpt_desktop.domain.card import Card
from vpt_desktop.domain.region_copy import region_copy
from vpt_desktop.domain.scan import Scan
from vpt_desktop.storage.scan_file import encode_scan
from vpt_desktop.ui.document import earlier_recent
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.preferences import Preferences
from vpt_desktop.ui.widgets.message_bar import MessageBar

Kept = Callable[[Scan], Path]


@pytest.fixture
def kept(tmp_path: Path, card: Card, preferences: Preferences) -> Kept:
    """Return what puts a scan in a file that is among the recent ones, named after its year."""

    def keep(scan: Scan) -> Path:
        path = tmp_path / f"{scan.date.year}.vpt"
        path.write_bytes(encode_scan(scan, card))
        preferences.add_recent(path)
        return path

    return keep


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(earlier_recent, "_PAUSE", 0)


def drop(window: MainWindow, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    copy = Qt.DropAction.CopyAction
    window.dropEvent(QDropEvent(QPoint(5, 5), copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)))
    window.files.settle()


def ask_about(window: MainWindow, qtbot: QtBot, file: Path) -> None:
    """Drop a file, and wait for the question about it."""
    drop(window, file)
    qtbot.waitUntil(window.findChild(MessageBar).isVisible)


def is_quiet(window: MainWindow, qtbot: QtBot) -> bool:
    """Return whether no message has come once all that is looked for has been found or not."""
    recent = window.previous_messages.recent
    qtbot.waitUntil(lambda: not recent.is_looking)
    return not window.findChild(MessageBar).isVisible()


def test_a_second_scan_that_is_dropped_can_be_the_previous_one(
    window: MainWindow, kept: Kept, qtbot: QtBot
) -> None:
    window.document.open(scan_in(2026, "☑☑☑☑☐☐☐☐☐☐"), Path("2026.vpt"))
    ask_about(window, qtbot, kept(scan_in(2025, "☑☑☑☐☐☐☐☐☐☐")))
    assert message(window) == "2025.vpt: openen in plaats van deze scan, of erbij zetten als vorige scan?"
    assert window.findChildren(QMessageBox) == []
    button(window, "Als vorige scan").setFocus()
    with qtbot.waitSignal(window.previous.arrived):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert message(window) == "De scan van 1 maart 2025 is de vorige scan."
    assert window.scan.score == 4


@pytest.mark.parametrize("content", [None, b"", b"<html>", b"[]", b'{"a": 1}'])
def test_what_is_no_scan_is_refused_before_it_is_asked_what_it_is_for(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, content: bytes | None
) -> None:
    window.document.open(scan_in(2026, "☑☑☑☑☐☐☐☐☐☐"), Path("2026.vpt"))
    file = tmp_path / "foto.vpt"
    if content is not None:
        file.write_bytes(content)
    ask_about(window, qtbot, file)
    assert message(window).startswith("foto.vpt is niet geopend: ")


def test_or_it_is_opened(window: MainWindow, kept: Kept, qtbot: QtBot) -> None:
    window.document.open(scan_in(2026, "☑☑☑☑☐☐☐☐☐☐"), Path("2026.vpt"))
    ask_about(window, qtbot, kept(scan_in(2025, "☑☑☑☐☐☐☐☐☐☐")))
    with qtbot.waitSignal(window.document.opened):
        button(window, "Openen").click()
    assert ticks(window) == "☑☑☑☐☐☐☐☐☐☐"
    assert not window.findChild(MessageBar).isVisible()


def test_escape_lets_go_of_a_dropped_scan(window: MainWindow, kept: Kept, qtbot: QtBot) -> None:
    scan = scan_in(2026, "☑☑☑☑☐☐☐☐☐☐")
    window.document.open(scan, Path("2026.vpt"))
    statement(window, 3).setFocus()
    ask_about(window, qtbot, kept(scan_in(2027)))  # which is not offered as an earlier one
    button(window, "Openen").setFocus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not window.findChild(MessageBar).isVisible()
    assert statement(window, 3).hasFocus()
    assert window.scan == scan


def test_a_scan_that_is_dropped_on_an_empty_one_is_opened_at_once(window: MainWindow, kept: Kept) -> None:
    drop(window, kept(scan_in(2025, "☑☑☑☐☐☐☐☐☐☐")))
    assert ticks(window) == "☑☑☑☐☐☐☐☐☐☐"


def test_the_newest_earlier_scan_among_the_recent_files_is_offered(
    window: MainWindow, kept: Kept, qtbot: QtBot
) -> None:
    kept(scan_in(2025, "☑☑☑☐☐☐☐☐☐☐"))
    kept(scan_in(2023))
    kept(replace(scan_in(2024), organisation="Uden"))
    kept(scan_in(2027))
    kept(scan_in(2022)).write_bytes(b"{")
    kept(scan_in(2021)).unlink()
    window.document.open(scan_in(2026, "☑☑☑☑☐☐☐☐☐☐"))
    qtbot.waitUntil(window.findChild(MessageBar).isVisible)
    assert message(window) == (
        "Bij de recente bestanden is een eerdere scan van Gemeente Oss, van 1 maart 2025: 2025.vpt."
    )
    assert window.findChildren(QMessageBox) == []
    with qtbot.waitSignal(window.previous.arrived):
        button(window, "Als vorige scan").click()
    assert window.scan.previous == replace(earlier_in(2025, "☑☑☑☐☐☐☐☐☐☐"), texts=window.scan.previous.texts)


def test_a_file_with_agreements_is_offered_before_its_copy_for_the_region(
    window: MainWindow, kept: Kept, qtbot: QtBot, tmp_path: Path
) -> None:
    scan = scan_in(2025)
    kept(region_copy(scan)).rename(tmp_path / "kopie.vpt")
    kept(scan)
    window._preferences.add_recent(tmp_path / "kopie.vpt")  # the last one that was open
    window.document.open(scan_in(2026))
    qtbot.waitUntil(window.findChild(MessageBar).isVisible)
    assert message(window).endswith("van 1 maart 2025: 2025.vpt.")


def test_it_is_offered_once_for_a_scan_when_its_organisation_has_been_typed(
    window: MainWindow, kept: Kept, qtbot: QtBot
) -> None:
    kept(scan_in(2025))
    qtbot.keyClicks(field(window, "Organisatie"), "oss")
    qtbot.waitUntil(window.findChild(MessageBar).isVisible)
    button(window, "Sluiten").click()
    qtbot.keyClicks(field(window, "Organisatie"), " ")
    assert is_quiet(window, qtbot)
    window.document.open(scan_in(2026))
    qtbot.waitUntil(window.findChild(MessageBar).isVisible)


def test_nothing_is_offered_to_a_scan_with_a_previous_one(
    window: MainWindow, kept: Kept, qtbot: QtBot
) -> None:
    kept(scan_in(2025))
    window.document.open(replace(scan_in(2026), earlier=(earlier_in(2024),)))
    qtbot.keyClicks(field(window, "Organisatie"), "!")
    assert is_quiet(window, qtbot)


def test_an_offer_waits_for_the_message_that_is_shown(window: MainWindow, kept: Kept, qtbot: QtBot) -> None:
    kept(scan_in(2025))
    window.show_error("Er is iets misgegaan.")
    window.document.open(scan_in(2026))
    with qtbot.waitSignal(window.previous_messages.recent.found):
        pass
    assert message(window) == "Er is iets misgegaan."
    button(window, "Sluiten").click()
    assert message(window).startswith("Bij de recente bestanden is een eerdere scan van Gemeente Oss")


def test_recent_files_are_read_while_the_window_goes_on(
    window: MainWindow, kept: Kept, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(scan_in(2025))
    disk, begun, read = Event(), Event(), earlier_recent.read_previous_scan
    threads = []

    def slowly(path: Path, card: Card) -> object:
        threads.append(current_thread())
        begun.set()
        disk.wait(60)
        return read(path, card)

    monkeypatch.setattr(earlier_recent, "read_previous_scan", slowly)
    window.document.open(scan_in(2026))
    qtbot.waitUntil(begun.is_set)
    qtbot.keyClick(window.focusWidget(), "4")
    assert ticks(window) == "☐☐☐☑☐☐☐☐☐☐"
    window.document.open(scan_in(2020))  # of which that is no earlier one
    disk.set()
    assert is_quiet(window, qtbot)
    assert main_thread() not in threads
