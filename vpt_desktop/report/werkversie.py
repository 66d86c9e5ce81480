"""The werkversie of a region, as pages and as tables: with organisations and agreements, for few eyes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from vpt_desktop.domain.card import Card
from vpt_desktop.domain.region.figures import RegionFigures
from vpt_desktop.domain.region.region import Region
from vpt_desktop.domain.region.shareable_figures import CountRange
from vpt_desktop.domain.scan import Scan
from vpt_desktop.region_words import (
    CONFIDENTIAL,
    REFERENCE_DATE,
    REGION,
    WITHOUT_AGREEMENTS,
    WORKING_VERSION,
    band_in_words,
    compared_in_words,
    region_in_words,
    steps_in_words,
)
from vpt_desktop.report.region_page import (
    Agreements,
    OrganisationLine,
    RegionPage,
    count_line,
    region_document,
)
from vpt_desktop.report.summary import Detail, actions_of
from vpt_desktop.report.text import one_line
from vpt_desktop.words import date_in_words

if TYPE_CHECKING:
    from vpt_desktop.domain.region.region import Organisation
    from vpt_desktop.report.document import Document


class Werkversie(Struct, frozen=True):
    """What a werkversie is made of; `scans` has the whole scans of files with agreements, by their keys."""

    region: Region
    figures: RegionFigures
    card: Card
    day: dt.date
    scans: Mapping[str, Scan]


def werkversie_document(version: Werkversie) -> Document:
    """Return the werkversie as a document."""
    figures, card, organisations = version.figures, version.card, version.region.organisations
    statements = zip(card.statements, figures.statements, figures.changes, strict=True)
    total = figures.organisations
    agreements = (_agreements(each, version) for each in organisations)
    return region_document(
        RegionPage(
            title=REGION,
            version=WORKING_VERSION,
            mark=CONFIDENTIAL,
            day=version.day,
            details=(
                Detail(REFERENCE_DATE, date_in_words(version.day)),
                Detail("Organisaties", region_in_words(version.region)),
            ),
            statements=tuple(
                count_line(statement.label, _exact(count, total), number, steps_in_words(change))
                for number, (statement, count, change) in enumerate(statements, 1)
            ),
            bands=tuple(
                count_line(band_in_words(card, band), _exact(count, total))
                for band, count in zip(card.bands, figures.bands, strict=True)
            ),
            changes=(),
            remarks=(compared_in_words(figures),),
            organisations=tuple(_line(each) for each in organisations),
            agreements=tuple(each for each in agreements if each.actions),
        )
    )


def scan_of(organisation: Organisation, scans: Mapping[str, Scan]) -> Scan | None:
    """Return the scan with the organisation's agreements, None if its file has none of this scan."""
    return scans.get(organisation.file) if organisation.has_agreements else None


def open_points(organisation: Organisation) -> str:
    """Return the numbers of the statements that are not ticked, `3, 7`, or `geen`."""
    numbers = [str(number) for number, ticked in enumerate(organisation.answers.ticks, 1) if not ticked]
    return ", ".join(numbers) or "geen"


def _exact(count: int, total: int) -> CountRange:
    return CountRange(count, count, total)


def _line(organisation: Organisation) -> OrganisationLine:
    previous = organisation.previous
    before = "" if previous is None or previous.score is None else f" (score {previous.score})"
    remarks = [] if organisation.has_agreements else [WITHOUT_AGREEMENTS]
    if organisation.resembles:
        remarks.append(f"lijkt op {', '.join(map(one_line, organisation.resembles))}")
    return OrganisationLine(
        name=one_line(organisation.name) or "(zonder naam)",
        date=date_in_words(organisation.answers.date),
        score=str(organisation.answers.score),
        open_points=open_points(organisation),
        previous=f"{date_in_words(previous.date)}{before}" if previous else "",
        remark=", ".join(remarks),
    )


def _agreements(organisation: Organisation, version: Werkversie) -> Agreements:
    scan = scan_of(organisation, version.scans)
    actions = tuple(actions_of(scan, version.card)) if scan else ()
    return Agreements(one_line(organisation.name) or "(zonder naam)", actions)
