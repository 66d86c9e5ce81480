"""A filled-in card as plain data, ready for the template of the summary."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.scan import Scan

_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


class Point(Struct, frozen=True):
    """One statement of the card, numbered from 1, and whether the organisation ticked it."""

    number: int
    text: str
    ticked: bool


class Band(Struct, frozen=True):
    """The scores `first` up to and including `last`, and whether this scan's score is among them."""

    first: int
    last: int
    reached: bool


class Summary(Struct, frozen=True):
    """All that the summary says of one scan; `date` in words, `day` for the PDF's own records."""

    sender: tuple[str, ...]
    hashtag: str
    title: str
    organisation: str
    date: str
    day: dt.date
    question: str
    score: int
    bands: tuple[Band, ...]
    heading: str
    message: tuple[str, ...]
    points: tuple[Point, ...]


def summarise(scan: Scan, card: Card) -> Summary:
    """Return what the summary of `scan` says; score, band, heading and message follow the card's rules.

    An organisation is one line: white space within it, a pasted line break too, becomes one space.
    """
    reached = card.band(scan.score)
    return Summary(
        sender=card.sender,
        hashtag=card.hashtag,
        title=card.title,
        organisation=" ".join(scan.organisation.split()),
        date=date_in_words(scan.date),
        day=scan.date,
        question=card.question,
        score=scan.score,
        bands=tuple(
            Band(first=card.scores(band)[0], last=card.scores(band)[-1], reached=band == reached)
            for band in card.bands
        ),
        heading=reached.heading,
        message=reached.message,
        points=tuple(
            Point(number=number, text=statement.text, ticked=answer.ticked)
            for number, (statement, answer) in enumerate(
                zip(card.statements, scan.answers, strict=True),
                start=1,
            )
        ),
    )


def date_in_words(date: dt.date) -> str:
    """Return `date` the Dutch way, 23 november 2026, whatever the language of the computer."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"
