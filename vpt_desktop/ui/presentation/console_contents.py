"""What is in the leader's console."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QVBoxLayout, QWidget

from vpt_desktop.domain.scan import Answer
from vpt_desktop.ui.presentation.clock import Clock
from vpt_desktop.ui.presentation.slide_buttons import slide_buttons
from vpt_desktop.ui.presentation.slide_names import next_slide, present_slide
from vpt_desktop.ui.widgets.laid_out_once import laid_out_once
from vpt_desktop.ui.widgets.note_editor import NoteEditor
from vpt_desktop.ui.widgets.outcome_buttons import OutcomeButtons

if TYPE_CHECKING:
    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.earlier_scan import Outcome
    from vpt_desktop.domain.scan import Scan
    from vpt_desktop.domain.slide_show import SlideShow
    from vpt_desktop.ui.document.scan_document import ScanDocument
    from vpt_desktop.ui.presentation.controller import Presentation

_NOTE_LINES = 3
_GAP = 8


class ConsoleContents(QWidget):
    """This slide and the next, the note of this one, and the time; the score is not in it."""

    refused = Signal(str)
    """One sentence on a text that was not taken over."""

    def __init__(
        self, card: Card, document: ScanDocument, presentation: Presentation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._card = card
        self._document = document
        self._presentation = presentation
        self.number = 1
        """Of the statement (1-10) whose note it shows."""
        self._now, self._next = (QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText) for _ in range(2))
        self._now.setObjectName("presented")
        self._next.setObjectName("secondary")
        self._clock = Clock()
        self._editor = NoteEditor(self.number, Answer(), lines=_NOTE_LINES)
        self._editor.answer_changed.connect(self._on_answer_changed)
        self._editor.refused.connect(self.refused)
        self._outcomes = OutcomeButtons(columns=2)
        self._outcomes.outcome_chosen.connect(self._on_outcome_chosen)
        self._outcomes.left.connect(presentation.back)
        self._outcomes.hide()
        self._steps = [(step, step.button()) for step in slide_buttons(presentation)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._add_buttons(column)
        column.addSpacing(_GAP)
        for widget in (self._now, self._next, self._clock, self._editor, self._outcomes):
            column.addWidget(widget)
        document.scan_changed.connect(self._on_scan_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @property
    def is_editing(self) -> bool:
        """Whether the note, who or when has the keyboard focus."""
        focused = QApplication.focusWidget()
        return focused is not None and self._editor.isAncestorOf(focused)

    @property
    def is_choosing(self) -> bool:
        """Whether the outcomes have the keyboard focus."""
        return self._outcomes.has_focus

    def choose_outcome(self) -> None:
        """Focus the outcomes of the agreement on the slide."""
        self._outcomes.focus_chosen()

    def edit_note(self, number: int) -> None:
        """Focus the note of statement `number` (1-10)."""
        if not (self.is_editing and number == self.number):
            self._show_note(number)
            self._editor.focus_note()

    def begin(self) -> None:
        """Count the time from now on."""
        self._clock.start()

    def end(self) -> None:
        """Count no longer."""
        self._clock.stop()

    def show_slide(self, show: SlideShow) -> None:
        """Show what the slides show, and with them its note."""
        self._now.setText(f"Nu: {present_slide(show, self._card)}")
        self._next.setText(f"Hierna: {next_slide(show, self._card)}")
        with laid_out_once(self):
            for step, button in self._steps:
                button.setVisible(step.is_possible(show))
            self._show_outcome(show)
            self._follow()

    def _show_outcome(self, show: SlideShow) -> None:
        page, previous = show.agreement_page, self._document.scan.previous
        if page is None and self._outcomes.has_focus:
            self._outcomes.leave()  # not to whatever comes next
        self._outcomes.setVisible(page is not None)
        if page is not None and previous is not None:
            agreement = previous.agreement(page.statement)
            self._outcomes.show_outcome(page.statement, agreement.outcome)

    def _on_outcome_chosen(self, outcome: Outcome | None) -> None:
        show = self._presentation.slide_show
        if show is not None and show.agreement_page is not None:
            self._presentation.set_outcome(show.agreement_page.statement, outcome)

    def _add_buttons(self, column: QVBoxLayout) -> None:
        grid = QGridLayout()
        column.addLayout(grid)
        for place, (_, button) in enumerate(self._steps):
            grid.addWidget(button, place // 2, place % 2)

    def _show_note(self, number: int) -> None:
        self.number = number
        self._editor.show_statement(number, self._document.scan.answer(number))
        self._editor.show_first_words()
        self._show_presented()

    def _follow(self) -> None:
        """Show the note of the point on the slide, unless the user is typing at another."""
        show = self._presentation.slide_show
        if self.is_editing or show is None:
            self._show_presented()
            return
        within = self.window().focusWidget()
        if within in self._editor.findChildren(QWidget):
            within.clearFocus()  # or the next letter, when the window is active again, would be another's
        self._editor.setVisible(show.point is not None)
        if show.point is not None:
            self._show_note(show.point)

    def _show_presented(self) -> None:
        show = self._presentation.slide_show
        self._editor.show_presented(None if show is None or show.page is not None else show.statement)

    def _on_answer_changed(self, answer: Answer) -> None:
        self._document.set_answer(self.number, answer)

    def _on_scan_changed(self, scan: Scan) -> None:
        if self.isVisible():
            self._editor.show_answer(scan.answer(self.number))
            show = self._presentation.slide_show
            if show is not None:
                self._show_outcome(show)

    def _on_focus_changed(self, old: QWidget | None, _new: QWidget | None) -> None:
        left = old is not None and self._editor.isAncestorOf(old) and not self.is_editing
        if left and self.window().isActiveWindow():
            self._follow()
