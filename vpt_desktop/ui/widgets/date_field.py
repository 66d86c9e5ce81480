"""A field for a date, typed as people write it or chosen from a calendar."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from vpt_desktop.override import override
from vpt_desktop.ui.widgets.button import Button
from vpt_desktop.ui.widgets.limited_text import LimitedLine
from vpt_desktop.ui.widgets.text_fields import show_text
from vpt_desktop.ui.widgets.typed_date import is_complete, read_date

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

_DAYS = {Qt.Key.Key_Up: dt.timedelta(days=1), Qt.Key.Key_Down: dt.timedelta(days=-1)}
"""The step of each arrow key."""

_QUOTED = 30
"""Characters of a refused text that are quoted."""

_PAUSE = 1000
"""Milliseconds without a key after which 1-12-20 is a date, and not the beginning of 1-12-2026."""


class DateField(LimitedLine):
    """Text field for a date; the arrow keys go a day back or forth.

    A text that is no date is `refused`, and the field shows its earlier date again.

    No QDateEdit: to assistive technology that is a spin button without a value.
    """

    date_changed = Signal(object)
    """The new dt.date."""

    corrected = Signal()
    """What was refused has been replaced, or the field left as it is: the sentence on it is over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, placeholder="dd-mm-jjjj")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._date = self._settled = dt.date.min
        self._is_refused = self._is_entered_since = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._on_pause)
        self.refused.connect(self._on_refused)
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
        if date != self._date or read_date(self.text()) != date:
            self._date = self._settled = date
            show_text(self, _written(date))
            self._correct()

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
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._is_entered_since = self._is_refused

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            self._on_pause()
            with QSignalBlocker(self):  # the user switches windows, and will continue typing
                super().focusOutEvent(event)
        else:
            super().focusOutEvent(event)
            if self._is_entered_since:
                self._correct()

    def _step(self, days: dt.timedelta) -> None:
        with suppress(OverflowError):  # at either end of the calendar
            self._change(self._date + days)

    def _on_text_edited(self, text: str) -> None:
        self._pause.stop()
        date = read_date(text)
        if date is None:
            return
        self._correct()
        if is_complete(text):
            self._take(date)
        else:
            self._pause.start()

    def _on_pause(self) -> None:
        date = read_date(self.text())
        if date is not None:
            self._take(date)

    def _on_editing_finished(self) -> None:
        self._pause.stop()
        text = self.text()
        date = read_date(text)
        if date is None:
            self.setText(_written(self._settled))
            self._take(self._settled)  # what was typed may have been another date on the way
            fault = f"“{text[:_QUOTED]}” is geen datum" if text.strip() else "Er was geen datum ingevuld"
            self.refused.emit(f"{fault}; er staat weer {self.text()}. Typ bijvoorbeeld 1-12-2026.")
        else:
            self._settled = date
            self.setText(_written(date))
            self._take(date)

    def _change(self, date: dt.date) -> None:
        self._settled = date
        self.setText(_written(date))
        self._correct()
        self._take(date)

    def _take(self, date: dt.date) -> None:
        if date != self._date:
            self._date = date
            self.date_changed.emit(date)

    def _on_refused(self) -> None:
        self._is_refused, self._is_entered_since = True, False

    def _correct(self) -> None:
        if self._is_refused:
            self._is_refused = self._is_entered_since = False
            self.corrected.emit()


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
