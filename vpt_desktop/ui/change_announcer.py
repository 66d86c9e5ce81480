"""What a screen reader says of a change that happens elsewhere than where the keyboard is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from vpt_desktop.ui.widgets.announcement import Topic, announce, withdraw
from vpt_desktop.ui.widgets.statement_check_box import StatementCheckBox

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.scan import Scan
    from vpt_desktop.ui.actions import Actions
    from vpt_desktop.ui.document.scan_document import ScanDocument
    from vpt_desktop.ui.widgets.theme import Theme


class ChangeAnnouncer(QObject):
    """Announces a tick by number, what is undone or redone, the size of the text, and switches.

    A check box that has the focus reports its own tick.
    """

    def __init__(
        self, card: Card, document: ScanDocument, actions: Actions, theme: Theme, window: QWidget
    ) -> None:
        super().__init__(window)
        self._card = card
        self._window = window
        self._document = document
        self._history = document.undo_stack
        self._scan = document.scan
        document.scan_changed.connect(self._on_scan_changed)
        document.opened.connect(self._on_opened)
        document.cleared.connect(self._on_cleared)
        actions.undo.triggered.connect(self._on_undone)
        actions.redo.triggered.connect(self._on_redone)
        for action in actions.zoom:
            action.triggered.connect(partial(self._on_zoomed, theme))
        for action in (actions.character_keys, actions.live_score, actions.dark_slides):
            action.triggered.connect(partial(self._on_switched, action))

    def _on_scan_changed(self, scan: Scan) -> None:
        changed = [
            number
            for number, (before, after) in enumerate(zip(self._scan.answers, scan.answers, strict=True), 1)
            if before.ticked != after.ticked
        ]
        self._scan = scan
        if len(changed) == 1 and not _has_focus(changed[0]):
            number = changed[0]
            state = "aangevinkt" if scan.answer(number).ticked else "niet aangevinkt"
            sentence = f"Stelling {number}, {self._card.statement(number).label}: {state}."
            announce(self._window, sentence, Topic.CHANGE, subject=number)

    def _on_opened(self) -> None:
        withdraw(Topic.CHANGE)  # the ticks are not the user's
        path = self._document.path
        if path is not None and not self._document.is_modified:  # what was recovered has a message
            announce(self._window, f"Geopend: {path.name}.", Topic.CHANGE)

    def _on_cleared(self) -> None:
        withdraw(Topic.CHANGE)  # it has a message

    def _on_undone(self) -> None:
        self._announce_step(f"Ongedaan gemaakt: {self._history.redoText()}.")

    def _on_redone(self) -> None:
        self._announce_step(f"Opnieuw gedaan: {self._history.undoText()}.")

    def _on_zoomed(self, theme: Theme) -> None:
        announce(self._window, f"Tekst op {theme.zoom} procent.", subject="zoom")

    def _on_switched(self, action: QAction) -> None:
        name = action.text().replace("&", "")
        announce(self._window, f"{name}: {'aan' if action.isChecked() else 'uit'}.", subject=action)

    def _announce_step(self, sentence: str) -> None:
        withdraw(Topic.CHANGE)  # the tick is a part of it
        announce(self._window, sentence, Topic.CHANGE)


def _has_focus(number: int) -> bool:
    focused = QApplication.focusWidget()
    return isinstance(focused, StatementCheckBox) and focused.number == number
