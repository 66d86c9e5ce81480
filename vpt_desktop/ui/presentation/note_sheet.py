"""The note of the statement on screen, for a leader whose only screen is the projector's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from vpt_desktop.override import override
from vpt_desktop.ui.widgets.announcement import announce
from vpt_desktop.ui.widgets.note_editor import NoteEditor
from vpt_desktop.ui.widgets.slide_size import SMALLEST, pixels, set_text_size, slide_height
from vpt_desktop.words import WORDS, with_statement

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from vpt_desktop.domain.scan import Answer, Scan

_WIDTH = 0.8
"""Of the slide's."""

_MARGIN = 1 / 96


class NoteSheet(QDialog):
    """Dialog with the note of one statement at the foot of its slide; Esc closes it."""

    answer_changed = Signal(object)
    """The Answer with what the user typed."""

    covered = Signal(int)
    """How many pixels of the slide's foot it hides; 0 once it is closed."""

    def __init__(self, number: int, answer: Answer, slides: QWidget) -> None:
        super().__init__(slides, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("noteSheet")
        self.setWindowTitle(with_statement(WORDS.note, number))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._number = number
        self._editor = NoteEditor(number, answer, lines=1)
        self._editor.answer_changed.connect(self.answer_changed)
        self._editor.refused.connect(self._on_refused)
        self._refusal = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._refusal.hide()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._editor)
        self._column.addWidget(self._refusal)
        self._slides = slides
        slides.installEventFilter(self)
        self.finished.connect(self._on_finished)
        self._fit_slides()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._stand_at_the_foot()
        self._editor.focus_note()  # not before: the line with the cursor must be in sight

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand_at_the_foot()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._fit_slides)  # once the style sheet has reached every widget

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move and resize with the slides."""
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize}:
            self._fit_slides()
        return False

    def show_scan(self, scan: Scan) -> None:
        """Show the answer of `scan`: the statement may have been ticked on its slide meanwhile."""
        self._editor.show_answer(scan.answer(self._number))
        if self._refusal.isVisible():
            self._refusal.hide()
            self._fit_slides()

    def _on_refused(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.show()
        self._fit_slides()
        announce(self, sentence)

    def _fit_slides(self) -> None:
        height = slide_height(self._slides.size())
        self._column.setContentsMargins(*[pixels(_MARGIN, height)] * 4)
        # Part by part: a style sheet's rule ends inheritance.
        for part in (*self._editor.findChildren(QWidget), self._editor, self._refusal):
            set_text_size(part, pixels(SMALLEST, height))
        self.resize(round(_WIDTH * self._slides.width()), self.sizeHint().height())
        self._stand_at_the_foot()

    def _stand_at_the_foot(self) -> None:
        frame = self.frameGeometry()
        frame.moveCenter(self._slides.geometry().center())
        frame.moveBottom(self._slides.geometry().bottom())
        self.move(frame.topLeft())
        self.covered.emit(frame.height())

    def _on_finished(self, _result: int) -> None:
        self.covered.emit(0)
