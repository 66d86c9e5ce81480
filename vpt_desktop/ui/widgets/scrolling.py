"""Scroll areas that scroll vertically only."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from vpt_desktop.override import override
from vpt_desktop.ui.widgets.given_width import GivenWidth

if TYPE_CHECKING:
    from collections.abc import Iterator

RING_MARGIN = 4
"""How far the focus ring reaches outside its widget, in pixels; layouts keep this free at their edges."""

_TOGETHER = "keptTogether"

_LEAST_LINES = 2
"""How many lines of text must stay in sight."""


class Page(GivenWidth, QWidget):
    """Page of a scroll area that scrolls vertically only."""


class VerticalScrollArea(QScrollArea):
    """Scroll area that gives its page the whole width, and the height that the page needs."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())  # when Qt's own gets to Python, PySide first makes every class of widget
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = page
        self._least = QSize()
        self.setWidget(page)

    def set_whole(self, whole: bool) -> None:
        """Take the height of the whole page and leave the scrolling to an area around this one, or not."""
        policy = self.sizePolicy()
        policy.setHeightForWidth(whole)
        self.setSizePolicy(policy)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if whole else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )

    @override
    def heightForWidth(self, width: int) -> int:
        return self._page.heightForWidth(width) if self.sizePolicy().hasHeightForWidth() else -1

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # QScrollArea filters its page's events already, but does not forward a new least size.
        if event.type() == QEvent.Type.LayoutRequest:
            least = self.minimumSizeHint()
            if least != self._least or self.sizePolicy().hasHeightForWidth():
                self._least = least
                self.updateGeometry()
        return super().eventFilter(watched, event)

    @override
    def focusNextPrevChild(self, next_: bool) -> bool:
        moved = super().focusNextPrevChild(next_)
        focused = QApplication.focusWidget()
        if moved and focused is not None:
            scroll_into_sight(focused)  # QScrollArea has just put the middle of it in sight
        return moved

    @override
    def minimumSizeHint(self) -> QSize:
        width = self._page.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, _LEAST_LINES * self.fontMetrics().lineSpacing())


def keep_together(widget: QWidget) -> None:
    """Have all of a widget scrolled into sight with whatever has the focus in it, if there is room."""
    widget.setProperty(_TOGETHER, True)


def scroll_into_sight(widget: QWidget) -> None:
    """Scroll a widget's scroll areas so that all of it is in sight with a line around it, or else its start.

    What it is kept together with comes into sight too: the most that fits, or else the start of the nearest.
    QScrollArea.ensureWidgetVisible would show only a text's cursor.
    """
    around = list(ancestry(widget))
    for area in around:
        page = area.widget() if isinstance(area, QScrollArea) else None
        if isinstance(area, QScrollArea) and page is not None:
            inside = takewhile(page.isAncestorOf, around)
            # A page that moves under the pressed mouse would select text.
            is_pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
            groups = [] if is_pressed else [each for each in inside if each.property(_TOGETHER)]
            _scroll_in(area, page, widget, groups)


def _scroll_in(area: QScrollArea, page: QWidget, widget: QWidget, groups: list[QWidget]) -> None:
    fitting = next((group for group in reversed(groups) if _fits(group, area)), None)
    if fitting is None and groups:
        area.verticalScrollBar().setValue(_top(groups[0], page) - RING_MARGIN)
    shown = fitting or widget
    top = _top(shown, page)
    if _fits(shown, area):
        area.ensureVisible(0, top, 0, shown.fontMetrics().lineSpacing() + 2 * RING_MARGIN)
        area.ensureVisible(0, top + shown.height(), 0, 2 * RING_MARGIN)
    else:
        area.verticalScrollBar().setValue(top - RING_MARGIN)


def _fits(widget: QWidget, area: QScrollArea) -> bool:
    return widget.height() + 2 * RING_MARGIN <= area.viewport().height()


def _top(widget: QWidget, page: QWidget) -> int:
    return widget.mapTo(page, QPoint(0, 0)).y()


def ancestry(widget: QWidget) -> Iterator[QWidget]:
    """Yield a widget and its ancestors, from the inside out."""
    around: QWidget | None = widget
    while around is not None:
        yield around
        around = around.parentWidget()
