"""The mark around whatever has the keyboard focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from vpt_desktop.override import override

if TYPE_CHECKING:
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
        self._target: QWidget | None = None
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
            self._surround_target()
        return False

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._target is not None:
            self._target.removeEventFilter(self)
        self._target = new if new is not None and self._window.isAncestorOf(new) else None
        self._surround_target()
        if self._target is not None:
            self._target.installEventFilter(self)
            if old is not None:  # else the window itself has become active
                _scroll_into_sight(self._target)

    def _surround_target(self) -> None:
        self.setVisible(self._target is not None)
        if self._target is not None:
            margin = RING_MARGIN
            self.setParent(self._target.parentWidget())
            self.setGeometry(self._target.geometry().adjusted(-margin, -margin, margin, margin))
            self.raise_()
            self.show()


def _scroll_into_sight(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, 0, 2 * RING_MARGIN)
        parent = parent.parentWidget()
