"""One organisation's filled-in card: what is ticked, what was agreed, by whom and when."""

from __future__ import annotations

import datetime as dt
import os
from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

from vpt_desktop.domain.card import STATEMENT_COUNT
from vpt_desktop.domain.earlier_scan import EARLIER_LIMIT, NO_ID, EarlierScan

TEXT_LIMIT = 100_000
"""Characters (Unicode code points) in one text of a scan: the minutes of a meeting of two hours."""


class Answer(Struct, frozen=True):
    """What an organisation answers to one statement; the texts are free."""

    ticked: bool = False
    note: str = ""
    who: str = ""
    due: str = ""
    """When an open point must be settled: a date, or in words."""


class AccountManager(Struct, frozen=True):
    """The account manager of the RIEC, to whom the card's advice refers."""

    name: str = ""
    phone: str = ""
    email: str = ""


class Scan(Struct, frozen=True):
    """A filled-in card; immutable, a change returns a new one. Statements are numbered from 1."""

    date: dt.date
    organisation: str = ""
    participants: str = ""
    leader: str = ""
    account_manager: AccountManager = AccountManager()
    answers: Annotated[tuple[Answer, ...], Meta(min_length=STATEMENT_COUNT, max_length=STATEMENT_COUNT)] = (
        Answer(),
    ) * STATEMENT_COUNT
    id: str = NO_ID
    """32 hexadecimal digits: which dossier this is, new for each scan that is begun."""

    saved: dt.datetime | None = None
    """When it was last saved in a file, in UTC; None if it was not, or that is not known."""

    earlier: Annotated[tuple[EarlierScan, ...], Meta(max_length=EARLIER_LIMIT)] = ()
    """The earlier scans that it is compared with, from old to new."""

    region_copy: bool = False
    """Whether it was made as a copy for the region."""

    @property
    def score(self) -> int:
        """How many statements are ticked: 0-10, a point each, as the card counts."""
        return sum(answer.ticked for answer in self.answers)

    @property
    def open_points(self) -> tuple[int, ...]:
        """The numbers (1-10) of the statements that are not ticked, ascending."""
        return tuple(number for number, answer in enumerate(self.answers, 1) if not answer.ticked)

    @property
    def lacks_agreements(self) -> bool:
        """Whether it is a copy for the region, without agreements; they may be typed in later."""
        return self.region_copy and not any(
            answer.note or answer.who or answer.due for answer in self.answers
        )

    @property
    def previous(self) -> EarlierScan | None:
        """The newest earlier scan that is not of a later day than this one, nor this one itself, if any.

        Others are there only while the date of this scan is not the one that it had when they came in.
        """
        before = [
            scan for scan in self.earlier if scan.date <= self.date and scan.key != (self.id, self.date)
        ]
        return before[-1] if before else None

    def answer(self, number: int) -> Answer:
        """Return the answer to statement `number` (1-10); IndexError outside that range."""
        if not 1 <= number <= STATEMENT_COUNT:
            raise IndexError(number)
        return self.answers[number - 1]

    def with_answer(self, number: int, answer: Answer) -> Scan:
        """Return this scan with another answer to statement `number`; IndexError outside 1-10."""
        if not 1 <= number <= STATEMENT_COUNT:
            raise IndexError(number)
        return replace(self, answers=(*self.answers[: number - 1], answer, *self.answers[number:]))

    def with_tick(self, number: int, *, ticked: bool) -> Scan:
        """Return this scan with statement `number` (1-10) ticked or not; IndexError outside that range."""
        return self.with_answer(number, replace(self.answer(number), ticked=ticked))


def new_scan(date: dt.date, account_manager: AccountManager = AccountManager()) -> Scan:  # noqa: B008  immutable
    """Return an empty scan of `date`, with an id that no other scan has."""
    return Scan(date=date, account_manager=account_manager, id=new_id())


def new_id() -> str:
    """Return an id that no other scan has."""
    return os.urandom(16).hex()
