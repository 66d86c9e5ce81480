"""The agreements of the previous scan, in the side panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vpt_desktop.domain.agreements import previous_agreements
from vpt_desktop.ui.widgets.tab_order import tab_after

if TYPE_CHECKING:
    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.scan import Scan
    from vpt_desktop.ui.comparison.agreement_list import AgreementList
    from vpt_desktop.ui.document.scan_document import ScanDocument


class Agreements(QWidget):
    """Part of the panel that is visible with agreements of last time; what is in it is made at the first."""

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
        self._list: AgreementList | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_scan(self, scan: Scan, *, in_sight: bool) -> None:
        """Show the agreements that `scan` has of last time, if any; or hide them whatever there is."""
        agreements = tuple(previous_agreements(scan, self._card.texts)) if in_sight else ()
        if agreements:
            self._made().show_agreements(agreements)
        self.setVisible(bool(agreements))

    def _made(self) -> AgreementList:
        if self._list is None:
            from vpt_desktop.ui.comparison.agreement_list import AgreementList  # noqa: PLC0415  not for the first frame

            self._list = AgreementList(self._card, self._document)
            self._list.statement_requested.connect(self.statement_requested)
            self._list.refused.connect(self.refused)
            self._list.left.connect(self.left)
            self._column.addWidget(self._list)
            tab_after(self, self._list)
        return self._list
