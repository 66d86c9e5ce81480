"""Ctrl+C in the terminal ends the program in its ordinary way."""

import os
import signal
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.skips import NO_POSIX
from vpt_desktop.ui.interruption import Interruption

if sys.platform == "win32":
    pytest.skip(NO_POSIX, allow_module_level=True)


@pytest.fixture
def handlers() -> Iterator[None]:
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = [signal.getsignal(number) for number in numbers]
    yield
    assert [signal.getsignal(number) for number in numbers] == before


@pytest.mark.usefixtures("handlers")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_program_once(qtbot: QtBot, number: signal.Signals) -> None:
    ended: list[bool] = []
    parent = QObject()
    interruption = Interruption(lambda: ended.append(True), parent)
    os.kill(os.getpid(), number)
    qtbot.waitUntil(lambda: ended == [True])
    interruption.stop()


@pytest.mark.usefixtures("handlers", "qapp")
def test_a_signal_that_the_starter_ignores_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    parent = QObject()
    interruption = Interruption(pytest.fail, parent)
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    interruption.stop()
    signal.signal(signal.SIGHUP, before)
