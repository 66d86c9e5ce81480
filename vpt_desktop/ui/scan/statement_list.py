"""The list of the ten statements."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from vpt_desktop.comparison_words import then_in_row
from vpt_desktop.override import override
from vpt_desktop.ui.scan.statement_row import StatementRow
from vpt_desktop.ui.widgets.accessible_role import make_group
from vpt_desktop.ui.widgets.given_width import GivenWidth
from vpt_desktop.ui.widgets.scrolling import RING_MARGIN, scroll_into_sight
from vpt_desktop.ui.widgets.text_fields import is_typing
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.comparison import Comparison
    from vpt_desktop.domain.scan import Scan


class StatementList(GivenWidth, QWidget):
    """List of the card's statements with the scan's answers, which reports what the user changes."""

    statement_toggled = Signal(int, bool)
    """The number (1-10) of a statement, and whether the user ticked or unticked it."""

    answer_changed = Signal(int, object)
    """The number (1-10) of a statement, and the Answer with what the user typed."""

    refused = Signal(str)
    """One sentence on a text that was not taken over."""

    def __init__(self, card: Card, scan: Scan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        make_group(self, WORDS.points)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING_MARGIN, RING_MARGIN, RING_MARGIN, RING_MARGIN)
        self._rows: list[StatementRow] = []
        self._current = 1
        self._presented: int | None = None
        for number, statement in enumerate(card.statements, 1):
            row = StatementRow(number, statement.text)
            row.toggled.connect(partial(self.statement_toggled.emit, number))
            row.answer_changed.connect(partial(self.answer_changed.emit, number))
            row.refused.connect(self.refused)
            row.step_requested.connect(partial(self._step, number))
            row.touched.connect(partial(self.touch, number))
            self._rows.append(row)
            column.addWidget(row)
        self.show_scan(scan)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def show_scan(self, scan: Scan) -> None:
        """Show the answers of `scan`."""
        for row, answer in zip(self._rows, scan.answers, strict=True):
            row.show_answer(answer)

    def show_then(self, comparison: Comparison | None) -> None:
        """Show in each row what the statement was last time, or nothing without a comparison."""
        for index, row in enumerate(self._rows):
            row.show_then("" if comparison is None else then_in_row(ticked=comparison.rows[index].then))

    def focus_statement(self, number: int) -> None:
        """Give statement `number` (1-10) the keyboard focus."""
        self.touch(number)
        self._rows[number - 1].focus_box()

    @property
    def current(self) -> int:
        """The number (1-10) of the statement touched last: by a click, the focus, a key or the slides."""
        return self._current

    def touch(self, number: int) -> None:
        """Make statement `number` (1-10) the current one."""
        self._current = number

    def focus_current(self) -> None:
        """Give the keyboard focus to the statement on the slides, or else the current one."""
        self.focus_statement(self._presented or self.current)

    def begin(self) -> None:
        """Go to where another scan starts: its first statement, or that on the slides; all notes folded."""
        self.focus_statement(self._presented or 1)
        for row in self._rows:
            row.fold_note()

    def follow(self, presented: int | None, *, focus: bool = True) -> None:
        """Mark the statement (1-10) on the slides, if any, and focus it too, unless the user is typing."""
        self._presented = presented
        for row in self._rows:
            row.show_presented(presented)
        if presented is not None:
            self.touch(presented)
            if focus and not is_typing():
                self.focus_statement(presented)
        self._keep_presented_in_sight()

    def _keep_presented_in_sight(self) -> None:
        if self._presented is not None and not is_typing():
            scroll_into_sight(self._rows[self._presented - 1])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._keep_presented_in_sight)  # after the layout around it

    def edit_note(self, number: int) -> None:
        """Open the note of statement `number` (1-10) and focus it."""
        self.touch(number)
        self._rows[number - 1].edit_note()

    def toggle_note(self) -> None:
        """Focus the note of the current statement; from a note, fold it and focus its statement."""
        editing = next((row for row in self._rows if row.is_editing), None)
        if editing is not None:
            editing.toggle_note()
        else:
            self.edit_note(self._current)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        for number, row in enumerate(self._rows, 1):
            if new is not None and row.isAncestorOf(new):
                self.touch(number)

    def _step(self, number: int, step: int) -> None:
        self.focus_statement(min(max(number + step, 1), len(self._rows)))
