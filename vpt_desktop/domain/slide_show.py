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

    @property
    def statement(self) -> int | None:
        """The number (1-10) of the statement that the slide shows, if it shows one."""
        return self.slide if self.slide <= STATEMENT_COUNT else None

    def at(self, slide: int) -> SlideShow:
        """Return the show at one of its slides (1-12), in sight."""
        seen = frozenset({slide} if slide <= STATEMENT_COUNT else ())
        before = self.slide if slide == RESULT != self.slide else self.before_result
        return replace(self, slide=slide, visited=self.visited | seen, blank=None, before_result=before)

    def next(self) -> SlideShow:
        """Return the show a slide further, at most at the result; or from a blank screen at its slide."""
        if self.blank or self.slide == RESULT:
            return replace(self, blank=None)
        return self.at(RESULT if self.live and self.slide == STATEMENT_COUNT else self.slide + 1)

    def previous(self) -> SlideShow:
        """Return the show a slide back, at least at the first; or from a blank screen at its slide."""
        if self.blank:
            return replace(self, blank=None)
        return self.at(self.before_result if self.slide == RESULT else max(self.slide - 1, 1))

    def toggle_result(self) -> SlideShow:
        """Return the show with the result revealed, or hidden again: back where it was revealed from."""
        return self.at(self.before_result if self.slide == RESULT and not self.blank else RESULT)

    def toggle_blank(self, blank: Blank) -> SlideShow:
        """Return the show with a blank screen, or with the slide again if it was that blank already."""
        return replace(self, blank=None if self.blank == blank else blank)
