"""An earlier scan as a later one takes it along: what was ticked then, and what was agreed."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

from vpt_desktop.domain.card import STATEMENT_COUNT

EARLIER_LIMIT = 5
"""How many earlier scans a scan takes along; the oldest drops off."""

NO_ID = "0" * 32
"""The id of a scan that was not given one of its own."""


class Outcome(Enum):
    """What became of an agreement."""

    SETTLED = "settled"
    RUNNING = "running"
    NOT_STARTED = "not_started"
    DROPPED = "dropped"


class Agreement(Struct, frozen=True):
    """What was agreed on a statement that was open, and what has become of it since; the texts are free."""

    statement: int
    """The number (1-10) on the card of that time."""

    since: int
    """The year in which it was agreed first."""

    note: str = ""
    who: str = ""
    due: str = ""
    outcome: Outcome | None = None
    remark: str = ""
    """On the outcome, in this scan."""

    carried: bool = False
    """Whether it was added to this scan's own notes."""


class EarlierScan(Struct, frozen=True):
    """What an organisation ticked at an earlier time, beside the statements as they read then."""

    id: str
    date: dt.date
    texts: Annotated[tuple[str, ...], Meta(min_length=STATEMENT_COUNT, max_length=STATEMENT_COUNT)]
    """The statements, number 1 first."""

    ticks: Annotated[tuple[bool, ...], Meta(min_length=STATEMENT_COUNT, max_length=STATEMENT_COUNT)]
    saved: dt.datetime | None = None
    """When its file was saved, in UTC; None if that is not known."""

    agreements: tuple[Agreement, ...] = ()
    """Ascending by statement; of the last of several earlier scans only."""

    @property
    def score(self) -> int:
        """How many statements were ticked, 0-10."""
        return sum(self.ticks)

    @property
    def key(self) -> tuple[str, dt.date]:
        """What no other scan has: one with the same id and another date is the same dossier a year on."""
        return self.id, self.date

    @property
    def age(self) -> tuple[dt.date, float, str]:
        """What sorts scans from old to new: those of one day by the time of saving."""
        return self.date, self.saved.timestamp() if self.saved else 0.0, self.id

    def agreement(self, number: int) -> Agreement:
        """Return what was agreed on statement `number` of that time; KeyError if nothing was."""
        for agreement in self.agreements:
            if agreement.statement == number:
                return agreement
        raise KeyError(number)

    def with_agreement(self, agreement: Agreement) -> EarlierScan:
        """Return this scan with `agreement` instead of the one on the same statement."""
        return replace(
            self,
            agreements=tuple(
                agreement if each.statement == agreement.statement else each for each in self.agreements
            ),
        )
