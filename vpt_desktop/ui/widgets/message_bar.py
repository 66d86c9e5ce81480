"""Message bar for results of saving, copying and recovery, in place of a dialog that blocks the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from vpt_desktop.override import override
from vpt_desktop.ui.widgets.accessible_role import make_group
from vpt_desktop.ui.widgets.announcement import Topic, announce
from vpt_desktop.ui.widgets.button import Button
from vpt_desktop.ui.widgets.scrolling import VerticalScrollArea
from vpt_desktop.ui.widgets.tab_order import tab_after
from vpt_desktop.ui.widgets.typed_text import breakable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent, QResizeEvent

_SHARE = 0.45
"""Of the window's height, for a long message in large text; the rest of it scrolls."""


class MessageBar(VerticalScrollArea):
    """Shows one sentence with buttons until it is closed or the next one replaces it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        page = QWidget()
        super().__init__(page, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._focus_before: QWidget | None = None
        self._button_row = QHBoxLayout()
        self._buttons: list[Button] = []
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._layout.setContentsMargins(16, 8, 16, 8)
        self._layout.addWidget(self._text, stretch=1)
        self._layout.addLayout(self._button_row)
        self.hide()

    @override
    def sizeHint(self) -> QSize:
        height = self._page.heightForWidth(self.width()) + 2 * self.frameWidth()
        return QSize(self.width(), min(height, round(self.window().height() * _SHARE)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()  # the preferred height depends on the width

    def set_stacked(self, stacked: bool) -> None:
        """Put the buttons under the text, for a narrow window."""
        self._layout.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight,
        )

    def show_message(self, sentence: str, actions: Mapping[str, Callable[[], object]] | None = None) -> None:
        """Show a result, with a button for each function in `actions`, by its name."""
        self._show("info", sentence, actions or {})

    def show_error(self, sentence: str) -> None:
        """Show that something did not work."""
        self._show("error", sentence, {})

    def close_message(self) -> None:
        """Hide the message; the keyboard focus, if it is in it, returns to where it was before."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused) and self._focus_before is not None:
            self._focus_before.setFocus()
        self.hide()

    def withdraw(self, sentence: str) -> None:
        """Close the message if it is `sentence`, which holds no longer."""
        if self._text.accessibleName() == sentence:
            self.close_message()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_message()
        else:
            super().keyPressEvent(event)

    def _show(self, kind: str, sentence: str, actions: Mapping[str, Callable[[], object]]) -> None:
        self.setProperty("kind", kind)
        self.style().polish(self)
        self._text.setText(breakable(sentence))
        self._text.setAccessibleName(sentence)
        make_group(self._page, sentence)  # read before the button that gets the focus
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for name, action in {**actions, "Sluiten": self.close_message}.items():
            button = Button(name)
            button.clicked.connect(action)
            self._button_row.addWidget(button)
            self._buttons.append(button)
        tab_after(self, self._page)
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self._focus_before = focused
        self.show()
        self.updateGeometry()
        announce(self, sentence, Topic.MESSAGE, subject=sentence)
