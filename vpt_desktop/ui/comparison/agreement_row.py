"""One agreement of last time: what became of it, a remark, and a button to take it along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from vpt_desktop.comparison_words import (
    AGREEMENT,
    CARRIED,
    CARRY,
    LOOK_AGAIN,
    NOT_ON_CARD,
    REMARK,
    carried_along,
)
from vpt_desktop.domain.short_text import shortened
from vpt_desktop.ui.comparison.another_look import AnotherLook
from vpt_desktop.ui.widgets.accessible_role import make_group, make_heading
from vpt_desktop.ui.widgets.announcement import announce
from vpt_desktop.ui.widgets.button import Button
from vpt_desktop.ui.widgets.field_label import FieldLabel
from vpt_desktop.ui.widgets.limited_text import LimitedLine
from vpt_desktop.ui.widgets.outcome_buttons import OutcomeButtons
from vpt_desktop.ui.widgets.scrolling import RING_MARGIN, keep_together
from vpt_desktop.ui.widgets.text_fields import leave_to_the_window, show_text
from vpt_desktop.ui.widgets.wrapped_label import WrappedLabel
from vpt_desktop.words import WORDS, with_statement

if TYPE_CHECKING:
    from vpt_desktop.domain.agreements import PreviousAgreement
    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.earlier_scan import Agreement, Outcome
    from vpt_desktop.ui.document.scan_document import ScanDocument

_MOST_TEXT = 1000
"""Characters of an agreement in sight; it may be as long as minutes, which the PDF has whole."""


class AgreementRow(QFrame):
    """What was agreed, by whom and when; below it the outcomes, a remark and "Meenemen"."""

    statement_requested = Signal(int)
    """The number (1-10) of the statement that the user wants to go to."""

    refused = Signal(str)
    """One sentence on a text that was not taken over."""

    left = Signal()
    """The user is done here, by Esc."""

    def __init__(self, card: Card, document: ScanDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        keep_together(self)
        self._card = card
        self._document = document
        self._shown: PreviousAgreement | None = None
        self._heading, self._text, self._terms = WrappedLabel(), WrappedLabel(), WrappedLabel()
        self._heading.setObjectName("heading")
        make_heading(self._heading)
        self._terms.setObjectName("secondary")
        self._outcomes = OutcomeButtons(columns=2)
        self._outcomes.outcome_chosen.connect(self._on_outcome_chosen)
        self._outcomes.left.connect(self.left)
        self._look = AnotherLook()
        self._look.statement_requested.connect(self.statement_requested)
        self._remark = LimitedLine()
        leave_to_the_window(self._remark)
        self._remark.textChanged.connect(self._on_remark_changed)
        self._remark.refused.connect(self.refused)
        self._remark_label = FieldLabel(REMARK, self._remark)
        self.last = self._carry = Button()
        """What Tab reaches last."""
        self._carry.clicked.connect(self._on_carry_clicked)
        self._arrange()

    def show_agreement(self, shown: PreviousAgreement) -> None:
        """Show an agreement, and what became of it."""
        if shown == self._shown:
            return
        self._shown = shown
        agreement, number = shown.agreement, shown.number
        self._show_texts(shown)
        if number is not None:
            self._look.show_number(number)
        self._look.setVisible(shown.asks_another_look)
        with QSignalBlocker(self._remark):  # another agreement's remark is no change by the user
            show_text(self._remark, agreement.remark)
        name = with_statement(AGREEMENT.lower(), agreement.statement)
        self._remark_label.name_field(f"{REMARK}: {name}")
        self._carry.setText(CARRIED if shown.is_carried else CARRY)
        self._carry.setAccessibleName(f"{self._carry.text()}: {name}")
        if shown.is_carried and self._carry.hasFocus():
            self._remark.setFocus()  # else it would go to the outcomes of another agreement
        self._carry.setDisabled(shown.is_carried)
        self._carry.setVisible(number is not None)

    def _show_texts(self, shown: PreviousAgreement) -> None:
        agreement = shown.agreement
        if shown.number is None:
            heading = f"{shown.text} {NOT_ON_CARD}"
        else:
            heading = f"{shown.number}  {self._card.statement(shown.number).label}"
        text, terms = shortened(agreement.note, _MOST_TEXT), _terms(agreement)
        for label, content in ((self._heading, heading), (self._text, text), (self._terms, terms)):
            label.show_text(content)
            label.setVisible(bool(content))
        name = with_statement(AGREEMENT.lower(), agreement.statement)
        said = ". ".join(part for part in (name, shortened(text), terms) if part)
        make_group(self, said)
        self._outcomes.show_outcome(agreement.statement, agreement.outcome)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(RING_MARGIN, 2 * RING_MARGIN, RING_MARGIN, 2 * RING_MARGIN)
        for widget in (self._heading, self._text, self._terms, self._outcomes, self._look):
            column.addWidget(widget)
        last = QGridLayout()
        column.addLayout(last)
        last.addWidget(self._remark_label, 0, 0)
        last.addWidget(self._remark, 1, 0)
        last.addWidget(self._carry, 1, 1)

    def _on_outcome_chosen(self, outcome: Outcome | None) -> None:
        if self._shown is not None:
            self._document.set_outcome(self._shown.agreement.statement, outcome)
            if self._shown.asks_another_look:
                announce(self._look, LOOK_AGAIN, subject=LOOK_AGAIN)

    def _on_remark_changed(self, remark: str) -> None:
        if self._shown is not None:
            self._document.set_remark(self._shown.agreement.statement, remark)

    def _on_carry_clicked(self) -> None:
        if self._shown is None or self._shown.number is None:
            return
        number = self._shown.number
        self._document.carry(self._shown.agreement, self._card.texts)
        if self._shown.is_carried:
            announce(self, carried_along(number), subject=CARRY)


def _terms(agreement: Agreement) -> str:
    terms = {WORDS.who: agreement.who, WORDS.due: agreement.due}
    return "  ·  ".join(f"{name}: {shortened(text)}" for name, text in terms.items() if text.strip())
