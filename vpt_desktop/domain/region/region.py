"""A region: what happens to each file, and the organisations that count."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from enum import Enum

from msgspec import Struct

from vpt_desktop.domain.region.region_file import Answers, RegionFile


class State(Enum):
    """What happens to a file."""

    COUNTS = "counts"
    OLDER = "older"
    DUPLICATE = "duplicate"
    AFTER = "after the reference date"
    OTHER_CARD = "other card"
    NAMELESS = "nameless"
    UNREADABLE = "unreadable"
    LEFT_OUT = "left out"
    """By hand, or because another scan of the organisation was taken in by hand."""


class Entry(Struct, frozen=True):
    """A file and what happens to it."""

    file: RegionFile
    state: State
    counted: str = ""
    """The key of the file that counts for the organisation: its own, or the one instead of it."""


class Previous(Struct, frozen=True):
    """The scan before the one that counts."""

    date: dt.date
    ticks: tuple[bool | None, ...]
    """In the card's order; None at a statement that was not asked then."""

    @property
    def score(self) -> int | None:
        """How many statements were ticked, None if not all of this card's were asked."""
        return None if None in self.ticks else sum(tick is True for tick in self.ticks)


class Organisation(Struct, frozen=True):
    """An organisation that counts, once, with one scan."""

    name: str
    """As its file has it; empty for nameless files that were taken in by hand."""

    file: str
    """The key of the file that counts."""

    answers: Answers
    has_agreements: bool
    """Whether the file may hold agreements of this scan: no copy without them, no earlier scan inside."""

    previous: Previous | None
    others: tuple[Answers, ...]
    """All other scans of this organisation in the files, those of other statements too."""

    group: str
    """Equal for organisations that may be one and the same."""

    resembles: tuple[str, ...]
    """The names of the other organisations in its group."""


class Region(Struct, frozen=True):
    """Files laid together, in the order of their keys, and organisations, in that of the alphabet."""

    entries: tuple[Entry, ...]
    organisations: tuple[Organisation, ...]

    @property
    def states(self) -> Counter[State]:
        """How many files there are in each state."""
        return Counter(entry.state for entry in self.entries)

    @property
    def distinct(self) -> int:
        """How many organisations there are for certain: those that may be one are one, the nameless none."""
        return len({organisation.group for organisation in self.organisations if organisation.name})
