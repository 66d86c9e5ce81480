"""A field for a date, typed in Dutch order or chosen from a calendar."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from vpt_desktop.override import override
from vpt_desktop.ui.widgets.button import Button
from vpt_desktop.ui.widgets.limited_text import LimitedLine
from vpt_desktop.ui.widgets.text_fields import show_text

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

_DAYS = {Qt.Key.Key_Up: dt.timedelta(days=1), Qt.Key.Key_Down: dt.timedelta(days=-1)}
"""The step of each arrow key."""

_QUOTED = 30
"""Characters of a refused text that are quoted."""


class DateField(LimitedLine):
    """Text field for day, month and year in figures; the arrow keys go a day back or forth.

    A text that is no date is `refused`, and the field shows its last date again.

    No QDateEdit: to assistive technology that is a spin button without a value.
    """

    date_changed = Signal(object)
    """The new dt.date."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, placeholder="dd-mm-jjjj")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._date = dt.date.min
        self.setAccessibleDescription("Dag-maand-jaar; met pijl omhoog of omlaag een dag verder of terug.")
        self.textEdited.connect(self._on_text_edited)
        self.editingFinished.connect(self._on_editing_finished)

    @property
    def date(self) -> dt.date:
        """The last text that was a date."""
        return self._date

    def choose(self, date: dt.date) -> None:
        """Set a date that the user chose in another way than by typing."""
        self._change(date)

    def show_date(self, date: dt.date) -> None:
        """Show a date."""
        if date != self._date or _read(self.text()) != date:
            self._date = date
            show_text(self, _written(date))

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        frame = super().minimumSizeHint() - QSize(self.fontMetrics().maxWidth(), 0)
        return frame + QSize(self.fontMetrics().horizontalAdvance("00-00-0000 "), 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _DAYS:
            self._on_editing_finished()
            self._step(_DAYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            with QSignalBlocker(self):  # the user switches windows, and will continue typing
                super().focusOutEvent(event)
        else:
            super().focusOutEvent(event)

    def _step(self, days: dt.timedelta) -> None:
        with suppress(OverflowError):  # at either end of the calendar
            self._change(self._date + days)

    def _on_text_edited(self, text: str) -> None:
        date = _read(text)
        if date is not None and date != self._date:
            self._date = date
            self.date_changed.emit(date)

    def _on_editing_finished(self) -> None:
        text = self.text()
        date = _read(text)
        if date is None:
            self.show_date(self._date)
            self.refused.emit(
                f"“{text[:_QUOTED]}” is geen datum; er staat weer {self.text()}. Typ bijvoorbeeld 1-12-2026.",
            )
        else:
            self._change(date)

    def _change(self, date: dt.date) -> None:
        changed = date != self._date
        self._date = date
        self.setText(_written(date))
        if changed:
            self.date_changed.emit(date)


class DatePicker(QWidget):
    """A date field with a button for a calendar; Alt+Down opens that, too."""

    def __init__(self, field: DateField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._button = Button("Kalender")
        self._button.setObjectName("secondary")
        self._button.setShortcut("Alt+Down")
        self._button.clicked.connect(self._show_calendar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(field)
        row.addWidget(self._button)
        row.addStretch()

    def _show_calendar(self) -> None:
        from vpt_desktop.ui.widgets.calendar import Calendar  # noqa: PLC0415  not for the first frame

        calendar = Calendar(self._field.date, self)
        calendar.chosen.connect(self._field.choose)
        calendar.open_below(self._button)


def _written(date: dt.date) -> str:
    return f"{date.day:02}-{date.month:02}-{date.year:04}"


def _read(text: str) -> dt.date | None:
    """Return the date that `text` gives in day-month-year order with any separators, or None."""
    figures = re.fullmatch(r"\s*(\d{1,2})\D(\d{1,2})\D(\d{4})\s*", text, re.ASCII)
    try:
        return dt.date(*map(int, reversed(figures.groups()))) if figures else None
    except ValueError:
        return None
