"""The desk at the next slide: what stays the same is not laid out anew."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.presentation.test_last_time import after_last_year
from tests.ui.screen import present, slide, slides_of, the
from vpt_desktop.domain.card import Card
from vpt_desktop.domain.slide_show import QUESTION, RESULT
from vpt_desktop.override import override
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.presentation.console import Console
from vpt_desktop.ui.scan.statement_row import StatementRow

RESIZE = QEvent.Type.Resize

pytestmark = pytest.mark.usefixtures("two_screens")


class Events(QObject):
    """Counts the events of one type that some widgets get."""

    def __init__(self, type_: QEvent.Type) -> None:
        super().__init__()
        self._type = type_
        self.count = 0

    @override
    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:
        self.count += event.type() == self._type
        return False


@contextmanager
def counted(type_: QEvent.Type, *widgets: QWidget) -> Iterator[Events]:
    QApplication.processEvents()
    events = Events(type_)
    for widget in widgets:
        widget.installEventFilter(events)
    yield events
    QApplication.processEvents()


def step(window: MainWindow, key: Qt.Key = Qt.Key.Key_PageDown) -> None:
    QTest.keyClick(slides_of(window), key)


def test_the_next_statement_resizes_none_at_the_desk(window: MainWindow, qtbot: QtBot) -> None:
    present(window, qtbot)
    with counted(RESIZE, *window.findChildren(StatementRow)) as resizes:
        for _ in range(3):
            step(window)
            QApplication.processEvents()
    assert resizes.count == 0


def test_the_reveal_lays_the_panel_out_for_all_that_appears_at_once(
    window: MainWindow, qtbot: QtBot, card: Card
) -> None:
    window.document.open(after_last_year(card))
    present(window, qtbot)
    for _ in range(QUESTION - 1):
        step(window)
    with counted(RESIZE, the(window, Console)) as resizes:
        step(window)
    assert slide(window) == RESULT
    assert resizes.count <= 4, "no fewer: a page that becomes too high gets a scroll bar, and is narrower"
