"""The date field takes a date as people write it, and nothing else."""

import datetime as dt
from collections.abc import Callable
from itertools import product

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.screen import button, the
from vpt_desktop.ui.widgets.calendar import Calendar
from vpt_desktop.ui.widgets.colours import LIGHT
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


@pytest.mark.parametrize(
    "text",
    [
        *("1-2-2027", "01-02-2027", "1/2/2027", "1.2.2027", "1 2 2027", " 1-2-2027 ", "1 - 2 - 2027"),
        *("1-2-27", "1/2/27", "1-2-'27", "2027-02-01", "2027-2-1", "2027/02/01", "1 februari 2027"),
        *(
            "1 feb 2027",
            "1 Feb. 2027",
            "1-feb-2027",
            "1 FEBRUARI '27",
            "maandag 1 februari 2027",
            "ma 1 feb 27",
            "1e februari 2027",
            "1-2-2027.",
            "20270201",
            "01022027",
        ),
    ],
)
def test_it_takes_a_date_as_people_write_it(date_field: DateField, qtbot: QtBot, text: str) -> None:
    with qtbot.waitSignal(date_field.date_changed) as signal:
        type_in(date_field, qtbot, text)
    assert signal.args == [dt.date(2027, 2, 1)]
    assert date_field.text() == "01-02-2027"


@pytest.mark.parametrize(
    "text",
    [
        "31-02-2026",
        "0-1-2026",
        "1-13-2026",
        "1-2-0000",
        "morgen",
        "1 brumaire 2026",
        "juli 2026",
        "20261301",
        "x" * 50,
    ],
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
    with qtbot.waitSignal(date_field.refused) as signal:
        qtbot.keyClick(date_field, Qt.Key.Key_Return)
    assert signal.args[0].startswith("Er was geen datum ingevuld; er staat weer 23-11-2026.")
    assert date_field.text() == "23-11-2026"


def test_a_short_year_counts_after_a_pause_in_which_no_figure_follows(
    date_field: DateField, qtbot: QtBot
) -> None:
    date_field.selectAll()
    with qtbot.waitSignal(date_field.date_changed) as signal:
        qtbot.keyClicks(date_field, "1-12-27")
    assert signal.args == [dt.date(2027, 12, 1)]
    assert date_field.text() == "1-12-27"


def test_what_is_refused_after_such_a_pause_gives_the_earlier_date_back(
    date_field: DateField, qtbot: QtBot
) -> None:
    date_field.selectAll()
    with qtbot.waitSignal(date_field.date_changed):
        qtbot.keyClicks(date_field, "1-12-20")
    with qtbot.waitSignal(date_field.date_changed) as signal:
        qtbot.keyClicks(date_field, "2\r")
    assert signal.args == [dt.date(2026, 11, 23)]
    assert date_field.text() == "23-11-2026"


def test_a_short_year_counts_when_the_user_looks_at_another_window(
    date_field: DateField, qtbot: QtBot
) -> None:
    date_field.selectAll()
    qtbot.keyClicks(date_field, "1-12-27")
    away = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    with qtbot.waitSignal(date_field.date_changed):
        QApplication.sendEvent(date_field, away)


@pytest.mark.parametrize("text", ["1-2-2027", "1 feb 27"])
def test_a_refusal_is_over_once_there_is_a_date(date_field: DateField, qtbot: QtBot, text: str) -> None:
    type_in(date_field, qtbot, "morgen")
    date_field.selectAll()
    with qtbot.waitSignal(date_field.corrected):
        qtbot.keyClicks(date_field, text)


def test_a_refusal_is_over_once_the_field_is_left_as_it_is(date_field: DateField, qtbot: QtBot) -> None:
    date_field.setFocus()
    type_in(date_field, qtbot, "morgen")
    with qtbot.assertNotEmitted(date_field.corrected):
        date_field.clearFocus()
    date_field.setFocus()
    with qtbot.waitSignal(date_field.corrected):
        date_field.clearFocus()


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


def open_calendar(picker: DatePicker, qtbot: QtBot) -> Calendar:
    qtbot.mouseClick(button(picker, "Kalender"), Qt.MouseButton.LeftButton)
    return shown_calendar(picker, qtbot)


def shown_calendar(picker: DatePicker, qtbot: QtBot) -> Calendar:
    qtbot.waitUntil(lambda: any(c.isVisible() for c in picker.findChildren(Calendar)))
    return next(c for c in picker.findChildren(Calendar) if c.isVisible())


def day_with_focus(calendar: Calendar) -> str:
    return calendar.focusWidget().accessibleName()


def test_the_calendar_opens_at_the_date(picker: DatePicker, qtbot: QtBot) -> None:
    calendar = open_calendar(picker, qtbot)
    assert day_with_focus(calendar) == "maandag 23 november 2026, gekozen"
    assert the(calendar, QLabel, "november 2026").text() == "november 2026"


@pytest.mark.parametrize(
    ("key", "hold", "day"),
    [
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, "zondag 22 november 2026"),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, "dinsdag 24 november 2026"),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, "maandag 16 november 2026"),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, "maandag 30 november 2026"),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, "vrijdag 23 oktober 2026"),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, "woensdag 23 december 2026"),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.ShiftModifier, "zondag 23 november 2025"),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.ShiftModifier, "dinsdag 23 november 2027"),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, "zondag 1 november 2026"),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, "maandag 30 november 2026"),
    ],
)
def test_each_key_goes_to_a_day_that_is_named_in_full(
    picker: DatePicker, qtbot: QtBot, key: Qt.Key, hold: Qt.KeyboardModifier, day: str
) -> None:
    calendar = open_calendar(picker, qtbot)
    qtbot.keyClick(calendar.focusWidget(), key, hold)
    assert day_with_focus(calendar) == day


def test_a_month_on_from_the_31st_is_the_last_day_of_a_shorter_one(
    picker: DatePicker, date_field: DateField, qtbot: QtBot
) -> None:
    date_field.show_date(dt.date(2027, 1, 31))
    calendar = open_calendar(picker, qtbot)
    qtbot.keyClick(calendar.focusWidget(), Qt.Key.Key_PageDown)
    assert day_with_focus(calendar) == "zondag 28 februari 2027"


@pytest.mark.parametrize(
    ("edge", "keys"),
    [
        (dt.date.min, (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp)),
        (dt.date.max, (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown)),
    ],
)
def test_the_calendar_stops_at_the_first_and_the_last_year(
    picker: DatePicker, date_field: DateField, qtbot: QtBot, edge: dt.date, keys: tuple[Qt.Key, ...]
) -> None:
    date_field.show_date(edge)
    calendar = open_calendar(picker, qtbot)
    for key in keys:
        qtbot.keyClick(calendar.focusWidget(), key)
    assert day_with_focus(calendar).endswith("gekozen")


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_day_that_is_chosen_by_key_becomes_the_date(
    picker: DatePicker, date_field: DateField, qtbot: QtBot, key: Qt.Key
) -> None:
    calendar = open_calendar(picker, qtbot)
    qtbot.keyClick(calendar.focusWidget(), Qt.Key.Key_PageDown)
    with qtbot.waitSignal(date_field.date_changed) as signal:
        qtbot.keyClick(calendar.focusWidget(), key)
    assert signal.args == [dt.date(2026, 12, 23)]
    assert date_field.text() == "23-12-2026"
    qtbot.waitUntil(lambda: not any(c.isVisible() for c in picker.findChildren(Calendar)))


def test_a_day_in_another_month_is_chosen_with_the_mouse(
    picker: DatePicker, date_field: DateField, qtbot: QtBot, spoken: Callable[[], list[str]]
) -> None:
    calendar = open_calendar(picker, qtbot)
    qtbot.mouseClick(button(calendar, "Volgende maand"), Qt.MouseButton.LeftButton)
    assert spoken() == ["december 2026."]
    qtbot.mouseClick(button(calendar, "zaterdag 5 december 2026"), Qt.MouseButton.LeftButton)
    assert date_field.text() == "05-12-2026"


def test_the_arrow_of_a_month_keeps_the_focus(picker: DatePicker, qtbot: QtBot) -> None:
    calendar = open_calendar(picker, qtbot)
    arrow = button(calendar, "Vorige maand")
    arrow.setFocus()
    qtbot.keyClick(arrow, Qt.Key.Key_Space)
    assert arrow.hasFocus()
    assert the(calendar, QLabel, "oktober 2026")


def test_the_arrows_of_the_months_have_the_colours_of_other_buttons(picker: DatePicker, qtbot: QtBot) -> None:
    calendar = open_calendar(picker, qtbot)
    picture = button(calendar, "Vorige maand").grab().toImage()
    places = product(range(picture.width()), range(picture.height()))
    colours = {picture.pixelColor(*place).name() for place in places}
    assert LIGHT.paper.lower() in colours
    assert LIGHT.accent.lower() not in colours


def test_the_whole_calendar_is_on_the_screen(picker: DatePicker, qtbot: QtBot) -> None:
    area = picker.screen().availableGeometry()
    with_frame = area.adjusted(0, 0, 2, 2)  # which the offscreen platform reckons with, where there is none
    for corner in (area.topLeft(), area.bottomRight()):
        picker.move(corner)
        calendar = open_calendar(picker, qtbot)
        assert with_frame.contains(calendar.geometry())
        qtbot.keyClick(calendar.focusWidget(), Qt.Key.Key_Escape)


def test_the_button_stands_beside_the_field(picker: DatePicker, date_field: DateField) -> None:
    calendar_button = button(picker, "Kalender")
    assert date_field.geometry().right() < calendar_button.geometry().left()
    assert date_field.parentWidget() is calendar_button.parentWidget()


def test_the_calendar_can_be_had_and_left_by_key(
    picker: DatePicker, date_field: DateField, qtbot: QtBot
) -> None:
    qtbot.keyClick(date_field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(shown_calendar(picker, qtbot).focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not any(c.isVisible() for c in picker.findChildren(Calendar)))
    assert date_field.text() == "23-11-2026"
