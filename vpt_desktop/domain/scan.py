"""One organisation's filled-in card: which statements are ticked, by whom and when."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

from vpt_desktop.domain.card import STATEMENT_COUNT


class Answer(Struct, frozen=True):
    """What an organisation says of one statement."""

    ticked: bool = False


class Scan(Struct, frozen=True):
    """A filled-in card. A change gives a new one. Statements are numbered from 1."""

    date: dt.date
    organisation: str = ""
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

    def with_tick(self, number: int, *, ticked: bool) -> Scan:
        """Return this scan with statement `number` (1-10) ticked or not; ValueError for another number."""
        if not 1 <= number <= STATEMENT_COUNT:
            raise ValueError(f"no statement {number}")
        answer = replace(self.answers[number - 1], ticked=ticked)
        return replace(self, answers=(*self.answers[: number - 1], answer, *self.answers[number:]))
