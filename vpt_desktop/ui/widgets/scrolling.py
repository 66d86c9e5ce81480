"""Areas that scroll up and down, never sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from vpt_desktop.override import override

if TYPE_CHECKING:
    from collections.abc import Iterator

RING_MARGIN = 4
"""How far the focus ring reaches outside its widget, in pixels; a layout keeps this free around its edges."""

_LEAST_LINES = 2
"""How many lines of text must stay in sight."""


class VerticalScrollArea(QScrollArea):
    """Gives its page the whole width, and as much height as that needs."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = page
        self.setWidget(page)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # QScrollArea filters its page's events already, but passes on no news of the page's least size.
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    @override
    def minimumSizeHint(self) -> QSize:
        width = self._page.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, _LEAST_LINES * self.fontMetrics().lineSpacing())


def scroll_into_sight(widget: QWidget) -> None:
    """Scroll what a widget lies in so that all of it is in sight with a line around it, or else its start.

    QScrollArea.ensureWidgetVisible would do with a text's cursor.
    """
    for around in ancestry(widget):
        page = around.widget() if isinstance(around, QScrollArea) else None
        if not isinstance(around, QScrollArea) or page is None:
            continue
        top = widget.mapTo(page, QPoint(0, 0)).y()
        margin = widget.fontMetrics().lineSpacing() + 2 * RING_MARGIN
        if widget.height() + 2 * RING_MARGIN > around.viewport().height():
            around.verticalScrollBar().setValue(top - RING_MARGIN)
        else:
            around.ensureVisible(0, top, 0, margin)
            around.ensureVisible(0, top + widget.height(), 0, 2 * RING_MARGIN)


def ancestry(widget: QWidget) -> Iterator[QWidget]:
    """Yield a widget and all that it lies in, from the inside out."""
    around: QWidget | None = widget
    while around is not None:
        yield around
        around = around.parentWidget()
