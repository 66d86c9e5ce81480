"""The figures of the "deelversie": nobody can work out another organisation's answer, band or score.

With 5 or 6 organisations no participant who subtracts the own answers can, from 7 on no two together. The
numbers here are all that a shared output may be made from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FEWEST = 5
"""Organisations that a deelversie is made of at least."""

_LARGE = 7
"""From so many organisations on, two of them together work out nothing."""


class CountRange(Struct, frozen=True):
    """A count of `total` that is only shown as from `minimum` to `maximum`; exact where these are equal."""

    minimum: int
    maximum: int
    total: int


class ShareableFigures(Struct, frozen=True):
    """The public values, a range a line."""

    statements: tuple[CountRange, ...]
    """Organisations that ticked each statement, in the card's order."""

    bands: tuple[CountRange, ...]
    """Organisations in the second band or a higher one, in the third, and so on."""

    higher: CountRange | None
    """Organisations with a higher score than in the previous scan; None if too few have one."""

    lower: CountRange | None
    """The same for a lower score."""


def hidden_counts(organisations: int) -> int:
    """Return g: counts of at most g, and of all but at most g, are shown as bounds.

    Raises:
        ValueError: there are fewer than 5 organisations.
    """
    if organisations < FEWEST:
        raise ValueError(f"{organisations} organisations")
    return 3 if organisations >= _LARGE else 2


def count_range(count: int, total: int, hidden: int) -> CountRange:
    """Return what is shown of a `count` (0 to `total`), where `total` is at least twice `hidden` plus 1."""
    if count <= hidden:
        return CountRange(0, hidden, total)
    if count >= total - hidden:
        return CountRange(total - hidden, total, total)
    return CountRange(count, count, total)


def shareable_figures(
    rows: Sequence[Sequence[bool]], differences: Sequence[int], minimums: Iterable[int]
) -> ShareableFigures:
    """Return the figures that may be shared.

    Args:
        rows: of each organisation (5 or more) the ticks, in the card's order.
        differences: the score minus that of the previous scan, of each organisation that has both.
        minimums: the lowest score of each of the card's bands but the first.

    Raises:
        ValueError: there are fewer than 5 organisations.
    """
    total = len(rows)
    hidden = hidden_counts(total)
    scores = [sum(row) for row in rows]
    return ShareableFigures(
        statements=tuple(count_range(sum(column), total, hidden) for column in zip(*rows, strict=True)),
        bands=tuple(
            count_range(sum(score >= minimum for score in scores), total, hidden) for minimum in minimums
        ),
        higher=_change_range([difference > 0 for difference in differences], hidden),
        lower=_change_range([difference < 0 for difference in differences], hidden),
    )


def _change_range(changed: Sequence[bool], hidden: int) -> CountRange | None:
    return count_range(sum(changed), len(changed), hidden) if len(changed) > 2 * hidden else None
