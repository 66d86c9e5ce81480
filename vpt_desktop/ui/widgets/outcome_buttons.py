"""Buttons to choose what became of an agreement."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from vpt_desktop.comparison_words import OUTCOME, OUTCOMES
from vpt_desktop.override import override
from vpt_desktop.ui.widgets.accessible_role import make_group
from vpt_desktop.ui.widgets.button import Button
from vpt_desktop.words import with_statement

if TYPE_CHECKING:
    from vpt_desktop.domain.earlier_scan import Outcome

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_CHOOSE = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _OutcomeButton(Button):
    """Button that is down as long as its outcome is chosen."""

    step_requested = Signal(int)
    left = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setObjectName("outcome")
        self.setCheckable(True)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep from shortcuts of the window what the button does by the same key."""
        is_ours = isinstance(event, QKeyEvent) and event.key() in {*_STEPS, *_CHOOSE, Qt.Key.Key_Escape}
        if is_ours and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.step_requested.emit(step)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class OutcomeButtons(QWidget):
    """Row of the outcomes; arrows move the focus, Enter and space choose, and so does a click."""

    outcome_chosen = Signal(object)
    """The Outcome, or None when the one that was chosen is chosen no more."""

    left = Signal()
    """Esc was pressed on one of them."""

    def __init__(self, parent: QWidget | None = None, *, columns: int = len(OUTCOMES)) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._statement = 0
        self.buttons: list[Button] = []
        """In the order of the outcomes."""
        for place, (outcome, name) in enumerate(OUTCOMES.items()):
            button = _OutcomeButton(name)
            button.toggled.connect(partial(self._on_toggled, outcome))
            button.step_requested.connect(partial(self._step, place))
            button.left.connect(self.left)
            self._grid.addWidget(button, place // columns, place % columns)
            self.buttons.append(button)

    def show_outcome(self, statement: int, outcome: Outcome | None) -> None:
        """Show what is chosen of the agreement on `statement` (1-10, of its card)."""
        if statement != self._statement:
            self._statement = statement
            make_group(self, with_statement(OUTCOME, statement))
            for name, button in zip(OUTCOMES.values(), self.buttons, strict=True):
                button.setAccessibleName(with_statement(name, statement))
            if self.has_focus:
                self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        for each, button in zip(OUTCOMES, self.buttons, strict=True):
            with QSignalBlocker(button):  # what is shown is no change by the user
                button.setChecked(each is outcome)

    def set_spacing(self, spacing: int) -> None:
        """Leave so many pixels between two buttons."""
        self._grid.setSpacing(spacing)
        self._grid.activate()

    @property
    def has_focus(self) -> bool:
        """Whether one of the buttons has the keyboard focus."""
        return any(button.hasFocus() for button in self.buttons)

    def focus_chosen(self) -> None:
        """Give the keyboard focus to what is chosen, or to the first."""
        chosen = next((button for button in self.buttons if button.isChecked()), self.buttons[0])
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Give up the keyboard focus."""
        for button in self.buttons:
            button.clearFocus()

    def _on_toggled(self, outcome: Outcome, checked: bool) -> None:
        self.outcome_chosen.emit(outcome if checked else None)

    def _step(self, place: int, step: int) -> None:
        self.buttons[(place + step) % len(self.buttons)].setFocus(Qt.FocusReason.OtherFocusReason)
