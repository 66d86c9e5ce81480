"""The actions that more than one window or menu uses, made once and handed to each of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from vpt_desktop.ui.widgets.editing_actions import EditingActions
from vpt_desktop.ui.widgets.key_repeat import KeyRepeat

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.scan import Scan
    from vpt_desktop.ui.document.scan_document import ScanDocument
    from vpt_desktop.ui.preferences import Preferences
    from vpt_desktop.ui.widgets.theme import Theme


class Actions(QObject):
    """A tick for each statement, undo and redo, the editing of text, its size, and the switches."""

    statement_ticked = Signal(int)
    """The number (1-10) of a statement that was ticked or unticked by its action."""

    def __init__(
        self, card: Card, document: ScanDocument, theme: Theme, preferences: Preferences, window: QWidget
    ) -> None:
        super().__init__(window)
        self._document = document
        self.key_repeat = KeyRepeat(self)
        """Recognises a held key; actions that work by a single press ignore its repetitions."""
        self.character_keys = self._switch(
            "Cijfers en letters als &sneltoets", "Ctrl+Shift+F2", on=preferences.character_keys
        )
        """Whether keys of a single character do something: WCAG 2.1, 2.1.4."""
        self.live_score = self._switch(
            "Score z&ichtbaar tijdens de presentatie", "Ctrl+Shift+U", on=preferences.live_score
        )
        """Whether the score is in sight all through a presentation."""
        self.dark_slides = self._switch("&Donkere dia's", "Ctrl+Shift+D", on=preferences.dark_slides)
        """Whether the slides are dark: the laptop's theme says nothing about a projector in a lit room."""
        self.ticks = tuple(
            self._tick(number, statement.label) for number, statement in enumerate(card.statements, 1)
        )
        """In the card's order, each by the key of its number."""
        self.undo, self.redo = self._history()
        """Each with the name of the change that it is about, if there is one."""
        self.editing = EditingActions(window)
        self.zoom = (
            self._action("Tekst &groter", theme.zoom_in, "Ctrl++", "Ctrl+="),
            self._action("Tekst &kleiner", theme.zoom_out, "Ctrl+-"),
            self._action("&Normale tekst", theme.reset_zoom, "Ctrl+0"),
        )
        theme.zoom_changed.connect(self._on_zoom_changed)
        self._on_zoom_changed(theme.zoom)
        self._on_character_keys_toggled(self.character_keys.isChecked())
        self._on_undo_text_changed(document.undo_stack.undoText())
        self._on_redo_text_changed(document.undo_stack.redoText())
        self._on_scan_changed(document.scan)
        self.character_keys.toggled.connect(self._on_character_keys_toggled)
        self.character_keys.toggled.connect(preferences.set_character_keys)
        self.live_score.toggled.connect(preferences.set_live_score)
        self.dark_slides.toggled.connect(preferences.set_dark_slides)
        document.scan_changed.connect(self._on_scan_changed)

    @property
    def on_slides(self) -> tuple[QAction, ...]:
        """Those that work on the slides too."""
        return (*self.ticks, self.undo, self.redo, self.dark_slides)

    def _action(self, name: str, slot: Callable[[], object], *keys: str) -> QAction:
        action = QAction(name, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(slot)
        return action

    def _switch(self, name: str, key: str, *, on: bool) -> QAction:
        action = QAction(name, self, checkable=True, checked=on)
        action.setShortcut(key)
        return action

    def _tick(self, number: int, label: str) -> QAction:
        action = QAction(f"Stelling {number}: {label}", self, checkable=True)
        action.setAutoRepeat(False)
        action.triggered.connect(partial(self._on_tick_triggered, number, action))
        return action

    def _history(self) -> tuple[QAction, QAction]:
        history = self._document.undo_stack
        undo, redo = history.createUndoAction(self), history.createRedoAction(self)
        undo.setShortcuts(QKeySequence.keyBindings(QKeySequence.StandardKey.Undo))
        redo.setShortcuts(_redo_keys())
        history.undoTextChanged.connect(self._on_undo_text_changed)
        history.redoTextChanged.connect(self._on_redo_text_changed)
        return undo, redo

    def _on_undo_text_changed(self, change: str) -> None:
        self.undo.setText(f"&Ongedaan maken: {change}" if change else "&Ongedaan maken")

    def _on_redo_text_changed(self, change: str) -> None:
        self.redo.setText(f"O&pnieuw doen: {change}" if change else "O&pnieuw doen")

    def _on_tick_triggered(self, number: int, action: QAction) -> None:
        if self.key_repeat.is_repeat([_key(number)]):
            action.setChecked(not action.isChecked())  # back to what it was
        else:
            self._document.set_ticked(number, action.isChecked())
            self.statement_ticked.emit(number)

    def _on_scan_changed(self, scan: Scan) -> None:
        for action, answer in zip(self.ticks, scan.answers, strict=True):
            action.setChecked(answer.ticked)

    def _on_zoom_changed(self, percent: int) -> None:
        self.zoom[-1].setText(f"&Normale tekst (nu {percent} %)")

    def _on_character_keys_toggled(self, on: bool) -> None:
        for number, action in enumerate(self.ticks, 1):
            action.setShortcut(_key(number) if on else QKeySequence())


def _redo_keys() -> list[QKeySequence]:
    """Return this system's keys for redo, and Ctrl+Y."""
    known = QKeySequence("Ctrl+Y")
    keys = QKeySequence.keyBindings(QKeySequence.StandardKey.Redo)
    return keys if known in keys else [*keys, known]


def _key(number: int) -> str:
    """Return the key of statement `number` (1-10): 0 for the tenth."""
    return str(number % 10)
