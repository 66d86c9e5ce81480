"""Scroll areas that scroll vertically only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from vpt_desktop.override import override

if TYPE_CHECKING:
    from collections.abc import Iterator

RING_MARGIN = 4
"""How far the focus ring reaches outside its widget, in pixels; layouts keep this free at their edges."""

_LEAST_LINES = 2
"""How many lines of text must stay in sight."""


class VerticalScrollArea(QScrollArea):
    """Scroll area that gives its page the whole width, and the height that the page needs."""

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
        # QScrollArea filters its page's events already, but does not forward a new least size.
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    @override
    def minimumSizeHint(self) -> QSize:
        width = self._page.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, _LEAST_LINES * self.fontMetrics().lineSpacing())


def scroll_into_sight(widget: QWidget) -> None:
    """Scroll a widget's scroll areas so that all of it is in sight with a line around it, or else its start.

    QScrollArea.ensureWidgetVisible would show only a text's cursor.
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
    """Yield a widget and its ancestors, from the inside out."""
    around: QWidget | None = widget
    while around is not None:
        yield around
        around = around.parentWidget()
