"""What changed between two scans, statement by statement; statements are matched by what they say."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vpt_desktop.domain.earlier_scan import EarlierScan
    from vpt_desktop.domain.scan import Scan


class Verdict(Enum):
    """What became of one statement, in the order in which the numbers are listed."""

    FALLEN_BACK = "fallen_back"
    ACHIEVED = "achieved"
    STILL_OPEN = "still_open"
    KEPT = "kept"
    NOT_COMPARABLE = "not_comparable"
    """The earlier card did not have this statement, or in other words."""


_VERDICTS = {
    (True, False): Verdict.FALLEN_BACK,
    (False, True): Verdict.ACHIEVED,
    (False, False): Verdict.STILL_OPEN,
    (True, True): Verdict.KEPT,
}


class Row(Struct, frozen=True):
    """One statement (1-10) of the card, `then` None where it was not asked."""

    number: int
    then: bool | None
    now: bool

    @property
    def verdict(self) -> Verdict:
        """What became of it."""
        return Verdict.NOT_COMPARABLE if self.then is None else _VERDICTS[self.then, self.now]


class Comparison(Struct, frozen=True):
    """Ten statements, then and now."""

    rows: tuple[Row, ...]
    score_then: int
    """As it was counted on the card of that time."""

    score_now: int

    @property
    def is_whole(self) -> bool:
        """Whether all statements are comparable, and so the scores are."""
        return all(row.then is not None for row in self.rows)

    def numbers(self, verdict: Verdict) -> tuple[int, ...]:
        """Return the statements (1-10) with `verdict`, ascending."""
        return tuple(row.number for row in self.rows if row.verdict is verdict)

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many statements each verdict has, of all verdicts in their order; ten in total."""
        found = Counter(row.verdict for row in self.rows)
        return {verdict: found[verdict] for verdict in Verdict}


def compare(then: EarlierScan, ticks: Sequence[bool], texts: Sequence[str]) -> Comparison:
    """Return what changed between `then` and the `ticks` at the statements `texts`, number 1 first."""
    rows = tuple(
        Row(number, _tick_of(then, number, text), ticked)
        for number, (text, ticked) in enumerate(zip(texts, ticks, strict=True), 1)
    )
    return Comparison(rows, then.score, sum(ticks))


def compared_with_previous(scan: Scan, texts: Sequence[str]) -> Comparison | None:
    """Return what changed since the previous scan, None without one; `texts` are the card's statements."""
    if scan.previous is None:
        return None
    return compare(scan.previous, [answer.ticked for answer in scan.answers], texts)


def place_of(text: str, number: int, texts: Sequence[str]) -> int | None:
    """Return the number (1-10) of statement `text` among `texts`, None if it is not among them.

    Where it stands there more than once, `number` decides, the one that it has on its own card.
    """
    if texts[number - 1] == text:
        return number
    return texts.index(text) + 1 if text in texts else None


def _tick_of(then: EarlierScan, number: int, text: str) -> bool | None:
    place = place_of(text, number, then.texts)
    return None if place is None else then.ticks[place - 1]
