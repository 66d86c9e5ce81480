"""A note on the statement on screen, for a leader with no other screen than the room's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from vpt_desktop.ui.note_editor import NoteEditor
from vpt_desktop.ui.slide_size import SMALLEST, pixels, set_text_size, slide_height

if TYPE_CHECKING:
    from vpt_desktop.domain.scan import Answer, Scan

_WIDTH = 0.8
"""Of the slide's."""


class NoteSheet(QDialog):
    """The note of one statement at the foot of its slide, until Esc."""

    answer_changed = Signal(object)
    """The Answer, as the user has just made it."""

    def __init__(self, number: int, answer: Answer, slides: QWidget) -> None:
        super().__init__(slides)
        self.setWindowTitle(f"Toelichting bij stelling {number}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._number = number
        self._editor = NoteEditor(number, answer, lines=1)
        self._editor.answer_changed.connect(self.answer_changed)
        QVBoxLayout(self).addWidget(self._editor)
        size = pixels(SMALLEST, slide_height(slides.size()))
        for part in (
            *self._editor.findChildren(QWidget),
            self._editor,
        ):  # a style sheet's rule ends inheritance
            set_text_size(part, size)
        place = slides.geometry()
        self.resize(round(_WIDTH * place.width()), self.sizeHint().height())
        self.move(place.center().x() - self.width() // 2, place.bottom() - self.height())
        self._editor.focus_note()

    def show_scan(self, scan: Scan) -> None:
        """Show what `scan` says of the statement: it may have been ticked on its slide meanwhile."""
        self._editor.show_answer(scan.answer(self._number))
