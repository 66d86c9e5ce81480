"""A region of files with whole scans, as the outputs are made from."""

import datetime as dt
from collections.abc import Mapping

from msgspec.structs import replace

from tests.domain.region.drawing import CARD, DAY
from tests.drawing import scan_of
from vpt_desktop.domain.region.deelversie import Deelversie, deelversie
from vpt_desktop.domain.region.figures import region_figures
from vpt_desktop.domain.region.laying_together import lay_together
from vpt_desktop.domain.region.region_file import Answers, RegionFile, RegionScan
from vpt_desktop.domain.region.shareable_figures import ShareableFigures
from vpt_desktop.domain.scan import Scan
from vpt_desktop.report.werkversie import Werkversie

NAMES = ["Zundert", "Altena", "Breda", "Deurne", "Eersel", "Gemert", "Helmond"]
LAST_YEAR = dt.date(2025, 3, 1)


def scans(*drawings: str) -> dict[str, Scan]:
    """Return scans of the reference date, each of another organisation and drawn as `☑☑☐☐☐☐☐☐☐☑`."""
    return {
        f"/scans/{name}.vpt": replace(scan_of(drawing), organisation=name, date=DAY)
        for name, drawing in zip(NAMES, drawings, strict=False)
    }


def files(
    given: Mapping[str, Scan], previous: Mapping[str, str] | None = None, copies: frozenset[str] = frozenset()
) -> list[RegionFile]:
    """Return the files of scans; `previous` has what an organisation ticked a year ago, by its name."""
    before = previous or {}
    return [
        RegionFile(
            key,
            RegionScan(
                scan.organisation,
                CARD.identity,
                Answers(key, scan.date, tuple(answer.ticked for answer in scan.answers)),
                is_copy=scan.organisation in copies,
                earlier=tuple(
                    Answers("", LAST_YEAR, tuple(mark == "☑" for mark in drawing))
                    for name, drawing in before.items()
                    if name == scan.organisation
                ),
            ),
        )
        for key, scan in given.items()
    ]


def werkversie(
    given: Mapping[str, Scan], previous: Mapping[str, str] | None = None, copies: frozenset[str] = frozenset()
) -> Werkversie:
    """Return the werkversie of scans."""
    region = lay_together(files(given, previous, copies), CARD, DAY)
    return Werkversie(region, region_figures(region, CARD), CARD, DAY, given)


def shareable(given: list[RegionFile]) -> ShareableFigures:
    """Return the figures of a deelversie."""
    found = deelversie(lay_together(given, CARD, DAY), CARD, (), DAY)
    assert isinstance(found, Deelversie)
    return found.figures
