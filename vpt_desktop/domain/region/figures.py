"""What a region adds up to: per statement, per band, and since the previous scans."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.region.region import Organisation, Region


class StatementChange(Struct, frozen=True):
    """The steps at one statement: organisations that tick it now and did not, and the other way round."""

    organisations: int
    """How many were asked it the previous time."""

    forward: int
    back: int


class RegionFigures(Struct, frozen=True):
    """True counts, for the eyes of those who have the scans: what is shared has `ShareableFigures`."""

    organisations: int
    statements: tuple[int, ...]
    """How many organisations ticked each, in the card's order."""

    bands: tuple[int, ...]
    """How many organisations are in each, lowest first."""

    compared: int
    """How many organisations have a previous scan with at least one of the card's statements."""

    changes: tuple[StatementChange, ...]
    """For each statement, in the card's order."""

    @property
    def forward(self) -> int:
        """How many steps forward there were, at all statements together."""
        return sum(change.forward for change in self.changes)

    @property
    def back(self) -> int:
        """How many steps back there were, at all statements together."""
        return sum(change.back for change in self.changes)


def region_figures(region: Region, card: Card) -> RegionFigures:
    """Return the counts of `region`, whose scans were filled in on `card`."""
    rows = [organisation.answers.ticks for organisation in region.organisations]
    bands = Counter(card.band(organisation.answers.score) for organisation in region.organisations)
    pairs = [_before_and_now(organisation) for organisation in region.organisations]
    indices = range(len(card.statements))
    return RegionFigures(
        organisations=len(rows),
        statements=tuple(sum(row[index] for row in rows) for index in indices),
        bands=tuple(bands[band] for band in card.bands),
        compared=sum(any(before is not None for before, _ in pair) for pair in pairs),
        changes=tuple(_change([pair[index] for pair in pairs if pair]) for index in indices),
    )


def _before_and_now(organisation: Organisation) -> list[tuple[bool | None, bool]]:
    """Return the ticks of the previous scan beside those of now, empty without a previous scan."""
    if organisation.previous is None:
        return []
    return list(zip(organisation.previous.ticks, organisation.answers.ticks, strict=True))


def _change(ticks: list[tuple[bool | None, bool]]) -> StatementChange:
    return StatementChange(
        organisations=sum(before is not None for before, _ in ticks),
        forward=ticks.count((False, True)),
        back=ticks.count((True, False)),
    )
