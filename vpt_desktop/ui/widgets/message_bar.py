"""Message bar for results of saving, copying and recovery, in place of a dialog that blocks the window."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget
from shiboken6 import isValid

from vpt_desktop.override import override
from vpt_desktop.ui.widgets.accessible_role import make_group
from vpt_desktop.ui.widgets.announcement import Topic, announce
from vpt_desktop.ui.widgets.button import Button
from vpt_desktop.ui.widgets.restyling import restyle
from vpt_desktop.ui.widgets.scrolling import VerticalScrollArea
from vpt_desktop.ui.widgets.tab_order import tab_after
from vpt_desktop.ui.widgets.typed_text import breakable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from PySide6.QtGui import QKeyEvent, QResizeEvent

_SHARE = 0.45
"""Of the window's height, for a long message in large text; the rest of it scrolls."""


_CLOSE = "Sluiten"


class MessageBar(VerticalScrollArea):
    """Shows one sentence with buttons until it is closed or the next one replaces it."""

    closed = Signal()
    """The message is not in sight any more, by its button, by Escape or as it is true no longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        page = QWidget()
        make_group(page, "")  # before it is first asked for; named by each sentence
        super().__init__(page, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._focus_before: list[QWidget] = []
        """What had the focus in the window before the message, and all that it is in."""
        self._button_row = QHBoxLayout()
        self._buttons: list[Button] = []
        self._actions: tuple[Callable[[], object], ...] = ()
        """What the buttons do."""
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

    def show_message(
        self,
        sentence: str,
        actions: Mapping[str, Callable[[], object]] | None = None,
        close: str = _CLOSE,
    ) -> None:
        """Show a result, with a button for each function in `actions`, by its name, and one named `close`."""
        self._show("info", sentence, {**(actions or {}), close: self.close_message})

    def show_error(self, sentence: str) -> None:
        """Show that something did not work."""
        self._show("error", sentence, {_CLOSE: self.close_message})

    def show_lasting(self, sentence: str, actions: Mapping[str, Callable[[], object]]) -> None:
        """Show what goes on and ends by itself, with a button for each of `actions` and none to close it."""
        self._show("info", sentence, actions)

    def close_message(self) -> None:
        """Hide the message; the keyboard focus, if it is in it, returns to or near where it was."""
        self._return_focus()
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def leave(self) -> None:
        """Close the message, or if it cannot be closed, take the keyboard focus out of it."""
        if self.close_message not in self._actions:
            self._return_focus()
        else:
            self.close_message()

    def withdraw(self, sentence: str) -> None:
        """Close the message if it is `sentence`, which holds no longer."""
        if self.sentence == sentence:
            self.close_message()

    @property
    def sentence(self) -> str:
        """The message that is shown, or was shown last."""
        return self._text.accessibleName()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _return_focus(self) -> None:
        if self._has_focus_within():
            place = _nearest(self._focus_before)
            if place is not None:
                place.setFocus()

    def _has_focus_within(self) -> bool:
        return any(place is self for place in _around(self.window().focusWidget()))

    def _show(self, kind: str, sentence: str, actions: Mapping[str, Callable[[], object]]) -> None:
        self.setProperty("kind", kind)
        restyle(self)
        self._text.setText(breakable(sentence))
        self._text.setAccessibleName(sentence)
        self._page.setAccessibleName(sentence)  # read before the button that gets the focus
        if not self._has_focus_within():  # in this window, whichever dialog has it now
            self._focus_before = list(_around(self.window().focusWidget()))
        before, self._buttons = self._buttons, []
        self._actions = tuple(actions.values())
        for name, action in actions.items():
            button = Button(name)
            button.clicked.connect(action)
            self._button_row.addWidget(button)
            self._buttons.append(button)
        tab_after(self, self._page)
        self.show()
        for button in self._buttons:
            button.show()  # by itself a layout does so later, which is too late for the focus
        if self._buttons and self._has_focus_within():
            self._buttons[-1].setFocus()
        else:
            self._return_focus()
        for button in before:
            button.hide()
            button.deleteLater()
        self.updateGeometry()
        announce(self, sentence, Topic.MESSAGE, subject=sentence)


def _around(widget: QWidget | None) -> Iterator[QWidget]:
    """Yield `widget` and all that it is in, up to its window."""
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def _nearest(places: Iterable[QWidget]) -> QWidget | None:
    """Return what can have the focus in the first of `places` that is still in sight."""
    in_sight = (place for place in places if isValid(place) and place.isVisible())
    nearest = chain.from_iterable((place, *place.findChildren(QWidget)) for place in in_sight)
    return next((widget for widget in nearest if _takes_focus(widget)), None)


def _takes_focus(widget: QWidget) -> bool:
    reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return reached and widget.isVisible() and widget.isEnabled()
