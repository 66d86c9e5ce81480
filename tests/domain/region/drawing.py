"""Files of a region, drawn in few words."""

import datetime as dt
from collections.abc import Sequence

from vpt_desktop.domain.region.region import Region
from vpt_desktop.domain.region.region_file import Answers, RegionFile, RegionScan
from vpt_desktop.resources import load_card

CARD = load_card()
TEXTS = tuple(statement.text for statement in CARD.statements)
DAY = dt.date(2026, 3, 1)
"""The reference date."""

NONE = "☐" * 10
ALL = "☑" * 10


def answers(drawing: str, year: int = 2026, scan: str = "", texts: tuple[str, ...] = TEXTS) -> Answers:
    """Return what was ticked on 1 March of a year, drawn as `☑☑☐☐☐☐☐☐☐☑`."""
    assert len(drawing) == 10
    return Answers(scan, dt.date(year, 3, 1), tuple(mark == "☑" for mark in drawing), texts)


def file(  # noqa: PLR0913  each is named where a test speaks of it
    key: str,
    organisation: str,
    drawing: str = NONE,
    year: int = 2026,
    *,
    scan: str | None = None,
    card: str = CARD.identity,
    saved: float = 0,
    is_copy: bool = False,
    earlier: Sequence[Answers] = (),
) -> RegionFile:
    """Return a file with a scan of 1 March of a year, whose id is made of its key and year."""
    own = answers(drawing, year, f"{key} {year}" if scan is None else scan)
    return RegionFile(key, RegionScan(organisation, card, own, saved, is_copy, tuple(earlier)))


def states(region: Region) -> dict[str, str]:
    """Return the state of each file by its key."""
    return {entry.file.key: entry.state.value for entry in region.entries}


def counting(region: Region) -> dict[str, str]:
    """Return for each organisation the key of the file that counts."""
    return {organisation.name: organisation.file for organisation in region.organisations}
