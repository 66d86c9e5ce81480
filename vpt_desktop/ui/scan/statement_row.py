"""The row of one statement: check box and note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from vpt_desktop.domain.scan import Answer
from vpt_desktop.override import override
from vpt_desktop.ui.scan.folded_note import FoldedNote, in_short
from vpt_desktop.ui.widgets.accessible_role import DisclosureButton, make_paragraph
from vpt_desktop.ui.widgets.given_width import GivenWidth
from vpt_desktop.ui.widgets.restyling import restyle
from vpt_desktop.ui.widgets.scrolling import RING_MARGIN, keep_together
from vpt_desktop.ui.widgets.statement_check_box import StatementCheckBox
from vpt_desktop.ui.widgets.tab_order import tab_after
from vpt_desktop.words import WORDS, with_statement

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from vpt_desktop.ui.widgets.note_editor import NoteEditor


class StatementRow(GivenWidth, QFrame):
    """Row with a check box, and a note that is folded away until it is opened.

    The properties `ticked` and `presented` carry the state to the style sheet.
    """

    toggled = Signal(bool)
    step_requested = Signal(int)
    touched = Signal()
    """The user pressed the mouse beside what takes the focus."""

    answer_changed = Signal(object)
    """The Answer with what the user typed."""

    refused = Signal(str)
    """One sentence on a text that was not taken over."""

    def __init__(self, number: int, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._answer = Answer()
        self._presented: int | None = None
        self._editor: NoteEditor | None = None
        self._then: QLabel | None = None
        self._short: FoldedNote | None = None
        self._box = StatementCheckBox(number, text)
        self._box.toggled.connect(self._on_box_toggled)
        self._box.step_requested.connect(self.step_requested)
        self._note_button = DisclosureButton(WORDS.note)
        self._note_button.setObjectName("secondary")
        self._note_button.setAccessibleName(with_statement(WORDS.note, number))
        self._note_button.clicked.connect(self.toggle_note)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setColumnStretch(0, 1)
        self._layout.addWidget(self._box, 0, 0)
        self._layout.addWidget(self._note_button, 0, 1, Qt.AlignmentFlag.AlignTop)
        keep_together(self)
        self.setProperty("ticked", False)
        self.setProperty("presented", False)

    @property
    def is_editing(self) -> bool:
        """Whether the note has the keyboard focus, or who or when."""
        focused = QApplication.focusWidget()
        return focused is not None and self._editor is not None and self._editor.isAncestorOf(focused)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touched.emit()
        super().mousePressEvent(event)

    def show_answer(self, answer: Answer) -> None:
        """Show an answer: the tick, and the rest in short or in the open editor."""
        if answer == self._answer:  # nine of ten rows do not change with a tick
            return
        self._answer = answer
        self._box.setChecked(answer.ticked)
        if self._editor is not None:
            self._editor.show_answer(answer)
        self._show_short_form()

    def show_then(self, then: str) -> None:
        """Show what the statement was last time, also to a screen reader; "" shows nothing."""
        if then == (self._then.text() if self._then is not None else ""):
            return
        if self._then is None:
            self._then = self._place_aside()
        self._then.setText(then)  # and not hidden without one: each label shown lays all rows out at once
        self._box.setAccessibleDescription(then)

    def _place_aside(self) -> QLabel:
        """Return a label below the note's button, no wider than that."""
        label = QLabel(wordWrap=True, indent=RING_MARGIN, alignment=Qt.AlignmentFlag.AlignTop)
        label.setObjectName("secondary")
        make_paragraph(label)  # ten labels would be read on entering the list
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        beside = QVBoxLayout()
        self._layout.addLayout(beside, 0, 1)
        beside.setContentsMargins(0, 0, 0, 2 * RING_MARGIN)
        beside.addWidget(self._note_button)  # which leaves its cell for this layout
        beside.addWidget(label)
        beside.addStretch(1)
        return label

    def focus_box(self) -> None:
        """Give the check box the keyboard focus."""
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_note(self) -> None:
        """Unfold the note and focus it, or fold it away and focus the check box."""
        if self._editor is not None and self._editor.isVisible():
            self.focus_box()
            self.fold_note()
        else:
            self.edit_note()

    def fold_note(self) -> None:
        """Fold the note away, if it is open."""
        if self._editor is not None:
            self._editor.hide()
            self._show_short_form()

    def edit_note(self) -> None:
        """Unfold the note, if need be, and focus it."""
        self._unfold().focus_note()
        self._show_short_form()

    def show_presented(self, number: int | None) -> None:
        """Mark the statement as the one on the slides, or not; `number` (1-10) is of that one, if any."""
        self._presented = number
        if self._editor is not None:
            self._editor.show_presented(number)
        presented = number == self._number
        if presented != self.property("presented"):
            self.setProperty("presented", presented)
            restyle(self)
            self._box.set_presented(presented)

    def _unfold(self) -> NoteEditor:
        if self._editor is None:
            from vpt_desktop.ui.widgets.note_editor import NoteEditor  # noqa: PLC0415  not for the first frame

            self._editor = NoteEditor(self._number, self._answer)
            self._editor.answer_changed.connect(self.answer_changed)
            self._editor.refused.connect(self.refused)
            self._editor.show_presented(self._presented)
            self._layout.addWidget(self._editor, 2, 0, 1, 2)
            tab_after(self._note_button, self._editor)
        self._editor.show()
        return self._editor

    def _show_short_form(self) -> None:
        folded = self._editor is None or self._editor.isHidden()
        short = in_short(self._answer)
        if short and self._short is None:
            self._short = FoldedNote()
            self._short.clicked.connect(self.edit_note)
            self._layout.addWidget(self._short, 1, 0, 1, 2)
        if self._short is not None:
            self._short.show_text(short)
            self._short.setVisible(folded and bool(short))
        self._note_button.set_expanded(not folded)
        self._note_button.setAccessibleDescription(short if folded else "")

    def _on_box_toggled(self, ticked: bool) -> None:
        self.setProperty("ticked", ticked)
        restyle(self)
        self.toggled.emit(ticked)
