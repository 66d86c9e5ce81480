"""Sharing of the window's width and height between statements, result and message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from vpt_desktop.override import override
from vpt_desktop.ui.widgets.scrolling import Page, VerticalScrollArea, scroll_into_sight

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRect

    from vpt_desktop.ui.scan.side_panel import SidePanel
    from vpt_desktop.ui.widgets.message_bar import MessageBar

# In units of the text size:
_TWO_COLUMNS = 58
"""The least width at which statements and result are side by side."""
_TWO_COLUMNS_PRESENTING = 50
"""The least one while presenting, when the leader needs the panel all the time; each then has half of it."""
_WIDEST_STATEMENTS = 54
"""Some 90 characters on a line."""
_PANEL = 31
"""The width of the panel until the statements have their widest lines."""
_WIDEST_PANEL = 44
_NARROW_MESSAGE = 44

_MARGINS = 12, 12, 16, 12
_SPACING = 8

_UNLIMITED = 16_777_215
"""Qt's QWIDGETSIZE_MAX, which PySide6 does not export."""


class _Row(QHBoxLayout):
    """Row of columns, which fit a new room before it is shared out between them."""

    def __init__(self, columns: Columns) -> None:
        super().__init__(columns)
        self._columns = columns

    @override
    def minimumSize(self) -> QSize:
        # Without what a wide window leaves free at its sides, or it could not get narrow at once.
        margins, (left, _, right, _) = self.contentsMargins(), _MARGINS
        return super().minimumSize() - QSize(margins.left() - left + margins.right() - right, 0)

    @override
    def setGeometry(self, place: QRect) -> None:
        if place != self.geometry():
            self._columns.fit()
        super().setGeometry(place)


class Columns(QWidget):
    """Statements left and panel right; where the text is too large for that, one column over a score strip.

    A message takes its height from the statements only.
    """

    def __init__(
        self,
        parts: Iterable[QWidget],
        panel: SidePanel,
        message_bar: MessageBar,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel = panel
        self._message_bar = message_bar
        self._is_presenting = False
        page = Page()
        area = VerticalScrollArea(page)  # measures what is in the page already, without its style sheet
        self._page = QVBoxLayout(page)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setSpacing(_SPACING)
        for part in parts:
            self._page.addWidget(part)
        self._page.addStretch()
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(area, stretch=1)
        self._row = _Row(self)
        self._row.setSpacing(_SPACING)
        self._row.addWidget(self._left, stretch=3)
        self._row.addWidget(panel, stretch=2)
        left.addWidget(message_bar)  # after the panel, which may be above it, for Tab
        left.addWidget(panel.strip)
        panel.strip.hide()
        panel.strip.panel_requested.connect(self._on_panel_requested)

    def set_presenting(self, presenting: bool) -> None:
        """Keep the panel beside the statements in a narrower window, too, or no more."""
        if presenting != self._is_presenting:
            self._is_presenting = presenting
            self.fit()

    def fit(self) -> None:
        """Share out the room for the present size of window and text."""
        text_size = self.fontInfo().pixelSize()
        least = _TWO_COLUMNS_PRESENTING if self._is_presenting else _TWO_COLUMNS
        one_column = self.width() < least * text_size
        if one_column != self._panel.is_in_the_page:
            self._move_panel(into_the_page=one_column)
        left, top, right, bottom = _MARGINS
        room = self.width() - left - right - (0 if one_column else _SPACING)
        if one_column:
            statements, panel = room, _UNLIMITED
        else:
            narrow = self.width() < _TWO_COLUMNS * text_size
            panel = room // 2 if narrow else min(_PANEL * text_size, room * 2 // 5)
            panel = max(panel, self._panel.minimumSizeHint().width())
            statements = min(_WIDEST_STATEMENTS * text_size, room - panel)
            panel = min(_WIDEST_PANEL * text_size, room - statements)
            side = (room - statements - panel) // 2
            left, right = left + side, right + side
        self._left.setMaximumWidth(statements)
        self._panel.setMaximumWidth(panel)
        self._panel.use_room(min(panel, room) / text_size, self.height() / text_size)
        self._row.setContentsMargins(left, top, right, bottom)
        self._message_bar.set_stacked(statements < _NARROW_MESSAGE * text_size)

    def _move_panel(self, *, into_the_page: bool) -> None:
        focused = QApplication.focusWidget()
        # First, since `fit` is called while the panel moves with the focus.
        self._panel.set_in_the_page(into_the_page)
        if into_the_page:
            self._page.insertWidget(self._page.count() - 1, self._panel)
        else:
            self._row.addWidget(self._panel, stretch=2)
        if focused is not None and self._panel.isAncestorOf(focused):
            focused.setFocus()  # a new parent takes the focus away

    def _on_panel_requested(self) -> None:
        scroll_into_sight(self._panel)
