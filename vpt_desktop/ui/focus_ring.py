"""The mark around whatever has the keyboard focus."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QMenuBar, QScrollArea, QWidget

from vpt_desktop.override import override

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

RING_MARGIN = 4
"""How far the ring reaches outside its widget, in pixels; a layout keeps this free around its edges."""

_LINE = 3
_RADIUS = 10


class FocusRing(QWidget):
    """A ring of strong contrast that follows the focus inside one window and brings it into sight.

    QFocusFrame does the same, but has Fusion put it, a hair wide, under the neighbours.
    """

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._window = window
        self._page = window
        self._followed: list[QWidget] = []
        """The widget with the focus, and what it lies in, up to the page."""
        app.focusChanged.connect(self._on_focus_changed)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.WindowText), _LINE))
        inset = _LINE / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize}:
            self._surround()
            QTimer.singleShot(0, self, self._scroll_into_sight)  # once all the page is laid out
        return False

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._followed:
            widget.removeEventFilter(self)
        self._followed = []
        if new is None or isinstance(new, QMenuBar) or not self._window.isAncestorOf(new):
            self.hide()
            return
        self._follow(new)
        self._scroll_into_sight()

    def _follow(self, target: QWidget) -> None:
        around = list(_ancestry(target))
        areas = [widget for widget in around if isinstance(widget, QScrollArea)]
        self._page = areas[0].widget() or areas[0] if areas else around[-1]
        self._followed = list(takewhile(lambda widget: widget != self._page, around))
        for widget in self._followed:
            widget.installEventFilter(self)
        self.setParent(self._page)
        self._surround()
        self.show()

    def _surround(self) -> None:
        target = self._followed[0]
        place = QRect(target.mapTo(self._page, QPoint(0, 0)), target.size())
        self.setGeometry(place.adjusted(-RING_MARGIN, -RING_MARGIN, RING_MARGIN, RING_MARGIN))
        self.raise_()

    def _scroll_into_sight(self) -> None:
        if self._followed:
            target = self._followed[0]
            for around in _ancestry(target):
                if isinstance(around, QScrollArea):
                    _show_whole(target, around)


def _show_whole(widget: QWidget, area: QScrollArea) -> None:
    """Scroll so that all of `widget` is in sight with a line around it, or else its start.

    QScrollArea.ensureWidgetVisible would do with a text's cursor.
    """
    page = area.widget()
    if page is None:
        return
    top = widget.mapTo(page, QPoint(0, 0)).y()
    margin = widget.fontMetrics().lineSpacing() + 2 * RING_MARGIN
    if widget.height() + 2 * RING_MARGIN > area.viewport().height():
        area.verticalScrollBar().setValue(top - RING_MARGIN)
    else:
        area.ensureVisible(0, top, 0, margin)
        area.ensureVisible(0, top + widget.height(), 0, 2 * RING_MARGIN)


def _ancestry(widget: QWidget) -> Iterator[QWidget]:
    """Yield a widget and all that it lies in, from the inside out."""
    around: QWidget | None = widget
    while around is not None:
        yield around
        around = around.parentWidget()
