"""The keyboard of a presentation, a desk for tests that need no main window, and slides without a desk."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.offscreen_screens import LAPTOP
from tests.ui.presentation.bare_desk import BareDesk
from vpt_desktop.domain.card import Card
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.preferences import Preferences
from vpt_desktop.ui.presentation.window import PresentationWindow


@pytest.fixture
def bare_desk(qtbot: QtBot, qapp: QApplication, card: Card, preferences: Preferences) -> Iterator[BareDesk]:
    desk = BareDesk(qapp, card, preferences)
    qtbot.addWidget(desk)
    desk.resize(LAPTOP.width, LAPTOP.height)
    desk.show()
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    yield desk
    desk.presentation.leave()


@pytest.fixture
def slides(qtbot: QtBot, card: Card) -> PresentationWindow:
    window = PresentationWindow(card, ())
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def press(window: MainWindow | BareDesk, qtbot: QtBot) -> Callable[..., None]:
    """Return what presses keys where the keyboard is: at the slides if there are any."""

    def press(*keys: Qt.Key, hold: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            shown = window.presentation.window or window
            qtbot.waitUntil(shown.isActiveWindow)
            qtbot.keyClick(shown.focusWidget() or shown, key, hold)

    return press
