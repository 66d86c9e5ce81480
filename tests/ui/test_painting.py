"""After a change the screen shows the window as it is, although only a part is painted anew."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.domain.earlier import scan_in
from tests.ui.paint_watch import painted
from tests.ui.screen import action, statement, the
from vpt_desktop.domain.card import Card
from vpt_desktop.domain.earlier_scans import AnsweredScan, following
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.widgets.score_meter import ScoreMeter

ROUNDING = 16
"""Of 255: the edge of a large figure is not the same to a hair wherever it is drawn."""

at_sizes = pytest.mark.parametrize("size", [(1024, 700), (1366, 768), (1900, 1000)])

KEYS = {"↓": Qt.Key.Key_Down, "↑": Qt.Key.Key_Up, "☐": Qt.Key.Key_Space}


def difference_from_painted_anew(window: MainWindow) -> int:
    """Return by how much a colour on the screen differs at most, 0-255, from the window painted whole."""
    seen = window.screen().grabWindow(window.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(seen)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawPixmap(0, 0, window.grab())
    painter.end()
    pixels = seen.convertToFormat(QImage.Format.Format_RGBA8888)
    return max(max(pixels.constBits()[channel::4]) for channel in range(3))


def assert_as_painted_anew(window: MainWindow, qtbot: QtBot) -> None:
    """Have the screen show the window as it is, once it is laid out."""
    qtbot.waitUntil(lambda: difference_from_painted_anew(window) <= ROUNDING)


@at_sizes
def test_after_every_tick_the_screen_shows_the_window_as_it_is(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window.resize(*size)
    for number in (*range(1, 11), *range(10, 0, -3), 7, 1):
        qtbot.mouseClick(statement(window, number), Qt.MouseButton.LeftButton)
        assert_as_painted_anew(window, qtbot)


@at_sizes
def test_with_a_previous_scan_it_does_so_too(
    window: MainWindow, card: Card, qtbot: QtBot, size: tuple[int, int]
) -> None:
    then = AnsweredScan(scan_in(2025, "☑☑☐☐☐☑☐☐☐☑"), card.texts)
    window.document.open(following(then, dt.date(2026, 11, 23)))
    window.resize(*size)
    for number in (*range(1, 11), *range(10, 0, -1)):
        qtbot.mouseClick(statement(window, number), Qt.MouseButton.LeftButton)
        assert_as_painted_anew(window, qtbot)


def test_after_every_key_and_every_undo_so_it_does(window: MainWindow, qtbot: QtBot) -> None:
    statement(window, 1).setFocus()
    for key in "☐↓☐↓☐↓↓☐↑☐↓☐↓☐":
        qtbot.keyClick(QApplication.focusWidget(), KEYS[key])
        assert_as_painted_anew(window, qtbot)
    for _ in range(7):
        action(window, "Ongedaan maken").trigger()
        assert_as_painted_anew(window, qtbot)


def test_of_the_meter_only_what_changes_is_painted(window: MainWindow, qtbot: QtBot) -> None:
    meter = the(window, ScoreMeter)
    with painted(meter) as watch:
        qtbot.mouseClick(statement(window, 1), Qt.MouseButton.LeftButton)
    last_cell = meter.rect().adjusted(meter.width() * 9 // 10, meter.height() * 5 // 8, 0, 0)
    assert watch.times > 0
    assert not watch.region.intersects(last_cell)
