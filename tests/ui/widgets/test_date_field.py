"""The date field takes a date as people write it, and nothing else."""

import datetime as dt

import pytest
from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget
from pytestqt.qtbot import QtBot

from tests.ui.screen import button
from vpt_desktop.ui.widgets.date_field import DateField, DatePicker


@pytest.fixture
def date_field(qtbot: QtBot) -> DateField:
    date_field = DateField()
    qtbot.addWidget(date_field)
    date_field.show()
    date_field.show_date(dt.date(2026, 11, 23))
    return date_field


def type_in(date_field: DateField, qtbot: QtBot, text: str) -> None:
    date_field.selectAll()
    qtbot.keyClicks(date_field, text)
    qtbot.keyClick(date_field, Qt.Key.Key_Return)


@pytest.mark.parametrize("text", ["1-2-2027", "01-02-2027", "1/2/2027", "1.2.2027", "1 2 2027", " 1-2-2027 "])
def test_it_takes_day_month_and_year_with_any_separator(
    date_field: DateField, qtbot: QtBot, text: str
) -> None:
    with qtbot.waitSignal(date_field.date_changed) as signal:
        type_in(date_field, qtbot, text)
    assert signal.args == [dt.date(2027, 2, 1)]
    assert date_field.text() == "01-02-2027"


@pytest.mark.parametrize(
    "text", ["31-02-2026", "0-1-2026", "1-13-2026", "1-2-0000", "morgen", "1-2-26", "x" * 50]
)
def test_it_refuses_everything_else_and_keeps_its_date(
    date_field: DateField, qtbot: QtBot, text: str
) -> None:
    with qtbot.assertNotEmitted(date_field.date_changed), qtbot.waitSignal(date_field.refused) as signal:
        type_in(date_field, qtbot, text)
    assert text[:24] in signal.args[0]
    assert date_field.text() == "23-11-2026"


def test_a_date_counts_as_soon_as_it_is_one(date_field: DateField, qtbot: QtBot) -> None:
    date_field.selectAll()
    with qtbot.waitSignal(date_field.date_changed) as signal:
        qtbot.keyClicks(date_field, "1-12-2027")
    assert signal.args == [dt.date(2027, 12, 1)]
    assert date_field.text() == "1-12-2027"


def test_half_a_date_outlasts_a_look_at_another_window(date_field: DateField, qtbot: QtBot) -> None:
    date_field.selectAll()
    qtbot.keyClicks(date_field, "1-12-")
    away = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    with qtbot.assertNotEmitted(date_field.refused):
        QApplication.sendEvent(date_field, away)
    assert date_field.text() == "1-12-"


def test_an_emptied_field_is_refused_too(date_field: DateField, qtbot: QtBot) -> None:
    date_field.clear()
    with qtbot.waitSignal(date_field.refused):
        qtbot.keyClick(date_field, Qt.Key.Key_Return)
    assert date_field.text() == "23-11-2026"


def test_the_arrow_keys_go_a_day_forth_and_back(date_field: DateField, qtbot: QtBot) -> None:
    qtbot.keyClick(date_field, Qt.Key.Key_Up)
    assert date_field.text() == "24-11-2026"
    qtbot.keyClick(date_field, Qt.Key.Key_Down)
    qtbot.keyClick(date_field, Qt.Key.Key_Down)
    assert date_field.text() == "22-11-2026"


@pytest.mark.parametrize(("edge", "key"), [(dt.date.min, Qt.Key.Key_Down), (dt.date.max, Qt.Key.Key_Up)])
def test_the_arrow_keys_stop_at_the_ends_of_the_calendar(
    date_field: DateField, qtbot: QtBot, edge: dt.date, key: Qt.Key
) -> None:
    date_field.show_date(edge)
    with qtbot.assertNotEmitted(date_field.date_changed):
        qtbot.keyClick(date_field, key)


def test_leaving_the_field_unchanged_changes_nothing(date_field: DateField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(date_field.date_changed):
        qtbot.keyClick(date_field, Qt.Key.Key_Return)


@pytest.fixture
def picker(qtbot: QtBot, date_field: DateField) -> DatePicker:
    picker = DatePicker(date_field)
    qtbot.addWidget(picker)
    picker.show()
    picker.activateWindow()
    qtbot.waitUntil(picker.isActiveWindow)
    return picker


def calendar(picker: DatePicker, qtbot: QtBot) -> QCalendarWidget:
    qtbot.waitUntil(lambda: any(c.isVisible() for c in picker.findChildren(QCalendarWidget)))
    return next(c for c in picker.findChildren(QCalendarWidget) if c.isVisible())


def test_a_day_of_the_calendar_becomes_the_date(
    picker: DatePicker, date_field: DateField, qtbot: QtBot
) -> None:
    qtbot.mouseClick(button(picker, "Kalender"), Qt.MouseButton.LeftButton)
    shown = calendar(picker, qtbot)
    assert shown.selectedDate() == QDate(2026, 11, 23)
    with qtbot.waitSignal(date_field.date_changed) as signal:
        shown.activated.emit(QDate(2026, 12, 5))
    assert signal.args == [dt.date(2026, 12, 5)]
    assert date_field.text() == "05-12-2026"
    qtbot.waitUntil(lambda: not shown.isVisible())


def test_the_button_stands_beside_the_field(picker: DatePicker, date_field: DateField) -> None:
    calendar_button = button(picker, "Kalender")
    assert date_field.geometry().right() < calendar_button.geometry().left()
    assert date_field.parentWidget() is calendar_button.parentWidget()


def test_the_calendar_can_be_had_and_left_by_key(
    picker: DatePicker, date_field: DateField, qtbot: QtBot
) -> None:
    qtbot.keyClick(date_field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(calendar(picker, qtbot), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not any(c.isVisible() for c in picker.findChildren(QCalendarWidget)))
    assert date_field.text() == "23-11-2026"
