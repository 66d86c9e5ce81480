"""Where the main window stands: at the first start, and as it was left."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.offscreen_screens import LAPTOP, PROJECTOR, Screen
from tests.ui.screen import screen_under
from vpt_desktop.domain.card import Card
from vpt_desktop.ui.application import build_window
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.preferences import Preferences

Plug = Callable[..., None]
DESKTOP = Screen("DP-1", 0, 0, 1920, 1080)
LARGE = Screen("DP-1", 0, 0, 3840, 2160)


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, card: Card, preferences: Preferences) -> Callable[[], MainWindow]:
    """Return what starts the program, with what is remembered."""

    def start() -> MainWindow:
        window = build_window(qapp, card, preferences)
        qtbot.addWidget(window)
        window.show()
        return window

    return start


@pytest.mark.parametrize("screen", [DESKTOP, LARGE])
def test_at_the_first_start_it_is_nearly_as_tall_as_the_screen(
    start: Callable[[], MainWindow], plug: Plug, screen: Screen
) -> None:
    plug(screen)
    window = start()
    assert not window.isMaximized()
    assert window.height() > 0.94 * screen.height
    assert window.width() < screen.width
    assert QGuiApplication.primaryScreen().availableGeometry().contains(window.frameGeometry())


@pytest.mark.parametrize("screen", [LAPTOP, PROJECTOR._replace(x=0)])
def test_on_a_small_screen_it_is_maximised_at_the_first_start(
    start: Callable[[], MainWindow], plug: Plug, screen: Screen
) -> None:
    plug(screen)
    assert start().isMaximized()


def test_it_comes_back_where_it_was_left(start: Callable[[], MainWindow], plug: Plug) -> None:
    plug(DESKTOP)
    window = start()
    window.resize(1000, 700)
    window.move(200, 100)
    window.close()
    again = start()
    assert (again.pos().toTuple(), again.size().toTuple()) == ((200, 100), (1000, 700))


def test_another_run_of_the_program_knows_it_too(
    start: Callable[[], MainWindow], preferences: Preferences
) -> None:
    start().close()
    preferences.flush()
    assert Preferences().window_place == preferences.window_place != b""


def test_it_comes_back_maximised_and_gets_its_size_back_from_that(
    start: Callable[[], MainWindow], plug: Plug
) -> None:
    plug(DESKTOP)
    window = start()
    window.resize(1000, 700)
    window.showMaximized()
    window.close()
    again = start()
    assert again.isMaximized()
    again.showNormal()
    assert again.size().toTuple() == (1000, 700)


def test_it_is_in_sight_when_the_screen_on_which_it_was_left_is_gone(
    start: Callable[[], MainWindow], plug: Plug, qapp: QApplication
) -> None:
    plug(LAPTOP, PROJECTOR._replace(width=1366))
    window = start()
    window.showNormal()
    window.resize(1000, 700)
    window.move(PROJECTOR.x + 10, 30)
    qapp.processEvents()
    assert screen_under(window) == "HDMI-1"
    window.close()
    plug(LAPTOP)
    again = start()
    assert again.size().toTuple() == (1000, 700)
    assert QRect(0, 0, LAPTOP.width, LAPTOP.height).contains(again.geometry())


def test_on_a_much_smaller_screen_than_that_on_which_it_was_left_it_is_as_at_the_first_start(
    start: Callable[[], MainWindow], plug: Plug
) -> None:
    plug(LARGE)
    window = start()
    window.resize(3000, 1800)
    window.close()
    plug(LAPTOP)
    assert start().isMaximized()


def test_what_it_was_while_presenting_is_not_what_comes_back(
    start: Callable[[], MainWindow], plug: Plug, qapp: QApplication
) -> None:
    plug(LAPTOP, PROJECTOR)
    window = start()
    window.showNormal()
    window.resize(1000, 700)
    window.move(150, 40)
    qapp.processEvents()
    window.presentation.start()
    window.presentation.placement.swap()
    assert screen_under(window) == "HDMI-1"
    window.close()
    assert start().pos().toTuple() == (150, 40)


@pytest.mark.parametrize("damaged", [b"", b"\x00", b"\x01\xd9\xd0\xcb" * 20])
def test_a_damaged_place_counts_as_none(
    start: Callable[[], MainWindow], plug: Plug, preferences: Preferences, damaged: bytes
) -> None:
    plug(DESKTOP)
    preferences.set_window_place(damaged)
    window = start()
    assert window.height() > 0.94 * DESKTOP.height
    assert QRect(0, 0, 1920, 1080).contains(window.frameGeometry())
