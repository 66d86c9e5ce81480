"""A filled-in card as plain data, ready for the template of the summary."""

from __future__ import annotations

import datetime as dt
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.scan import AccountManager, Scan

Paragraphs = tuple[tuple[str, ...], ...]
"""A text as it was typed: paragraphs, and the lines within each; no line is empty."""

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


class Detail(Struct, frozen=True):
    """Something that was filled in of the scan as a whole, on one line."""

    label: str
    text: str


class Action(Struct, frozen=True):
    """What was agreed on an open point; at least one of the texts is not empty."""

    number: int
    label: str
    note: Paragraphs
    who: str
    due: str


class Remark(Struct, frozen=True):
    """What was noted of a ticked point."""

    number: int
    label: str
    note: Paragraphs


class Summary(Struct, frozen=True):
    """All that the summary says of one scan, in this order; what was left empty is not in it.

    `details` are for the reader; `organisation` and `day` for the PDF's own records and its footer, as is
    `date`, which is `day` in words. `contact` is the account manager's name, phone and e-mail.
    """

    sender: tuple[str, ...]
    hashtag: str
    title: str
    organisation: str
    date: str
    day: dt.date
    details: tuple[Detail, ...]
    question: str
    score: int
    bands: tuple[Band, ...]
    heading: str
    message: tuple[str, ...]
    contact: tuple[str, ...]
    points: tuple[Point, ...]
    actions: tuple[Action, ...]
    remarks: tuple[Remark, ...]


def summarise(scan: Scan, card: Card) -> Summary:
    """Return what the summary of `scan` says; score, band, heading and message follow the card's rules.

    All typed texts but the notes are one line: white space within them, a pasted line break too, becomes one
    space. A point that is ticked is settled, so of that only the note is told, not who would do it and when.
    """
    reached = card.band(scan.score)
    return Summary(
        sender=card.sender,
        hashtag=card.hashtag,
        title=card.title,
        organisation=_one_line(scan.organisation),
        date=date_in_words(scan.date),
        day=scan.date,
        details=_details(scan),
        question=card.question,
        score=scan.score,
        bands=tuple(
            Band(first=card.scores(band)[0], last=card.scores(band)[-1], reached=band == reached)
            for band in card.bands
        ),
        heading=reached.heading,
        message=reached.message,
        contact=_contact(scan.account_manager),
        points=tuple(
            Point(number=number, text=card.statement(number).text, ticked=answer.ticked)
            for number, answer in enumerate(scan.answers, start=1)
        ),
        actions=tuple(_actions(scan, card)),
        remarks=tuple(_remarks(scan, card)),
    )


def _details(scan: Scan) -> tuple[Detail, ...]:
    details = (
        Detail(WORDS.organisation, _one_line(scan.organisation)),
        Detail(WORDS.date, date_in_words(scan.date)),
        Detail(WORDS.participants, _one_line(scan.participants)),
        Detail(WORDS.leader, _one_line(scan.leader)),
    )
    return tuple(detail for detail in details if detail.text)


def _contact(manager: AccountManager) -> tuple[str, ...]:
    return tuple(filter(None, map(_one_line, (manager.name, manager.phone, manager.email))))


def _actions(scan: Scan, card: Card) -> Iterator[Action]:
    for number in scan.open_points:
        answer = scan.answer(number)
        action = Action(
            number=number,
            label=card.statement(number).label,
            note=_paragraphs(answer.note),
            who=_one_line(answer.who),
            due=_one_line(answer.due),
        )
        if action.note or action.who or action.due:
            yield action


def _remarks(scan: Scan, card: Card) -> Iterator[Remark]:
    for number, answer in enumerate(scan.answers, start=1):
        note = _paragraphs(answer.note)
        if answer.ticked and note:
            yield Remark(number=number, label=card.statement(number).label, note=note)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _paragraphs(text: str) -> Paragraphs:
    """Return the lines of `text` as paragraphs, which empty lines part."""
    lines = map(_one_line, text.splitlines())
    return tuple(tuple(group) for filled, group in groupby(lines, key=bool) if filled)


def date_in_words(date: dt.date) -> str:
    """Return `date` the Dutch way, 23 november 2026, whatever the language of the computer."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"
