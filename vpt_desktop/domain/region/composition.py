"""Which scans went into earlier shared figures, so that no two differ by the answers of a few.

Kept as hashes of the scans' ids: these are drawn at random, so that the hashes say nothing of whose they are.
"""

from __future__ import annotations

import datetime as dt
from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import Struct

from vpt_desktop.domain.organisation_name import name_key
from vpt_desktop.domain.region.shareable_figures import FEWEST

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vpt_desktop.domain.region.region import Organisation, Region
    from vpt_desktop.domain.region.region_file import Answers


class SharedScan(Struct, frozen=True, order=True):
    """A scan in a composition, in hexadecimal SHA-256."""

    content: str
    """Of its id, date and ticks, and the previous score: all that the figures depend on."""

    scan: str
    """Of its id, which a corrected scan keeps."""


class Composition(Struct, frozen=True):
    """The scans of one deelversie, sorted, and the day on which it was made."""

    made: dt.date
    scans: tuple[SharedScan, ...]

    @property
    def contents(self) -> frozenset[str]:
        """The hashes of what went in."""
        return frozenset(scan.content for scan in self.scans)

    def is_of_same_scans(self, other: Composition) -> bool:
        """Return whether exactly the same went into both, be it on another day."""
        return self.scans == other.scans


class Overlap(Struct, frozen=True):
    """An `earlier` composition with `shared` of the `scans` scans of a new one; either has others too."""

    earlier: Composition
    shared: int
    scans: int

    @property
    def others(self) -> int:
        """How many scans of the earlier composition are not in the new one."""
        return len(self.earlier.contents) - self.shared


def composition_of(region: Region, today: dt.date) -> Composition:
    """Return which scans a deelversie of `region` consists of."""
    return Composition(today, tuple(sorted(_shared_scan(each) for each in region.organisations)))


def overlap(region: Region, history: Iterable[Composition], today: dt.date) -> Overlap | None:
    """Return why no deelversie of `region` may be made beside earlier ones, None if it may.

    It may if none of its scans was in an earlier one; if that had exactly the same scans; or if at least 5
    organisations that are in both have a newer scan since. Of several overlaps the one of the latest day is
    returned, of one day that with the most scans.
    """
    new = composition_of(region, today)
    earlier = sorted(history, key=lambda each: (each.made, len(each.contents & new.contents), each.scans))
    if any(each.is_of_same_scans(new) for each in earlier):
        return None
    for composition in reversed(earlier):
        shared = len(composition.contents & new.contents)
        if shared and _renewed(region, composition) < FEWEST:
            return Overlap(composition, shared, len(new.scans))
    return None


def remembered(history: Iterable[Composition], made: Composition) -> tuple[Composition, ...]:
    """Return the history with `made` in it; the same scans again stay as they were first made."""
    known = tuple(history)
    return known if any(each.is_of_same_scans(made) for each in known) else (*known, made)


def forgotten(history: Iterable[Composition], unshared: Composition) -> tuple[Composition, ...]:
    """Return the history without a composition that was not shared after all."""
    return tuple(each for each in history if each != unshared)


def _renewed(region: Region, earlier: Composition) -> int:
    """Return how many organisations, those that may be one counted once, have a newer scan since."""
    return len({each.group for each in region.organisations if each.name and _is_renewed(each, earlier)})


def _is_renewed(organisation: Organisation, earlier: Composition) -> bool:
    """Return whether a scan of the organisation is in `earlier`, and the one that counts is newer.

    One with the same id is, when it is other than it was and dated after the day of the composition.
    """
    now, scans = organisation.answers, {scan.scan for scan in earlier.scans}
    if _hash(_id(organisation, now)) in scans:
        return now.date > earlier.made and _shared_scan(organisation).content not in earlier.contents
    older = (each for each in organisation.others if each.date < now.date)
    return any(_hash(_id(organisation, each)) in scans for each in older)


def _shared_scan(organisation: Organisation) -> SharedScan:
    now, previous = organisation.answers, organisation.previous
    scan = _id(organisation, now)
    content = (scan, now.date.isoformat(), *now.ticks, previous and previous.score)
    return SharedScan(content=_hash(*content), scan=_hash(scan))


def _id(organisation: Organisation, answers: Answers) -> str:
    """Return a scan's id, or what stands for it in a file that has none: the organisation and the date."""
    return answers.id or f"{name_key(organisation.name) or organisation.file} {answers.date}"


def _hash(*parts: object) -> str:
    return sha256("\n".join(map(str, parts)).encode(errors="surrogatepass")).hexdigest()
