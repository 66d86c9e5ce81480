"""What the pages of a region show, whichever of the two versions it is."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from vpt_desktop.region_words import count_in_words
from vpt_desktop.report.document import Document
from vpt_desktop.report.summary import Action, Detail

if TYPE_CHECKING:
    from vpt_desktop.domain.region.shareable_figures import CountRange


class CountLine(Struct, frozen=True):
    """A count of so many organisations, as bounds, words and a bar; `number` is that of a statement or 0."""

    number: int
    label: str
    minimum: int
    maximum: int
    total: int
    words: str
    change: str = ""


class OrganisationLine(Struct, frozen=True):
    """An organisation that counts, with its scan; `previous` is date and score of the one before."""

    name: str
    date: str
    score: str
    open_points: str
    previous: str
    remark: str


class Agreements(Struct, frozen=True):
    """What one organisation agreed on its open points."""

    organisation: str
    actions: tuple[Action, ...]


class RegionPage(Struct, frozen=True):
    """Everything in the PDF of a region, in the order of the page.

    `mark` says who may see it, empty for everybody; `organisations` and `agreements` are for the werkversie.
    """

    title: str
    version: str
    mark: str
    day: dt.date
    details: tuple[Detail, ...]
    statements: tuple[CountLine, ...]
    bands: tuple[CountLine, ...]
    changes: tuple[CountLine, ...]
    remarks: tuple[str, ...]
    """Whole sentences."""
    organisations: tuple[OrganisationLine, ...] = ()
    agreements: tuple[Agreements, ...] = ()


def region_document(page: RegionPage) -> Document:
    """Return the pages as a document that bears the reference date."""
    return Document("region.typ", msgspec.to_builtins(page), page.day)


def count_line(label: str, shown: CountRange, number: int = 0, change: str = "") -> CountLine:
    """Return a line with the count `shown`, in words too."""
    return CountLine(
        number=number,
        label=label,
        minimum=shown.minimum,
        maximum=shown.maximum,
        total=shown.total,
        words=count_in_words(shown),
        change=change,
    )
