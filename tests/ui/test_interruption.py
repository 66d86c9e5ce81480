"""Ctrl+C in the terminal ends the program in its ordinary way."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.killing import Program
from tests.skips import NO_SIGNALS
from vpt_desktop.ui.interruption import Interruption

if sys.platform == "win32":
    pytest.skip(NO_SIGNALS, allow_module_level=True)


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    """Have the signals handled by default, in a program that is started too, whatever started the tests."""
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    inherited = [signal.signal(number, signal.SIG_DFL) for number in numbers]
    yield
    left = [signal.getsignal(number) for number in numbers]
    for number, handler in zip(numbers, inherited, strict=True):
        signal.signal(number, handler)
    assert left == [signal.SIG_DFL] * len(numbers)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_program_once(qtbot: QtBot, number: signal.Signals) -> None:
    ended: list[bool] = []
    parent = QObject()
    interruption = Interruption(lambda: ended.append(True), parent)
    os.kill(os.getpid(), number)
    qtbot.waitUntil(lambda: ended == [True])
    interruption.stop()


@pytest.mark.usefixtures("qapp")
def test_a_signal_that_the_starter_ignores_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    parent = QObject()
    interruption = Interruption(pytest.fail, parent)
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    interruption.stop()
    signal.signal(signal.SIGHUP, before)


UNSAVED = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from tests.drawing import drawing_of
from vpt_desktop.resources import load_card
from vpt_desktop.ui import application

def begin(keeper, window, path, *, present):
    def report(_=None):
        print(drawing_of(window.document.scan), flush=True)
        if window.document.scan.score == 0:
            window.document.set_ticked(4, ticked=True)
            keeper.settle()
        os.kill(os.getpid(), getattr(signal, sys.argv[1]))
    keeper.start(path, report)

application.begin = begin
print(application.run(load_card(), None), flush=True)
"""
"""Ticks a statement, and gets a signal; started again, shows what it found."""


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_unsaved_work_does_not_hold_up_the_end_and_is_back_at_the_next_start(
    tmp_path: Path, name: str
) -> None:
    profile = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME"), str(tmp_path))
    shown = []
    for _ in range(2):
        program = Program(UNSAVED, name, **profile)
        shown.append([program.line(), program.line()])
        program.stop()
    assert shown == [["☐☐☐☐☐☐☐☐☐☐", "0"], ["☐☐☐☑☐☐☐☐☐☐", "0"]]


BUSY = """
import os, signal, sys
from pathlib import Path
from vpt_desktop.resources import load_card
from vpt_desktop.ui import application
from vpt_desktop.ui.background import Background

works = []

def begin(keeper, window, path, *, present):
    folder = Path(sys.argv[1])
    window.region.open()
    window.region._window.files.add([folder])
    window.export.save(window.export.summary, folder / "x.pdf")
    works.extend(window.findChildren(Background) + window.region._window.findChildren(Background))
    os.kill(os.getpid(), signal.SIGTERM)

application.begin = begin
status = application.run(load_card(), None)
print(status, len(works) > 5, any(work.is_busy for work in works), flush=True)
"""
"""Gets a signal while it reads a region and makes a PDF; shows whether anything still works after its end."""


def test_nothing_works_on_in_the_background_when_the_program_ends(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number}.vpt").write_text("{", encoding="utf-8")
    profile = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME"), str(tmp_path))
    program = Program(BUSY, str(tmp_path), **profile)
    assert program.line() == "0 True False"
    program.stop()
