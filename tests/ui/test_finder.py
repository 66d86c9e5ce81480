"""A file that macOS opens with the program, while it runs too."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from vpt_desktop.ui.finder import Finder


def test_a_file_that_is_opened_with_the_program_is_handed_on(qapp: QApplication) -> None:
    opened: list[Path] = []
    app = QObject(qapp)
    Finder(app, opened.append)
    qapp.sendEvent(app, QFileOpenEvent("/scans/oss.vpt"))
    qapp.sendEvent(app, QEvent(QEvent.Type.ApplicationStateChange))
    assert opened == [Path("/scans/oss.vpt")]
