"""A main window on the screen that tests have, which is none."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vpt_desktop.domain.card import Card
from vpt_desktop.ui.application import build_window, prepare
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.preferences import Preferences
from vpt_desktop.ui.theme import Theme

LAPTOP = QSize(1366, 768)


@pytest.fixture(scope="session", autouse=True)
def prepared(qapp: QApplication) -> None:
    prepare(qapp)
    Theme(qapp).refresh()


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    return Preferences()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, card: Card, preferences: Preferences) -> MainWindow:
    """The main window as a user finds it at the first start, on a laptop."""
    window = build_window(qapp, card, preferences)
    qtbot.addWidget(window)
    window.showNormal()
    window.resize(LAPTOP)
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window
