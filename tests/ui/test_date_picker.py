"""A date from the calendar is as good as a typed one."""

import datetime as dt

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget
from pytestqt.qtbot import QtBot
from screen import button, field

from vpt_desktop.ui.main_window import MainWindow


def calendar(window: MainWindow, qtbot: QtBot) -> QCalendarWidget:
    qtbot.waitUntil(lambda: any(c.isVisible() for c in window.findChildren(QCalendarWidget)))
    return next(c for c in window.findChildren(QCalendarWidget) if c.isVisible())


def test_a_day_of_the_calendar_becomes_the_date(window: MainWindow, qtbot: QtBot) -> None:
    window.document.set_date(dt.date(2026, 11, 23))
    qtbot.mouseClick(button(window, "Kalender"), Qt.MouseButton.LeftButton)
    shown = calendar(window, qtbot)
    assert shown.selectedDate() == QDate(2026, 11, 23)
    shown.activated.emit(QDate(2026, 12, 5))
    assert window.scan.date == dt.date(2026, 12, 5)
    assert field(window, "Datum").text() == "05-12-2026"
    qtbot.waitUntil(lambda: not shown.isVisible())


def test_the_button_stands_beside_the_field(window: MainWindow) -> None:
    date, calendar_button = field(window, "Datum"), button(window, "Kalender")
    assert date.geometry().right() < calendar_button.geometry().left()
    assert date.parentWidget() is calendar_button.parentWidget()


def test_the_calendar_can_be_had_and_left_by_key(window: MainWindow, qtbot: QtBot) -> None:
    before = window.scan.date
    qtbot.keyClick(window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    shown = calendar(window, qtbot)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not any(c.isVisible() for c in window.findChildren(QCalendarWidget)))
    assert window.scan.date == before
