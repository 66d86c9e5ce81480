"""Whether a region may be shared, and what of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from vpt_desktop.domain.region.composition import Composition, Overlap, composition_of, overlap
from vpt_desktop.domain.region.shareable_figures import FEWEST, ShareableFigures, shareable_figures

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.region.region import Region


class TooFew(Struct, frozen=True):
    """No deelversie, as there are fewer than 5 organisations for certain; `distinct` counts those."""

    distinct: int


class Deelversie(Struct, frozen=True):
    """What may be shared, and the composition to remember once it is written."""

    figures: ShareableFigures
    composition: Composition


def deelversie(
    region: Region, card: Card, history: Iterable[Composition], today: dt.date
) -> Deelversie | TooFew | Overlap:
    """Return the deelversie of `region`, or why there is none.

    Args:
        region: its scans were filled in on `card`.
        card: the card.
        history: the compositions of earlier ones, kept on this computer.
        today: the day of making, for the next time.
    """
    if region.distinct < FEWEST:
        return TooFew(region.distinct)
    if found := overlap(region, history, today):
        return found
    organisations = region.organisations
    differences = [
        each.answers.score - each.previous.score
        for each in organisations
        if each.previous and each.previous.score is not None
    ]
    figures = shareable_figures(
        [each.answers.ticks for each in organisations], differences, [band.minimum for band in card.bands[1:]]
    )
    return Deelversie(figures, composition_of(region, today))
