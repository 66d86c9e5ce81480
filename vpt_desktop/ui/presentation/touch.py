"""One finger on the slides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QTouchEvent

from vpt_desktop.override import override
from vpt_desktop.ui.presentation.slide_check_box import SlideCheckBox
from vpt_desktop.ui.widgets.button import Button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SWIPE = 1 / 10
"""Of the width of the slides: a finger that moves less far taps."""


class Touch(QObject):
    """Reports a swipe over the slides, and a tap beside what can be pressed; more fingers do nothing."""

    swiped = Signal(bool)
    """Whether the finger moved to the left, which turns to the next slide."""

    tapped = Signal()

    def __init__(self, slides: QWidget) -> None:
        super().__init__(slides)
        self._slides = slides
        self._start: QPointF | None = None
        slides.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        slides.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QTouchEvent):
            return False
        if event.type() == QEvent.Type.TouchBegin:
            place = event.points()[0].position()
            if self._is_pressable(place):
                return False  # becomes a click
            self._start = place
        elif self._start is None:
            return False
        elif event.type() == QEvent.Type.TouchCancel or event.pointCount() > 1:
            self._start = None
        elif event.type() == QEvent.Type.TouchEnd:
            self._report(event.points()[0].position() - self._start)
            self._start = None
        event.accept()
        return True

    def _report(self, moved: QPointF) -> None:
        if abs(moved.x()) >= SWIPE * self._slides.width() and abs(moved.x()) > abs(moved.y()):
            self.swiped.emit(moved.x() < 0)
        else:
            self.tapped.emit()

    def _is_pressable(self, place: QPointF) -> bool:
        widget = self._slides.childAt(place.toPoint())
        if isinstance(widget, SlideCheckBox):
            return widget.hitButton(widget.mapFrom(self._slides, place.toPoint()))
        return isinstance(widget, Button)
