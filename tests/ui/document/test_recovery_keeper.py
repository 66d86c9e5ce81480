"""Work that nobody saved outlasts whatever ends the program; what is saved or let go of leaves nothing."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from tests.drawing import drawing_of, scan_of
from tests.ui.screen import button, message, the, ticks
from vpt_desktop.domain.card import Card
from vpt_desktop.storage.file_reading import fingerprint_of
from vpt_desktop.storage.recovery import orphans
from vpt_desktop.storage.scan_file import encode_scan
from vpt_desktop.ui.application import begin, build_window
from vpt_desktop.ui.document.recovery_keeper import RecoveryKeeper
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.preferences import Preferences
from vpt_desktop.ui.widgets.message_bar import MessageBar

CRASH = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from vpt_desktop.resources import load_card
from vpt_desktop.ui import application
from vpt_desktop.ui.preferences import Preferences
from vpt_desktop.ui.document.recovery_keeper import RecoveryKeeper

app = QApplication([])
card = load_card()
window = application.build_window(app, card, Preferences())
keeper = RecoveryKeeper(card, window.document, Path(sys.argv[1]))
keeper.start()
for number in sys.argv[2]:
    window.document.set_ticked(int(number), True)
QTimer.singleShot(1000, lambda: os.kill(os.getpid(), signal.SIGKILL))
app.exec()
"""


def keeper(window: MainWindow, card: Card, folder: Path) -> RecoveryKeeper:
    return RecoveryKeeper(card, window.document, folder)


def crash(folder: Path, figures: str) -> None:
    """Tick in another process, save nothing, and kill it a second later."""
    profile = {name: str(folder.parent) for name in ("HOME", "XDG_CONFIG_HOME")}
    ended = subprocess.run(
        [sys.executable, "-c", CRASH, str(folder), figures],
        check=False,
        env={**os.environ, **profile},
        timeout=60,
    )
    assert ended.returncode == -signal.SIGKILL


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
def test_after_a_crash_the_next_start_has_the_work_back(
    window: MainWindow, card: Card, tmp_path: Path
) -> None:
    folder = tmp_path / "herstel"
    crash(folder, "148")
    kept = keeper(window, card, folder)
    kept.recovered.connect(window.on_recovered)
    kept.start()
    assert ticks(window) == "☑☐☐☑☐☐☐☑☐☐"
    assert window.isWindowModified()
    told = the(window, MessageBar).findChildren(QLabel)[0].accessibleName()
    assert told == "Je niet-opgeslagen scan van de vorige keer is teruggehaald."
    button(window, "Weggooien").click()
    assert ticks(window) == "☐☐☐☐☐☐☐☐☐☐"
    assert not window.isWindowModified()
    kept.stop()
    assert orphans(folder, card) == []


def test_what_came_back_cannot_be_thrown_away_once_another_scan_is_open(
    window: MainWindow, card: Card, tmp_path: Path
) -> None:
    window.on_recovered()
    assert button(window, "Weggooien").isVisible()
    other = tmp_path / "ander.vpt"
    other.write_bytes(encode_scan(scan_of("☑☑☑☑☑☐☐☐☐☐"), card))
    window.files.open(other)
    assert not window.findChild(MessageBar).isVisible()


def test_what_is_changed_is_in_the_profile_within_a_second(
    window: MainWindow, card: Card, tmp_path: Path, qtbot: QtBot
) -> None:
    kept = keeper(window, card, tmp_path)
    kept.start()
    window.document.set_ticked(3, True)
    qtbot.waitUntil(lambda: bool(list(tmp_path.rglob("*.vpt-herstel"))), timeout=1000)
    kept.stop()


@pytest.mark.parametrize("way", ["saved", "let go of"])
def test_what_is_saved_or_let_go_of_leaves_nothing(
    window: MainWindow, card: Card, tmp_path: Path, way: str
) -> None:
    kept = keeper(window, card, tmp_path / "herstel")
    kept.start()
    window.document.set_ticked(3, True)
    assert kept.write()
    if way == "saved":
        window.document.mark_saved(tmp_path / "scan.vpt", fingerprint_of(b""))
    else:
        window.close()
        discard = window.findChild(QMessageBox).button(QMessageBox.StandardButton.Discard)
        discard.click()
        assert not window.isVisible()
    kept.stop()
    assert orphans(tmp_path / "herstel", card) == []


def test_a_system_that_ends_the_program_without_asking_loses_nothing(
    window: MainWindow, card: Card, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    kept = keeper(window, card, tmp_path)
    kept.start()
    window.document.set_ticked(3, True)
    kept.stop()  # as at the end of a session: a moment after the last tick, with the window still open
    later = build_window(qapp, card, Preferences())
    qtbot.addWidget(later)
    again = keeper(later, card, tmp_path)
    again.start()
    assert ticks(later) == "☐☐☑☐☐☐☐☐☐☐"
    later.files.discard()
    again.stop()
    assert orphans(tmp_path, card) == []


def test_two_running_programs_do_not_take_each_others_work(
    window: MainWindow, card: Card, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    first = keeper(window, card, tmp_path)
    first.start()
    window.document.set_ticked(3, True)
    first.write()
    other = build_window(qapp, card, Preferences())
    qtbot.addWidget(other)
    second = keeper(other, card, tmp_path)
    second.start()
    assert drawing_of(other.scan) == "☐☐☐☐☐☐☐☐☐☐"
    second.stop()
    first.stop()


def test_a_profile_that_cannot_be_written_is_told_beside_the_file_that_the_user_opens_too(
    window: MainWindow, card: Card, tmp_path: Path
) -> None:
    (tmp_path / "profile").write_text("a file where the folder should be", encoding="ascii")
    file = tmp_path / "scan.vpt"
    file.write_bytes(encode_scan(scan_of("☑☑☐☐☐☐☐☐☐☐"), card))
    kept = keeper(window, card, tmp_path / "profile")
    kept.failed.connect(window.show_error)
    begin(kept, window, file, present=False)
    assert ticks(window) == "☑☑☐☐☐☐☐☐☐☐"
    assert message(window).startswith("Wijzigingen worden niet vanzelf bewaard")
    kept.stop()


def test_a_profile_that_cannot_be_written_is_told_once_and_work_goes_on(
    window: MainWindow, card: Card, tmp_path: Path
) -> None:
    (tmp_path / "profile").write_text("a file where the folder should be", encoding="ascii")
    told: list[str] = []
    kept = keeper(window, card, tmp_path / "profile")
    kept.failed.connect(told.append)
    kept.start()
    assert kept.write(), "there is nothing yet to keep"
    window.document.set_ticked(3, True)
    assert not kept.write()
    kept.stop()
    assert len(told) == 1
    assert told[0].startswith("Wijzigingen worden niet vanzelf bewaard")
    assert ticks(window) == "☐☐☑☐☐☐☐☐☐☐"
