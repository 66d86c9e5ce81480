"""One organisation's filled-in card: what is ticked, what was agreed, by whom and when."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

from vpt_desktop.domain.card import STATEMENT_COUNT

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

    @property
    def score(self) -> int:
        """How many statements are ticked: 0-10, a point each, as the card counts."""
        return sum(answer.ticked for answer in self.answers)

    @property
    def open_points(self) -> tuple[int, ...]:
        """The numbers (1-10) of the statements that are not ticked, ascending."""
        return tuple(number for number, answer in enumerate(self.answers, 1) if not answer.ticked)

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
