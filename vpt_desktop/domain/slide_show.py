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


class SlideShow(Struct, frozen=True):
    """Position in the slides: 1-10 are the statements, 11 is the card's question, 12 the result.

    As many slides as `pages` has, from 13 on, show the open points with what was agreed on them.

    Immutable; a step returns a new one. The score is hidden until slide 12, unless it is `live`: it must not
    steer the group while it discusses.
    """

    slide: int = 1
    visited: frozenset[int] = frozenset()
    """The statements (1-10) that the audience has seen."""

    blank: Blank | None = None
    live: bool = False
    """Whether the score is shown all the time; the question is then left out."""

    before_result: int = QUESTION
    """The slide to return to when the result is hidden again."""

    pages: tuple[tuple[int, ...], ...] = ()
    """The open points (1-10), ascending, on each slide after the result; a long one goes on on the next."""

    @property
    def statement(self) -> int | None:
        """The number (1-10) of the statement that the slide shows, if it shows one."""
        return self.slide if self.slide <= STATEMENT_COUNT else None

    @property
    def is_revealed(self) -> bool:
        """Whether the show is at the result or after it."""
        return self.slide >= RESULT

    @property
    def is_last(self) -> bool:
        """Whether no slide comes after this one."""
        return self.slide == RESULT + len(self.pages)

    @property
    def page(self) -> int | None:
        """Which of the slides with open points it is, from 0 on; None on another slide."""
        return self.slide - RESULT - 1 if self.slide > RESULT else None

    @property
    def point(self) -> int | None:
        """The number (1-10) of the statement, or of the first open point on the slide; None without one."""
        return self.statement if self.page is None else self.pages[self.page][0]

    def at(self, slide: int) -> SlideShow:
        """Return the show at one of its slides (from 1 on), in sight."""
        seen = frozenset({slide} if slide <= STATEMENT_COUNT else ())
        before = self.slide if slide == RESULT and not self.is_revealed else self.before_result
        return replace(self, slide=slide, visited=self.visited | seen, blank=None, before_result=before)

    def next(self) -> SlideShow:
        """Return the show a slide further, at most at the last; or from a blank screen at its slide."""
        if self.blank or self.is_last:
            return replace(self, blank=None)
        return self.at(RESULT if self.live and self.slide == STATEMENT_COUNT else self.slide + 1)

    def previous(self) -> SlideShow:
        """Return the show a slide back, at least at the first; or from a blank screen at its slide."""
        if self.blank:
            return replace(self, blank=None)
        return self.at(self.before_result if self.slide == RESULT else max(self.slide - 1, 1))

    def toggle_result(self) -> SlideShow:
        """Return the show with the result revealed, or hidden again: back where it was revealed from."""
        return self.at(self.before_result if self.is_revealed and not self.blank else RESULT)

    def with_pages(self, pages: tuple[tuple[int, ...], ...]) -> SlideShow:
        """Return the show with other slides after the result; the first point in sight stays in sight.

        Where that point is open no more, the next one is in sight, or the last slide.
        """
        if self.page is None or pages == self.pages:
            return replace(self, pages=pages)
        page = self.page
        if page >= len(pages) or self.point not in pages[page]:
            page = next(
                (place for place, points in enumerate(pages) if points[-1] >= (self.point or 0)),
                len(pages) - 1,
            )
        return replace(self, pages=pages, slide=RESULT + 1 + page)

    def toggle_blank(self, blank: Blank) -> SlideShow:
        """Return the show with a blank screen, or with the slide again if it was that blank already."""
        return replace(self, blank=None if self.blank == blank else blank)
