"""What is made of a region: files laid together, and either version of them, ready to be written."""

from __future__ import annotations

import datetime as dt
from pathlib import Path  # noqa: TC003  as msgspec
from typing import TYPE_CHECKING

from msgspec import Struct

from vpt_desktop.domain.card import Card
from vpt_desktop.domain.region.composition import Composition, Overlap, forgotten
from vpt_desktop.domain.region.deelversie import TooFew, deelversie
from vpt_desktop.domain.region.figures import RegionFigures, region_figures
from vpt_desktop.domain.region.laying_together import lay_together
from vpt_desktop.domain.region.region import Region
from vpt_desktop.domain.region.region_file import Choices
from vpt_desktop.errors import NotShareableError
from vpt_desktop.region_words import (
    REGION,
    SHARED_VERSION,
    WORKING_VERSION,
    overlap_in_words,
    too_few_in_words,
)
from vpt_desktop.report.document import Document
from vpt_desktop.report.table import Workbook
from vpt_desktop.storage.compositions import read_compositions, write_compositions
from vpt_desktop.storage.region_reading import FoundFile, read_again

if TYPE_CHECKING:
    from collections.abc import Callable

    from vpt_desktop.domain.scan import Scan


class LaidTogether(Struct, frozen=True):
    """Files that were read, the region that they are at a reference date, and its counts."""

    files: tuple[FoundFile, ...]
    card: Card
    day: dt.date
    choices: Choices
    region: Region
    figures: RegionFigures


class Version(Struct, frozen=True):
    """What is ready to be written, and for a deelversie the composition to remember."""

    name: str
    """How its files are called, without a suffix."""

    document: Document
    workbook: Workbook
    composition: Composition | None = None


def laid_together(files: tuple[FoundFile, ...], card: Card, day: dt.date, choices: Choices) -> LaidTogether:
    """Return the region of `files` at the reference date `day`."""
    region = lay_together([found.file for found in files], card, day, choices)
    return LaidTogether(files, card, day, choices, region, region_figures(region, card))


def working_version(source: LaidTogether, is_stopped: Callable[[], bool] = lambda: False) -> Version:
    """Return the werkversie; the agreements are read from the files that count.

    Raises:
        OverviewStoppedError: `is_stopped` returned True.
        FileChangedError: one of those files is not what it was.
    """
    # Here, as neither is needed for the first frame, nor for a region that is only looked at.
    from vpt_desktop.report.werkversie import Werkversie, werkversie_document  # noqa: PLC0415
    from vpt_desktop.report.werkversie_tables import werkversie_workbook  # noqa: PLC0415

    counted = {organisation.file for organisation in source.region.organisations}
    scans = read_again((found for found in source.files if found.file.key in counted), is_stopped)
    version = Werkversie(source.region, source.figures, source.card, source.day, scans)
    return Version(
        _name(WORKING_VERSION, source.day), werkversie_document(version), werkversie_workbook(version)
    )


def shared_version(source: LaidTogether, folder: Path, today: dt.date) -> Version:
    """Return the deelversie, unless it may not be made.

    Args:
        source: the region.
        folder: where the compositions of earlier ones are kept.
        today: the day of making.

    Raises:
        TooFewError, OverlapError: why it may not be made.
        CompositionsError: what was shared earlier cannot be read.
    """
    from vpt_desktop.report.deelversie import deelversie_document, deelversie_workbook  # noqa: PLC0415  as above

    found = deelversie(source.region, source.card, read_compositions(folder), today)
    if isinstance(found, TooFew):
        raise NotShareableError(too_few_in_words(found))
    if isinstance(found, Overlap):
        raise OverlapError(found)
    return Version(
        _name(SHARED_VERSION, source.day),
        deelversie_document(found.figures, source.card, source.day),
        deelversie_workbook(found.figures, source.card, source.day),
        found.composition,
    )


class OverlapError(NotShareableError):
    """A deelversie was made earlier that would give answers away beside this one."""

    def __init__(self, overlap: Overlap) -> None:
        super().__init__(overlap_in_words(overlap))
        self.overlap = overlap


def forget(overlap: Overlap, folder: Path) -> None:
    """Forget the earlier deelversie, which was not shared; CompositionsError if that cannot be kept."""
    write_compositions(folder, forgotten(read_compositions(folder), overlap.earlier))


def _name(version: str, day: dt.date) -> str:
    return f"{REGION} {version.lower()} {day.isoformat()}"


def action_list(scan: Scan, card: Card) -> bytes:
    """Return the open points of one scan, with what was agreed on each, as a spreadsheet.

    Raises:
        SpreadsheetError: as `as_xlsx` does.
    """
    from vpt_desktop.report.spreadsheet import as_xlsx  # noqa: PLC0415  as above
    from vpt_desktop.report.werkversie_tables import action_list_workbook  # noqa: PLC0415

    return as_xlsx(action_list_workbook(scan, card))
