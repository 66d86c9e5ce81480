"""A date, typed or chosen from a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

if TYPE_CHECKING:
    import datetime as dt

    from vpt_desktop.ui.date_field import DateField


class DatePicker(QWidget):
    """A date field with a button for a calendar; Alt+Down opens that, too."""

    def __init__(self, field: DateField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._button = QPushButton("Kalender")
        self._button.setObjectName("secondary")
        self._button.setShortcut("Alt+Down")
        self._button.clicked.connect(self._show_calendar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(field, stretch=1)
        row.addWidget(self._button)

    def _show_calendar(self) -> None:
        # By their modules: PySide6 makes a class when it is first named, and the first frame needs neither.
        calendar = QtWidgets.QCalendarWidget(self)
        calendar.setWindowFlags(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setAccessibleName("Kalender")
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, QtGui.QTextCharFormat())  # Qt's red is too pale to read
        date = self._field.date
        calendar.setSelectedDate(QDate(date.year, date.month, date.day))

        def chosen(chosen_day: QDate) -> None:
            self._field.choose(cast("dt.date", chosen_day.toPython()))
            calendar.close()

        calendar.activated.connect(chosen)
        calendar.clicked.connect(chosen)
        calendar.adjustSize()
        below = self._button.mapToGlobal(
            QPoint(self._button.width() - calendar.width(), self._button.height())
        )
        calendar.move(below)
        calendar.show()
        calendar.setFocus()
