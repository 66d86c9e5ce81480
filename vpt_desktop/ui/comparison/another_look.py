"""The question to look again at a statement whose agreement is settled."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from vpt_desktop.comparison_words import LOOK_AGAIN, to_statement
from vpt_desktop.ui.widgets.button import Button


class AnotherLook(QWidget):
    """Sentence with a button that goes to the statement."""

    statement_requested = Signal(int)
    """The number (1-10) of the statement."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = 1
        self._button = Button()
        self._button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(QLabel(LOOK_AGAIN, wordWrap=True))
        column.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_number(self, number: int) -> None:
        """Show which statement (1-10) it is about."""
        self._number = number
        self._button.setText(to_statement(number))

    def _on_clicked(self) -> None:
        self.statement_requested.emit(self._number)
