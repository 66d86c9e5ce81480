"""The werkversie of a region as tables, and the agreements of one scan as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vpt_desktop.region_words import (
    CONFIDENTIAL,
    REFERENCE_DATE,
    REGION,
    WITHOUT_AGREEMENTS,
    WORKING_VERSION,
    band_in_words,
    compared_in_words,
    region_in_words,
)
from vpt_desktop.report.table import Cell, Column, Table, Workbook
from vpt_desktop.report.text import one_line
from vpt_desktop.report.werkversie import Werkversie, open_points, scan_of
from vpt_desktop.words import WORDS, date_in_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.region.region import Organisation
    from vpt_desktop.domain.scan import Scan

_AGREED = (
    Column(WORDS.number, 6),
    Column(WORDS.point, 24),
    Column(WORDS.note, 60),
    Column(WORDS.who, 24),
    Column(WORDS.due, 20),
)

_TICKED = {True: "ja", False: "nee", None: "niet gevraagd"}


def werkversie_workbook(version: Werkversie) -> Workbook:
    """Return the werkversie as tables."""
    return Workbook(
        title=f"{REGION}, {WORKING_VERSION.lower()}",
        day=version.day,
        mark=CONFIDENTIAL,
        tables=(
            _organisations(version),
            _statements(version),
            _bands(version),
            Table(
                "Afspraken",
                (Column(WORDS.organisation, 30), *_AGREED),
                tuple(_agreements(version)),
                keys=3,
            ),
            _about(version),
        ),
    )


def action_list_workbook(scan: Scan, card: Card) -> Workbook:
    """Return the open points of one scan with what was agreed on each, as one table."""
    title = ", ".join(filter(None, (WORDS.actions, one_line(scan.organisation), date_in_words(scan.date))))
    return Workbook(
        title=title,
        day=scan.date,
        tables=(Table(WORDS.actions, _AGREED, tuple(_agreed(scan, card)), keys=2),),
    )


def _organisations(version: Werkversie) -> Table:
    points = [Column(f"{number} {each.label}", 12) for number, each in enumerate(version.card.statements, 1)]
    return Table(
        "Organisaties",
        (
            Column(WORDS.organisation, 30),
            Column(WORDS.date, 12),
            Column("Score", 8),
            Column(WORDS.open_points, 18),
            Column("Vorige scan", 12),
            Column("Vorige score", 10),
            Column("Vooruit", 9),
            Column("Terug", 9),
            Column("Opmerking", 26),
            Column("Lijkt op", 24),
            *points,
        ),
        tuple(_organisation(each) for each in version.region.organisations),
    )


def _organisation(organisation: Organisation) -> tuple[Cell, ...]:
    answers, previous = organisation.answers, organisation.previous
    steps = list(zip(previous.ticks, answers.ticks, strict=True)) if previous else []
    return (
        organisation.name,
        answers.date,
        answers.score,
        open_points(organisation),
        previous.date if previous else None,
        previous.score if previous else None,
        steps.count((False, True)) if previous else None,
        steps.count((True, False)) if previous else None,
        None if organisation.has_agreements else WITHOUT_AGREEMENTS,
        ", ".join(organisation.resembles) or None,
        *(_TICKED[ticked] for ticked in answers.ticks),
    )


def _statements(version: Werkversie) -> Table:
    figures = version.figures
    lines = zip(version.card.statements, figures.statements, figures.changes, strict=True)
    return Table(
        "Stellingen",
        (
            Column(WORDS.number, 6),
            Column(WORDS.point, 24),
            Column("Aangevinkt", 12),
            Column("Van", 8),
            Column("Vooruit", 9),
            Column("Terug", 9),
            Column("Vergeleken", 12),
            Column(WORDS.statement, 80),
        ),
        tuple(
            (
                number,
                statement.label,
                count,
                figures.organisations,
                change.forward,
                change.back,
                change.organisations,
                statement.text,
            )
            for number, (statement, count, change) in enumerate(lines, 1)
        ),
    )


def _bands(version: Werkversie) -> Table:
    figures, card = version.figures, version.card
    return Table(
        "Groepen",
        (Column("Score", 24), Column("Organisaties", 14), Column("Van", 8)),
        tuple(
            (band_in_words(card, band), count, figures.organisations)
            for band, count in zip(card.bands, figures.bands, strict=True)
        ),
    )


def _agreements(version: Werkversie) -> Iterator[tuple[Cell, ...]]:
    for organisation in version.region.organisations:
        scan = scan_of(organisation, version.scans)
        for row in _agreed(scan, version.card) if scan else ():
            if any(row[2:]):
                yield organisation.name, *row


def _agreed(scan: Scan, card: Card) -> Iterator[tuple[Cell, ...]]:
    for number in scan.open_points:
        answer = scan.answer(number)
        texts = answer.note.strip(), answer.who.strip(), answer.due.strip()
        yield number, card.statement(number).label, *texts


def _about(version: Werkversie) -> Table:
    rows: tuple[tuple[str, str | dt.date], ...] = (
        (WORKING_VERSION, CONFIDENTIAL),
        (REFERENCE_DATE, version.day),
        ("Organisaties", region_in_words(version.region)),
        ("Sinds de vorige scan", compared_in_words(version.figures)),
    )
    return Table("Over dit overzicht", (Column("Gegeven", 24), Column("Waarde", 90)), rows)
