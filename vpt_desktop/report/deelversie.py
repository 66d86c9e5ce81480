"""The deelversie of a region, as pages and as tables: made from the public values alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vpt_desktop.region_words import (
    BOUNDS_EXPLAINED,
    HIGHER,
    LOWER,
    REFERENCE_DATE,
    REGION,
    SHARED_VERSION,
    TOO_FEW_COMPARED,
    from_band_in_words,
)
from vpt_desktop.report.region_page import CountLine, RegionPage, count_line, region_document
from vpt_desktop.report.summary import Detail
from vpt_desktop.report.table import Column, Table, Workbook
from vpt_desktop.words import WORDS, date_in_words

if TYPE_CHECKING:
    import datetime as dt

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.region.shareable_figures import ShareableFigures
    from vpt_desktop.report.document import Document

_RANGE = Column("Minimaal", 11), Column("Maximaal", 11), Column("Van", 8), Column("In woorden", 24)


def deelversie_document(figures: ShareableFigures, card: Card, day: dt.date) -> Document:
    """Return the deelversie at the reference date `day` as a document."""
    return region_document(_page(figures, card, day))


def deelversie_workbook(figures: ShareableFigures, card: Card, day: dt.date) -> Workbook:
    """Return the deelversie at the reference date `day` as tables."""
    page = _page(figures, card, day)
    about = tuple((detail.label, detail.text) for detail in page.details)
    remarks = tuple((f"Opmerking {number}", sentence) for number, sentence in enumerate(page.remarks, 1))
    return Workbook(
        title=f"{REGION}, {SHARED_VERSION.lower()}",
        day=day,
        tables=(
            Table(
                "Stellingen",
                (Column(WORDS.number, 6), Column(WORDS.point, 24), *_RANGE, Column(WORDS.statement, 80)),
                tuple(
                    (line.number, line.label, *_range(line), statement.text)
                    for line, statement in zip(page.statements, card.statements, strict=True)
                ),
            ),
            Table("Groepen", (Column("Score", 24), *_RANGE), _rows(page.bands)),
            Table(
                "Sinds de vorige scan",
                (Column("Verandering", 45), *_RANGE),
                _rows(page.changes) or ((TOO_FEW_COMPARED, None, None, None, None),),
            ),
            Table("Over dit overzicht", (Column("Gegeven", 20), Column("Waarde", 90)), (*about, *remarks)),
        ),
    )


def _page(figures: ShareableFigures, card: Card, day: dt.date) -> RegionPage:
    statements = zip(card.statements, figures.statements, strict=True)
    changes = ((HIGHER, figures.higher), (LOWER, figures.lower))
    total = figures.statements[0].total
    return RegionPage(
        title=REGION,
        version=SHARED_VERSION,
        mark="",
        day=day,
        details=(Detail(REFERENCE_DATE, date_in_words(day)), Detail("Organisaties", str(total))),
        statements=tuple(
            count_line(statement.label, shown, number)
            for number, (statement, shown) in enumerate(statements, 1)
        ),
        bands=tuple(
            count_line(from_band_in_words(card, band), shown)
            for band, shown in zip(card.bands[1:], figures.bands, strict=True)
        ),
        changes=tuple(count_line(label, shown) for label, shown in changes if shown is not None),
        remarks=(BOUNDS_EXPLAINED,) if figures.higher else (BOUNDS_EXPLAINED, TOO_FEW_COMPARED),
    )


def _range(line: CountLine) -> tuple[int, int, int, str]:
    return line.minimum, line.maximum, line.total, line.words


def _rows(lines: tuple[CountLine, ...]) -> tuple[tuple[str | int, ...], ...]:
    return tuple((line.label, *_range(line)) for line in lines)
