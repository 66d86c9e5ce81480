"""The slides with a part of what comes after the result."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from vpt_desktop.comparison_words import AGREEMENTS
from vpt_desktop.domain.slide_show import AgreementPage
from vpt_desktop.ui.presentation.agreement_slide import AgreementSlide
from vpt_desktop.ui.presentation.deck import Deck, deck_of
from vpt_desktop.ui.presentation.rows_slide import RowsSlide
from vpt_desktop.ui.presentation.slides_ahead import Kind
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QWidget

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.scan import Scan
    from vpt_desktop.domain.slide_show import SlideShow


class PartSlides:
    """The two kinds of these slides, of each one that is shown, and one to draw others on."""

    def __init__(self, card: Card, window: QWidget) -> None:
        self._card = card
        self.rows = RowsSlide()
        self.rows.setAccessibleName(WORDS.open_points)
        self.agreement = AgreementSlide()
        self.agreement.setAccessibleName(AGREEMENTS)
        self._shown = self.rows, self.agreement
        self._spare = RowsSlide(window), AgreementSlide(window)
        for slide in self._spare:
            slide.hide()
        self._deck: tuple[Scan, Deck] | None = None

    def at(self, show: SlideShow) -> RowsSlide:
        """Return the widget that shows the slide of `show`, which is one of these."""
        return self.rows if show.agreement is None else self.agreement

    def show(self, show: SlideShow, scan: Scan) -> None:
        """Show the slide of `show` with what `scan` has."""
        self.at(show).show_at(show, self._deck_of(scan))

    def divided(self, show: SlideShow, scan: Scan, size: QSize) -> SlideShow:
        """Return `show` with the slides of `size` after the result that `scan` takes.

        Agreements are only divided over slides once they are in front, as that may take a while.
        """
        deck = self._deck_of(scan)
        for slide in self._shown:
            slide.resize(size)  # Qt gives that to the slide in sight only
        points = self.rows.divided(deck.open_points, deck)
        agreements: list[AgreementPage] = []
        for each, part in deck.agreements:
            count = 1 if show.agreement is None else len(self.agreement.divided(part, deck))
            agreements += [AgreementPage(each.agreement.statement, each.number)] * count
        return show.with_pages(
            tuple(tuple(row.item.number for row in page) for page in points),
            len(self.rows.divided(deck.differences, deck)),
            tuple(agreements),
        )

    def kinds(self) -> Iterator[Kind]:
        """Yield both kinds, to be drawn ahead."""
        rows, agreement = self._spare
        yield Kind(self.rows, rows, partial(self._show_on, rows))
        yield Kind(self.agreement, agreement, partial(self._show_on, agreement), self.agreement.controls)

    def forget_pages(self) -> None:
        """Divide everything anew when it is next shown: the size of the text is another."""
        for slide in self._shown:
            slide.forget_pages()
        self.forget_spare()

    def forget_spare(self) -> None:
        """Do so for what is drawn ahead."""
        for slide in self._spare:
            slide.forget_pages()

    def _show_on(self, slide: RowsSlide, show: SlideShow, scan: Scan) -> None:
        slide.show_at(show, self._deck_of(scan))

    def _deck_of(self, scan: Scan) -> Deck:
        if self._deck is None or self._deck[0] is not scan:
            self._deck = scan, deck_of(scan, self._card)
        return self._deck[1]
