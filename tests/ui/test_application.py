"""The application around the window: its icon, and files that macOS opens with it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from release import icons
from vpt_desktop.ui.application import FileOpener
from vpt_desktop.ui.main_window import MainWindow


def test_a_file_that_is_opened_with_the_program_is_handed_on(qapp: QApplication) -> None:
    opened: list[Path] = []
    app = QObject(qapp)
    FileOpener(app, opened.append)
    qapp.sendEvent(app, QFileOpenEvent("/scans/oss.vpt"))
    qapp.sendEvent(app, QEvent(QEvent.Type.ApplicationStateChange))
    assert opened == [Path("/scans/oss.vpt")]


def test_a_window_has_the_icon_in_every_size_that_is_made(window: MainWindow) -> None:
    assert [size.width() for size in window.windowIcon().availableSizes()] == list(icons.WINDOW_SIZES)
    assert QGuiApplication.desktopFileName() == "vpt-desktop"
