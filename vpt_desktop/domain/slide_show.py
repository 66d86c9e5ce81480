"""State of a presentation: what the audience sees, and which statements it has seen."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from vpt_desktop.domain.card import STATEMENT_COUNT

QUESTION = STATEMENT_COUNT + 1
"""The slide that asks for the score, and does not show it yet."""

RESULT = QUESTION + 1


class Blank(Enum):
    """A blank screen instead of the slide, while the audience should look elsewhere."""

    BLACK = "black"
    WHITE = "white"


class AgreementPage(Struct, frozen=True):
    """A slide with an agreement of the previous scan, or with a part of a long one."""

    statement: int
    """The number (1-10) of its statement on the card of that time."""

    number: int | None
    """The same on the card of now; None where it is not on that."""


class SlideShow(Struct, frozen=True):
    """Position in the slides: 1-10 are the statements, 11 is the card's question, 12 the result.

    From 13 on, as many slides as `differences` says show what changed since the previous scan, and as many
    as `pages` has the open points with what was agreed on them. The agreements of the previous scan are in
    front of one of these, when they are asked for.

    Immutable; a step returns a new one. The score is hidden until slide 12, unless it is `live`: it must not
    steer the group while it discusses, and neither must what was ticked last time.
    """

    slide: int = 1
    visited: frozenset[int] = frozenset()
    """The statements (1-10) that the audience has seen."""

    blank: Blank | None = None
    live: bool = False
    """Whether the score is shown all the time; the question is then left out."""

    before_result: int = QUESTION
    """The slide to return to when the result is hidden again."""

    has_previous: bool = False
    """Whether there is a previous scan."""

    then: bool = False
    """Whether what was ticked last time is shown during the discussion."""

    differences: int = 0
    """How many slides show what changed since the previous scan."""

    pages: tuple[tuple[int, ...], ...] = ()
    """The open points (1-10), ascending, on each slide with these; a long one goes on on the next."""

    agreements: tuple[AgreementPage, ...] = ()
    """The slides with the agreements of the previous scan."""

    agreement: int | None = None
    """Which of these is in front, from 0 on; None if none is."""

    @property
    def statement(self) -> int | None:
        """The number (1-10) of the statement that the slide shows, if it shows one."""
        return self.slide if self.slide <= STATEMENT_COUNT else None

    @property
    def is_revealed(self) -> bool:
        """Whether the show is at the result or after it."""
        return self.slide >= RESULT

    @property
    def shows_then(self) -> bool:
        """Whether what was ticked last time may be seen."""
        return self.has_previous and (self.then or self.is_revealed)

    @property
    def has_agreements(self) -> bool:
        """Whether there are agreements of the previous scan to show, which is after the result only."""
        return self.is_revealed and bool(self.agreements)

    @property
    def is_last(self) -> bool:
        """Whether no slide comes after this one."""
        last = RESULT + self.differences + len(self.pages)
        return self.agreement_page is None and self.slide == last

    @property
    def agreement_page(self) -> AgreementPage | None:
        """The slide with an agreement of the previous scan, if it shows one."""
        return None if self.agreement is None else self.agreements[self.agreement]

    @property
    def difference(self) -> int | None:
        """Which of the slides with differences it is, from 0 on; None on another slide."""
        place = self.slide - RESULT - 1
        return place if self.agreement is None and 0 <= place < self.differences else None

    @property
    def page(self) -> int | None:
        """Which of the slides with open points it is, from 0 on; None on another slide."""
        return None if self.agreement is not None else self._page

    @property
    def _page(self) -> int | None:
        """The same, also where an agreement is in front of it."""
        place = self.slide - RESULT - 1 - self.differences
        return place if place >= 0 else None

    @property
    def point(self) -> int | None:
        """The number (1-10) of the statement, or of the first open point on the slide; None without one."""
        return self.statement if self.page is None else self.pages[self.page][0]

    @property
    def followed(self) -> int | None:
        """The number (1-10) of the statement that the slide is about in the first place, if there is one."""
        return self.point if self.agreement_page is None else self.agreement_page.number

    @property
    def place(self) -> str:
        """What no other slide of the show has."""
        return str(self.slide) if self.agreement is None else f"agreement {self.agreement + 1}"

    def at(self, slide: int) -> SlideShow:
        """Return the show at one of its slides (from 1 on), in sight."""
        seen = frozenset({slide} if slide <= STATEMENT_COUNT else ())
        before = self.slide if slide == RESULT and not self.is_revealed else self.before_result
        return replace(
            self,
            slide=slide,
            visited=self.visited | seen,
            blank=None,
            before_result=before,
            agreement=None,
        )

    def next(self) -> SlideShow:
        """Return the show a slide further, at most at the last; or from a blank screen at its slide.

        After the last agreement comes the slide that they are in front of.
        """
        if self.blank or self.is_last:
            return replace(self, blank=None)
        if self.agreement is not None:
            return self._at_agreement(self.agreement + 1)
        return self.at(RESULT if self.live and self.slide == STATEMENT_COUNT else self.slide + 1)

    def previous(self) -> SlideShow:
        """Return the show a slide back, at least at the first; or from a blank screen at its slide."""
        if self.blank:
            return replace(self, blank=None)
        if self.agreement is not None:
            return self._at_agreement(self.agreement - 1)
        return self.at(self.before_result if self.slide == RESULT else max(self.slide - 1, 1))

    def toggle_agreements(self) -> SlideShow:
        """Return the show with the agreements of the previous scan in front, or away; if it has them."""
        if self.agreement is not None and not self.blank:
            return replace(self, agreement=None)
        return self._at_agreement(self.agreement or 0) if self.has_agreements else self

    def _at_agreement(self, agreement: int) -> SlideShow:
        there = 0 <= agreement < len(self.agreements)
        return replace(self, agreement=agreement if there else None, blank=None)

    def toggle_then(self) -> SlideShow:
        """Return the show with what was ticked last time shown during the discussion, or hidden."""
        return replace(self, then=not self.then)

    def toggle_result(self) -> SlideShow:
        """Return the show with the result revealed, or hidden again: back where it was revealed from."""
        return self.at(self.before_result if self.is_revealed and not self.blank else RESULT)

    def with_pages(
        self,
        pages: tuple[tuple[int, ...], ...],
        differences: int = 0,
        agreements: tuple[AgreementPage, ...] = (),
    ) -> SlideShow:
        """Return the show with other slides after the result; the first point in sight stays in sight.

        Where that point is open no more, the next one is in sight, or the last slide. An agreement that is
        in front stays, as long as there is one.
        """
        place = self.slide - RESULT
        if self._page is not None:
            place = differences + 1 + self._nearest_page(self._page, pages)
        elif place > 0:
            place = min(place, differences)
        return replace(
            self,
            slide=RESULT + place,
            pages=pages,
            differences=differences,
            agreements=agreements,
            agreement=self._nearest_agreement(agreements),
        )

    def _nearest_page(self, page: int, pages: tuple[tuple[int, ...], ...]) -> int:
        """Return which of other pages has the first open point of `page`; -1 if there are none."""
        point = self.pages[page][0]
        if page < len(pages) and point in pages[page]:
            return page
        return next((place for place, points in enumerate(pages) if points[-1] >= point), len(pages) - 1)

    def _nearest_agreement(self, agreements: tuple[AgreementPage, ...]) -> int | None:
        before = self.agreement_page
        if before is None or (before in agreements[self.agreement : (self.agreement or 0) + 1]):
            return self.agreement
        statements = [page.statement for page in agreements]
        return statements.index(before.statement) if before.statement in statements else None

    def toggle_blank(self, blank: Blank) -> SlideShow:
        """Return the show with a blank screen, or with the slide again if it was that blank already."""
        return replace(self, blank=None if self.blank == blank else blank)
