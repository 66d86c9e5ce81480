"""What was ticked and agreed last time, in a presentation: shown when asked for, and announced."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from vpt_desktop import comparison_words as our
from vpt_desktop.domain.comparison import compared_with_previous
from vpt_desktop.domain.slide_show import SlideShow
from vpt_desktop.ui.widgets.announcement import announce
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.earlier_scan import Outcome
    from vpt_desktop.ui.document.scan_document import ScanDocument


class Steps(Protocol):
    """The presentation, as far as it is used here."""

    @property
    def slide_show(self) -> SlideShow | None:
        """The slide on screen."""

    def step(self, change: Callable[[SlideShow], SlideShow]) -> None:
        """Show the slide that `change` returns for the present one."""


class LastTime:
    """Shows last time in a presentation, and says so or why not, from the desk."""

    def __init__(self, presentation: Steps, card: Card, document: ScanDocument, desk: QWidget) -> None:
        self._presentation = presentation
        self._card = card
        self._document = document
        self._desk = desk

    def show_then(self) -> None:
        """Show what was ticked last time on slides and desk, or hide it; after the result it is shown."""
        show = self._presentation.slide_show
        if show is None:
            return
        if not show.has_previous:
            said = our.NO_PREVIOUS
        elif show.is_revealed:
            said = our.SHOWN_ANYWAY
        else:
            self._presentation.step(SlideShow.toggle_then)
            said = our.THEN_HIDDEN if show.then else self._in_sight(show)
        announce(self._desk, said, subject=our.TITLE)

    def _in_sight(self, show: SlideShow) -> str:
        """Return what was ticked last time of the statement on the slides, or that it is shown."""
        comparison = compared_with_previous(self._document.scan, self._card.texts)
        if show.statement is None or show.blank or comparison is None:
            return our.THEN_SHOWN
        said = our.then_on_slide(ticked=comparison.rows[show.statement - 1].then)
        return f"{WORDS.statement} {show.statement}: {said}."

    def show_agreements(self) -> None:
        """Show the agreements of last time, or the slide that they are in front of; after the result only."""
        show = self._presentation.slide_show
        if show is None:
            return
        if show.has_agreements:
            self._presentation.step(SlideShow.toggle_agreements)
        else:
            said = our.NO_AGREEMENTS if show.is_revealed else our.AGREEMENTS_LATER
            announce(self._desk, said if show.has_previous else our.NO_PREVIOUS, subject=our.AGREEMENTS)

    def set_outcome(self, statement: int, outcome: Outcome | None) -> None:
        """Set what became of the agreement on `statement` (1-10, of then), and announce it."""
        self._document.set_outcome(statement, outcome)
        announce(self._desk, f"{our.OUTCOME}: {our.outcome_in_words(outcome)}.", subject=our.OUTCOME)
