"""A month to choose a day from, which a screen reader reads as dates."""

from __future__ import annotations

import calendar
import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from vpt_desktop.override import override
from vpt_desktop.ui.widgets.accessible_role import make_heading
from vpt_desktop.ui.widgets.announcement import announce
from vpt_desktop.ui.widgets.button import Button
from vpt_desktop.ui.widgets.restyling import restyle
from vpt_desktop.words import day_in_words, month_in_words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
_WEEKS = 6
"""The most that a month touches."""

_DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class _Day(Button):
    """Button of one day; it leaves the keys that move through the days to the calendar."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("day")
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)

    def show_day(self, date: dt.date, *, chosen: bool) -> None:
        """Show another day; the property `chosen` carries to the style sheet that it is the date."""
        self.setText(str(date.day))
        self.setAccessibleName(f"{day_in_words(date)}{', gekozen' if chosen else ''}")
        if chosen != self.property("chosen"):
            self.setProperty("chosen", chosen)
            restyle(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            super().keyPressEvent(event)
        else:
            event.ignore()


class Calendar(QFrame):
    """Pop-up with the days of a month as buttons.

    Arrow keys go a day or a week, PageUp and PageDown a month, with Shift a year, Home and End to its ends.
    Each day is named in full. No QCalendarWidget: at each step Orca reads a week of numbers, one day off.
    """

    chosen = Signal(object)
    """The dt.date that the user chose."""

    def __init__(self, date: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Kalender")
        self.setAccessibleName("Kalender")
        self._chosen = date
        self._day = date
        self._month = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._month.setObjectName("month")
        make_heading(self._month)
        column = QVBoxLayout(self)
        self._add_header(column)
        self._buttons = [_Day() for _ in range(7 * _WEEKS)]
        column.addWidget(self._days())
        self._show_month()

    def open_below(self, widget: QWidget) -> None:
        """Show the calendar below the right end of `widget`, whole on its screen; the day has the focus."""
        for part in (self, *self.findChildren(QWidget)):
            part.ensurePolished()  # or their size is not yet that of the style sheet
        self.adjustSize()
        corner = widget.mapToGlobal(QPoint(widget.width() - self.width(), widget.height()))
        screen = QGuiApplication.screenAt(corner) or widget.screen()
        area = screen.availableGeometry()
        left = max(area.left(), min(corner.x(), area.right() - self.width()))
        top = max(area.top(), min(corner.y(), area.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self._button(self._day).setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _DAYS:
            self._go(days=_DAYS[key])
        elif key in _MONTHS:
            years = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._go(months=_MONTHS[key] * (12 if years else 1))
        elif key == Qt.Key.Key_Home:
            self._go(days=1 - self._day.day)
        elif key == Qt.Key.Key_End:
            self._go(days=_length(self._day) - self._day.day)
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _add_header(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        column.addLayout(row)
        for text, name, months in (("‹", "Vorige maand", -1), ("›", "Volgende maand", 1)):  # noqa: RUF001  arrows
            button = Button(text)
            button.setObjectName("secondary")
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(partial(self._on_month_clicked, months))
            row.addWidget(button)
        row.insertWidget(1, self._month, stretch=1)

    def _days(self) -> QFrame:
        page = QFrame()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        for column, weekday in enumerate(_WEEKDAYS):
            grid.addWidget(QLabel(weekday, alignment=Qt.AlignmentFlag.AlignCenter), 0, column)
        for place, button in enumerate(self._buttons):
            button.clicked.connect(partial(self._on_day_clicked, place))
            grid.addWidget(button, 1 + place // 7, place % 7)
        return page

    def _show_month(self) -> None:
        self._month.setText(month_in_words(self._day))
        first = self._day.replace(day=1).weekday()
        for place, button in enumerate(self._buttons):
            number = place - first + 1
            button.setVisible(1 <= number <= _length(self._day))
            if button.isVisibleTo(self):
                date = self._day.replace(day=number)
                button.show_day(date, chosen=date == self._chosen)

    def _button(self, date: dt.date) -> _Day:
        return self._buttons[date.replace(day=1).weekday() + date.day - 1]

    def _go(self, *, days: int = 0, months: int = 0) -> None:
        """Go to another day; to none beyond the years 1 and 9999."""
        try:
            day = _months_later(self._day, months) + dt.timedelta(days=days)
        except (OverflowError, ValueError):
            return
        self._day = day
        self._show_month()
        self._button(day).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_month_clicked(self, months: int) -> None:
        arrow = self.focusWidget()
        self._go(months=months)
        arrow.setFocus()
        announce(self, f"{self._month.text()}.")

    def _on_day_clicked(self, place: int) -> None:
        self.close()
        self.chosen.emit(self._day.replace(day=place - self._day.replace(day=1).weekday() + 1))


def _length(date: dt.date) -> int:
    return calendar.monthrange(date.year, date.month)[1]


def _months_later(date: dt.date, months: int) -> dt.date:
    """Return the same day of another month, or its last where it is shorter; ValueError beyond year 9999."""
    years, month = divmod(date.month - 1 + months, 12)
    first = dt.date(date.year + years, month + 1, 1)
    return first.replace(day=min(date.day, _length(first)))
