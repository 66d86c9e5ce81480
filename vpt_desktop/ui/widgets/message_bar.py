"""News under the window, in place of a box that must be clicked away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from vpt_desktop.override import override
from vpt_desktop.ui.widgets.announcement import announce
from vpt_desktop.ui.widgets.scrolling import VerticalScrollArea
from vpt_desktop.ui.widgets.typed_text import breakable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent, QResizeEvent

_SHARE = 0.45
"""How much of the window's height a long message in large text may take; the rest of it scrolls."""


class MessageBar(VerticalScrollArea):
    """Shows the last message, with what can be done about it, until it is closed or the next one comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        page = QWidget()
        super().__init__(page, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._focus_before: QWidget | None = None
        self._button_row = QHBoxLayout()
        self._buttons: list[QPushButton] = []
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
        self.updateGeometry()  # the height that is wanted depends on the width

    @property
    def message(self) -> str:
        """The last sentence that was shown."""
        return self._text.accessibleName()

    def set_stacked(self, stacked: bool) -> None:
        """Put the buttons under the text, for a narrow window."""
        self._layout.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight,
        )

    def show_message(self, sentence: str, actions: Mapping[str, Callable[[], object]] | None = None) -> None:
        """Tell the user something, with a button for each action by its name."""
        self._show("info", sentence, actions or {})

    def show_error(self, sentence: str) -> None:
        """Tell the user that something did not work."""
        self._show("error", sentence, {})

    def close_message(self) -> None:
        """Take the message away; whoever was in it goes back to where the user came from."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused) and self._focus_before is not None:
            self._focus_before.setFocus()
        self.hide()

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
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for name, action in {**actions, "Sluiten": self.close_message}.items():
            button = QPushButton(name)
            button.clicked.connect(action)
            self._button_row.addWidget(button)
            self._buttons.append(button)
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self._focus_before = focused
        self.show()
        self.updateGeometry()
        announce(self, sentence)
