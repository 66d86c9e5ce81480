"""A main window on the screen that tests have, which is none."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QLayoutItem
from pytestqt.qtbot import QtBot

from tests.ui import offscreen_screens
from tests.ui.offscreen_screens import DEFAULT, LAPTOP, PROJECTOR, set_screens
from vpt_desktop.domain.card import Card
from vpt_desktop.ui.application import build_window, prepare
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.preferences import Preferences
from vpt_desktop.ui.widgets import announcement, theme
from vpt_desktop.ui.widgets.colours import Colours
from vpt_desktop.ui.widgets.theme import Theme

# A machine that runs the tests of another system besides may stall for longer than pytest-qt's five seconds.
for wait in (QtBot.waitActive, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitUntil):
    wait.__kwdefaults__["timeout"] = 30_000


@pytest.fixture(scope="session", autouse=True)
def prepared(qapp: QApplication) -> Iterator[None]:
    prepare(qapp)
    Theme(qapp).refresh()
    yield
    qapp.clipboard().clear()  # what is on it, the offscreen platform would keep past the end of Python


@pytest.fixture(autouse=True)
def windows_end_with_their_test() -> Iterator[None]:
    """Delete what a test has closed: pytest-qt leaves that to an event loop, and colours would reach it."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def no_item_of_a_layout_gets_to_python() -> Iterator[None]:
    """Refuse a layout that is added to another with something in it already.

    PySide makes an object for each item in it, and keeps that when Qt deletes the item, as it does when a
    widget moves to another layout. Whatever Qt makes at the same place in memory is taken for the item then.
    """
    yield
    assert {kind.__name__ for kind in QLayoutItem.__subclasses__()} <= {"QLayout"}


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    return Preferences()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, card: Card, preferences: Preferences) -> Iterator[MainWindow]:
    """The main window as a user finds it at the first start, on a laptop."""
    window = build_window(qapp, card, preferences)
    qtbot.addWidget(window)
    window.showNormal()
    window.resize(LAPTOP.width, LAPTOP.height)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.presentation.leave()


@pytest.fixture
def change_colours(qapp: QApplication) -> Iterator[Callable[[Colours], None]]:
    """Give what changes the colours as another theme of the system does; they are back after the test."""
    hints = qapp.styleHints()
    with pytest.MonkeyPatch.context() as patch:

        def change_colours(colours: Colours) -> None:
            patch.setattr(theme, "colours_for", lambda *_system: colours)
            hints.colorSchemeChanged.emit(hints.colorScheme())

        yield change_colours
    hints.colorSchemeChanged.emit(hints.colorScheme())


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Callable[[], list[str]]:
    """Return what tells all that a screen reader has been asked to say of its own accord."""
    said: list[str] = []

    def listen(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(announcement, "GAP", 0)
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)

    def spoken() -> list[str]:
        qapp.processEvents()
        return said

    return spoken


@pytest.fixture
def plug() -> Iterator[Callable[..., None]]:
    """Return what changes the screens; without it there is one, and after it again."""
    if not offscreen_screens.AVAILABLE:
        pytest.skip("screens to plug in and pull out are at hand on Linux only")
    yield set_screens
    set_screens(DEFAULT)


@pytest.fixture
def two_screens(plug: Callable[..., None], qapp: QApplication) -> None:
    """A laptop with a projector."""
    plug(LAPTOP, PROJECTOR)
    qapp.processEvents()
