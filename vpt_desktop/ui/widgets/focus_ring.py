"""The ring around the widget that has the keyboard focus."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QMoveEvent, QPainter, QPaintEvent, QPalette, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QMenuBar, QScrollArea, QWidget
from shiboken6 import isValid

from vpt_desktop.override import override
from vpt_desktop.ui.widgets.scrolling import RING_MARGIN, ancestry, scroll_into_sight
from vpt_desktop.ui.widgets.unseen_change import unseen_change

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

_LINE = 3
_RADIUS = 10
_CORNER = 8
"""How far from the edges the line is at its corners, where it reaches over the widget."""


class FocusRing(QWidget):
    """Ring of strong contrast that follows the focus inside one window and scrolls it into sight.

    QFocusFrame does the same, but the Fusion style draws it thin and under the neighbours.
    """

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._window = window
        self._page = window
        self._followed: list[QWidget] = []
        """The widget with the focus and its ancestors, up to the page."""
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
        if isinstance(event, (QMoveEvent, QResizeEvent)):
            self._surround()
            QTimer.singleShot(0, self, self._scroll_into_sight)  # after the page is laid out
        return False

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in filter(isValid, self._followed):  # the focus also moves because a widget is deleted
            widget.removeEventFilter(self)
        self._followed = []
        if new is None or isinstance(new, QMenuBar) or not self._window.isAncestorOf(new):
            self.hide()
            return
        self._follow(new)
        self._scroll_into_sight()

    def _follow(self, target: QWidget) -> None:
        around = list(ancestry(target))
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
        before = self._band()
        with unseen_change(self, self._page):  # of what the ring is around, nothing changes
            self.setGeometry(place.adjusted(-RING_MARGIN, -RING_MARGIN, RING_MARGIN, RING_MARGIN))
            self.raise_()
        self._page.update(before.united(self._band()))

    def _band(self) -> QRegion:
        """Return where on the page the line is."""
        ring = self.geometry()
        wide = ring.adjusted(RING_MARGIN, _CORNER, -RING_MARGIN, -_CORNER)
        tall = ring.adjusted(_CORNER, RING_MARGIN, -_CORNER, -RING_MARGIN)
        return QRegion(ring).subtracted(wide).subtracted(tall)

    def _scroll_into_sight(self) -> None:
        if self._followed:
            scroll_into_sight(self._followed[0])
