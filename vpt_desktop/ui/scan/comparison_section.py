"""What changed since the previous scan: a sentence, and the statements by what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vpt_desktop.comparison_words import TITLE, previous_in_words, sentence
from vpt_desktop.ui.scan.verdict_numbers import VerdictNumbers
from vpt_desktop.ui.widgets.accessible_role import make_group
from vpt_desktop.ui.widgets.announcement import Topic, announce
from vpt_desktop.ui.widgets.width_taker import WidthTaker

if TYPE_CHECKING:
    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.comparison import Comparison
    from vpt_desktop.domain.earlier_scan import EarlierScan
    from vpt_desktop.domain.scan import Scan


class ComparisonSection(QWidget):
    """Part of the panel that is there with a previous scan only, hidden and shown as a whole."""

    statement_requested = Signal(int)
    """The number (1-10) of the statement that the user wants to go to."""

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        make_group(self, TITLE)
        self._sentence = WidthTaker()
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._sentence.setObjectName("secondary")
        self._numbers = VerdictNumbers(card)
        self._numbers.statement_requested.connect(self.statement_requested)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._sentence)
        column.addWidget(self._numbers)

    def show_comparison(self, comparison: Comparison, previous: EarlierScan, scan: Scan) -> None:
        """Show what changed from `previous` to `scan`."""
        when = previous_in_words(previous, scan)
        self._sentence.show_text(f"Vorige scan: {when}. {sentence(comparison)}")
        self._numbers.show_comparison(comparison)

    def settle(self) -> None:
        """Give what has changed its place at once, so that it is painted once."""
        self._column.activate()

    def announce(self) -> None:
        """Have the sentence said, if it is in sight by then."""
        announce(self, self._sentence.text(), Topic.SCORE, subject=TITLE)
