"""The list of agreements of last time, which folds away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from vpt_desktop.comparison_words import AGREEMENTS, filled_in
from vpt_desktop.ui.comparison.agreement_row import AgreementRow
from vpt_desktop.ui.widgets.accessible_role import DisclosureButton
from vpt_desktop.ui.widgets.scrolling import RING_MARGIN
from vpt_desktop.ui.widgets.tab_order import tab_after

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vpt_desktop.domain.agreements import PreviousAgreement
    from vpt_desktop.domain.card import Card
    from vpt_desktop.ui.document.scan_document import ScanDocument


class AgreementList(QWidget):
    """Button with how many are filled in, which unfolds a row for each agreement."""

    statement_requested = Signal(int)
    """The number (1-10) of the statement that the user wants to go to."""

    refused = Signal(str)
    """One sentence on a text that was not taken over."""

    left = Signal()
    """The user is done here, by Esc."""

    def __init__(self, card: Card, document: ScanDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self._document = document
        self._agreements: tuple[PreviousAgreement, ...] = ()
        self._rows: list[AgreementRow] = []
        self._button = DisclosureButton(AGREEMENTS)
        self._button.clicked.connect(self._toggle)
        self._count = QLabel(wordWrap=True)
        self._count.setObjectName("secondary")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, RING_MARGIN)
        self._column.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._count)

    def show_agreements(self, agreements: Sequence[PreviousAgreement]) -> None:
        """Show these agreements, ascending by statement."""
        shown = tuple(agreements)
        if shown != self._agreements:
            self._agreements = shown
            self._count.setText(filled_in([each.agreement for each in shown]))
            self._button.setAccessibleDescription(self._count.text())
            self._show_rows()

    def _toggle(self) -> None:
        self._button.set_expanded(not self._is_unfolded)
        self._show_rows()

    @property
    def _is_unfolded(self) -> bool:
        return bool(self._button.property("expanded"))

    def _show_rows(self) -> None:
        shown = self._agreements if self._is_unfolded else ()
        while len(self._rows) < len(shown):
            self._add_row()
        for place, row in enumerate(self._rows):
            if place < len(shown):
                row.show_agreement(shown[place])
            row.setVisible(place < len(shown))

    def _add_row(self) -> None:
        row = AgreementRow(self._card, self._document)
        row.statement_requested.connect(self.statement_requested)
        row.refused.connect(self.refused)
        row.left.connect(self.left)
        last = self._rows[-1].last if self._rows else self._button
        self._rows.append(row)
        self._column.addWidget(row)
        tab_after(last, row)
