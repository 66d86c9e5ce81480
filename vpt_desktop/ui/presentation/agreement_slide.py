"""The slide with one agreement of the previous scan, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from vpt_desktop.override import override
from vpt_desktop.ui.presentation.rows_slide import RowsSlide
from vpt_desktop.ui.widgets import slide_size
from vpt_desktop.ui.widgets.outcome_buttons import OutcomeButtons
from vpt_desktop.ui.widgets.slide_size import inside_margins, pixels, set_text_size, slide_height

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vpt_desktop.domain.slide_show import SlideShow
    from vpt_desktop.ui.presentation.deck import Deck

_BAR = 1 / 6
"""Of the height: what the bar at the foot may cover, so that it covers no button."""

_BUTTONS = 2
"""Lines of text that a button is tall, with the space around it."""


class AgreementSlide(RowsSlide):
    """Slide with an agreement and a button for each outcome."""

    outcome_chosen = Signal(int, object)
    """The statement (1-10, on the card of then) and its Outcome, or None for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._statement = 0
        self.controls = OutcomeButtons(self)
        """The buttons."""
        for button in self.controls.buttons:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys are the slides' until they are given
        self.controls.outcome_chosen.connect(self._on_outcome_chosen)
        self.controls.left.connect(self.release_keys)

    @override
    def show_at(self, show: SlideShow, deck: Deck) -> None:
        agreement = deck.agreement_at(show)
        if agreement is not None:
            self._statement = agreement.statement
            self.controls.show_outcome(agreement.statement, agreement.outcome)
        super().show_at(show, deck)

    def take_keys(self) -> None:
        """Give the arrows and Enter to the buttons."""
        self.controls.focus_chosen()

    def release_keys(self) -> None:
        """Give them back to the slides."""
        self.controls.leave()

    @property
    @override
    def foot(self) -> int:
        """The pixels for the buttons, and for the bar under them."""
        height = slide_height(self.size())
        bar = round(_BAR * self.height()) - pixels(slide_size.MARGIN, height)
        return _BUTTONS * pixels(slide_size.SMALLEST, height) + max(0, bar)

    @override
    def lay_out_foot(self, top: int) -> None:
        small = pixels(slide_size.SMALLEST, slide_height(self.size()))
        for button in self.controls.buttons:
            set_text_size(button, small)
            button.setMinimumWidth(button.fontMetrics().horizontalAdvance(button.text()) + 2 * small)
            button.setMinimumHeight(_BUTTONS * small)
        self.controls.set_spacing(small // 3)
        self.controls.move(inside_margins(self).left(), top)
        self.controls.resize(self.controls.sizeHint())

    def _on_outcome_chosen(self, outcome: object) -> None:
        self.outcome_chosen.emit(self._statement, outcome)
