"""The editor of a statement's note and, for an open point, who settles it and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from vpt_desktop.override import override
from vpt_desktop.ui.widgets.announcement import announce
from vpt_desktop.ui.widgets.field_label import FieldLabel
from vpt_desktop.ui.widgets.limited_text import LimitedLine, LimitedText
from vpt_desktop.ui.widgets.restyling import restyle
from vpt_desktop.ui.widgets.scrolling import RING_MARGIN, keep_together
from vpt_desktop.ui.widgets.text_fields import show_text
from vpt_desktop.words import WORDS, with_statement

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from vpt_desktop.domain.scan import Answer


_TAB_KEYS = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}


class _Note(LimitedText):
    """Text field with a few lines in sight, in which Tab moves the focus."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # else one in passing stays
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self.show_thumb)

    @override
    def sizeHint(self) -> QSize:
        self.ensurePolished()
        around = self.height() - self.contentsRect().height() + 2 * self.document().documentMargin()
        height = self._lines * self.fontMetrics().lineSpacing() + around
        return QSize(super().sizeHint().width(), round(height))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _TAB_KEYS:  # which arrive here where there is no other field to focus
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            QTimer.singleShot(0, self, self.updateGeometry)  # after the style sheet has set its margins

    def show_thumb(self) -> None:
        """Have a scroll bar only where a line is out of sight: Qt shows one for less than a line, too."""
        in_sight = max(1, self.viewport().height() // self.fontMetrics().lineSpacing())
        all_in_sight = self.document().size().height() <= in_sight
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if all_in_sight else policy.ScrollBarAsNeeded
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_thumb()


class NoteEditor(QWidget):
    """Three fields of one statement; emits the whole answer whenever one of them changes."""

    answer_changed = Signal(object)
    """The Answer with what the user typed."""

    refused = Signal(str)
    """One sentence on a text that was not taken over, as it would be too long."""

    def __init__(self, number: int, answer: Answer, parent: QWidget | None = None, *, lines: int = 4) -> None:
        super().__init__(parent)
        keep_together(self)
        self._number = number
        self._presented: int | None = None
        self._answer = answer
        self._note = _Note(lines)
        self._who, self._due = LimitedLine(), LimitedLine()
        self._only_for_open_points: list[QWidget] = [self._who, self._due]
        layout = QGridLayout(self)
        layout.setContentsMargins(RING_MARGIN, RING_MARGIN, RING_MARGIN, 2 * RING_MARGIN)
        self._heading = FieldLabel(with_statement(WORDS.note, number), self._note)
        self._labels = [self._heading]
        layout.addWidget(self._heading, 0, 0, 1, 2)
        layout.addWidget(self._note, 1, 0, 1, 2)
        for column, (name, field) in enumerate(((WORDS.who, self._who), (WORDS.due, self._due))):
            label = FieldLabel(name, field)
            self._only_for_open_points.append(label)
            self._labels.append(label)
            layout.addWidget(label, 2, column)
            layout.addWidget(field, 3, column)
        self.show_statement(number, answer)
        self._note.edited.connect(self._on_note_edited)
        self._who.textChanged.connect(self._on_who_changed)
        self._due.textChanged.connect(self._on_due_changed)
        for refused in (self._note.refused, self._who.refused, self._due.refused):
            refused.connect(self.refused)

    def show_statement(self, number: int, answer: Answer) -> None:
        """Show the answer to statement `number` (1-10) in place of another one's."""
        self._number = number
        for name, label in zip((WORDS.note, WORDS.who, WORDS.due), self._labels, strict=True):
            label.name_field(with_statement(name, number))
        self.show_answer(answer)

    def show_answer(self, answer: Answer) -> None:
        """Show an answer; who and when only where the statement is not ticked."""
        with QSignalBlocker(self):  # an answer that is half shown is no change by the user
            self._note.show_text(answer.note)
            show_text(self._who, answer.who)
            show_text(self._due, answer.due)
        self._answer = answer
        if answer.ticked and (self._who.hasFocus() or self._due.hasFocus()):
            self._note.setFocus()  # they are hidden, and the user is typing at this statement
        for widget in self._only_for_open_points:
            widget.setVisible(not answer.ticked)

    def show_first_words(self) -> None:
        """Scroll each text to its beginning, with the cursor, for who reads and does not type."""
        self._note.moveCursor(QTextCursor.MoveOperation.Start)
        for field in (self._who, self._due):
            field.setCursorPosition(0)

    def focus_note(self) -> None:
        """Give the note the keyboard focus, with the cursor at its end."""
        self._note.setFocus()
        self._note.moveCursor(QTextCursor.MoveOperation.End)

    def show_presented(self, number: int | None) -> None:
        """Point out that another statement (1-10) than the note's is on the slides, if one is."""
        elsewhere = number not in {None, self._number}
        if elsewhere and number != self._presented and self._has_focus_within:
            sentence = f"Je typt bij stelling {self._number}; op het scherm staat stelling {number}."
            announce(self, sentence, subject="presented")
        self._presented = number
        heading = with_statement(WORDS.note, self._number)
        self._heading.setText(f"{heading} (op het scherm staat stelling {number})" if elsewhere else heading)
        if elsewhere != self._heading.property("elsewhere"):
            self._heading.setWordWrap(elsewhere)
            self._heading.setProperty("elsewhere", elsewhere)
            restyle(self._heading)

    @property
    def _has_focus_within(self) -> bool:
        return any(field.hasFocus() for field in (self._note, self._who, self._due))

    def _on_note_edited(self, text: str) -> None:
        self._change(replace(self._answer, note=text))

    def _on_who_changed(self, text: str) -> None:
        self._change(replace(self._answer, who=text))

    def _on_due_changed(self, text: str) -> None:
        self._change(replace(self._answer, due=text))

    def _change(self, answer: Answer) -> None:
        if answer != self._answer:
            self._answer = answer
            self.answer_changed.emit(answer)
