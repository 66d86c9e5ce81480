"""Where a presentation of the card stands: what the room sees now, and what it has seen."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from vpt_desktop.domain.card import STATEMENT_COUNT

QUESTION = STATEMENT_COUNT + 1
"""The slide that asks for the score, and does not tell it yet."""

RESULT = QUESTION + 1


class Blank(Enum):
    """What hides the slide while the room must look elsewhere."""

    BLACK = "black"
    WHITE = "white"


class SlideShow(Struct, frozen=True):
    """A place in the slides: 1-10 are the statements, 11 is the card's question, 12 the result.

    A step gives a new one. The score stays out of sight until slide 12, unless it is `live`: nobody is
    steered while the group still discusses.
    """

    slide: int = 1
    visited: frozenset[int] = frozenset()
    """The statements (1-10) that the room has seen."""

    blank: Blank | None = None
    live: bool = False
    """Whether the score is in sight all the time; there is nothing to reveal then, and no question."""

    before_result: int = QUESTION
    """The slide that comes back when the result is hidden again."""

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
