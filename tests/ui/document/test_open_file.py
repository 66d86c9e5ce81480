"""A file that another program has open: that one goes on with it, and here nothing is opened."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.drawing import drawing_of, scan_of
from tests.killing import Program
from tests.skips import WINDOWS
from vpt_desktop.domain.card import Card
from vpt_desktop.storage.scan_file import encode_scan
from vpt_desktop.ui.application import build_window
from vpt_desktop.ui.document.open_file import OpenFile
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.preferences import Preferences

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from vpt_desktop.resources import load_card
from vpt_desktop.ui.application import build_window, prepare
from vpt_desktop.ui.document.open_file import OpenFile
from vpt_desktop.ui.preferences import Preferences

folder = Path(sys.argv[1])
app = QApplication([])
prepare(app)
window = build_window(app, load_card(), Preferences(folder / "settings.ini"), OpenFile(folder / "geopend"))
window.show()
window.files.open(folder / "scan.vpt")
window.files.settle()
slides = None
if sys.argv[2:]:
    window.presentation.start()
    slides = window.presentation.window
elif sys.platform == "win32":
    window.showMinimized()

def report():
    front = QApplication.activeWindow()
    name = "slides" if slides is not None and front is slides else "window" if front is window else "-"
    print(name if window.files.is_known else "unknown", flush=True)

timer = QTimer(interval=50)
timer.timeout.connect(report)
timer.start()
app.exec()
"""
"""Opens a scan, presents it if wanted, and keeps printing which of its windows is active."""


@pytest.fixture
def scan_file(card: Card, tmp_path: Path) -> Path:
    file = tmp_path / "scan.vpt"
    file.write_bytes(encode_scan(scan_of("☑☑☐☐☐☐☐☐☐☐"), card))
    return file


@pytest.fixture
def window(
    qapp: QApplication, card: Card, preferences: Preferences, tmp_path: Path, qtbot: QtBot
) -> MainWindow:
    window = build_window(qapp, card, preferences, OpenFile(tmp_path / "geopend"))
    qtbot.addWidget(window)
    window.show()
    return window


def program_with_the_file(tmp_path: Path, *arguments: str) -> Program:
    screen = {"QT_QPA_PLATFORM": "windows"} if WINDOWS else {}
    program = Program(PROGRAM, str(tmp_path), *arguments, **screen)
    while program.line() == "unknown":
        pass
    return program


def test_a_file_that_another_program_has_open_is_not_opened_again(
    window: MainWindow, scan_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    program = program_with_the_file(tmp_path)
    with qtbot.waitSignal(window.files.failed) as failed:
        window.files.open(scan_file)
    sentence = (
        "scan.vpt is niet geopend: het is al open in een ander venster van VPT Desktop; "
        "er is niets veranderd, ga daar verder."
    )
    assert failed.args == [sentence]
    assert window.document.path is None
    program.kill()
    window.files.open(scan_file)
    qtbot.waitUntil(lambda: drawing_of(window.scan) == "☑☑☐☐☐☐☐☐☐☐")


def test_the_own_file_can_be_opened_again(window: MainWindow, scan_file: Path, qtbot: QtBot) -> None:
    for _ in range(2):
        with qtbot.waitSignal(window.document.opened):
            window.files.open(scan_file)
        qtbot.waitUntil(lambda: window.files.is_known)


@pytest.mark.skipif(not WINDOWS, reason="only Windows lets one program raise the window of another")
@pytest.mark.parametrize(("arguments", "front"), [((), "window"), (("present",), "slides")])
def test_a_program_that_has_the_file_open_comes_to_the_front_and_never_over_its_slides(
    arguments: tuple[str, ...], front: str, scan_file: Path, tmp_path: Path
) -> None:
    program = program_with_the_file(tmp_path, *arguments)
    assert OpenFile(tmp_path).is_elsewhere(scan_file)
    reports = [program.line() for _ in range(20)]
    while reports[-5:] != [front] * 5 and len(reports) < 600:  # half a minute
        reports.append(program.line())
    assert reports[-5:] == [front] * 5
    program.kill()
