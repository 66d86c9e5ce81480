"""The summary of one scan, as data and as a document."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from vpt_desktop.report.comparison import ComparisonPart, comparison_part
from vpt_desktop.report.contact import Contact, contacts
from vpt_desktop.report.document import Document
from vpt_desktop.report.text import Paragraphs, one_line, paragraphs
from vpt_desktop.words import WORDS, date_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.scan import Scan


class Point(Struct, frozen=True):
    """One statement of the card, numbered from 1, and whether the organisation ticked it."""

    number: int
    text: str
    ticked: bool


class ScoreRange(Struct, frozen=True):
    """The scores `first` up to and including `last`, and whether this scan's score is among them."""

    first: int
    last: int
    reached: bool


class Detail(Struct, frozen=True):
    """A field of the scan as a whole, with what was filled in, on one line."""

    label: str
    text: str


class Action(Struct, frozen=True):
    """What was agreed on an open point; at least one of the texts is not empty."""

    number: int
    label: str
    note: Paragraphs
    who: str
    due: str


class Unsettled(Struct, frozen=True):
    """An open point on which nothing was agreed yet."""

    number: int
    label: str


class Remark(Struct, frozen=True):
    """The note on a ticked point; it is not empty."""

    number: int
    label: str
    note: Paragraphs


class Summary(Struct, frozen=True):
    """Everything in the summary of one scan, in the order of the page; empty fields are left out.

    `details` are for the reader; `organisation`, `day` and `date`, which is `day` in words, for the metadata
    and the footer of the PDF. `contact` is the account manager's name, phone and e-mail.
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
    bands: tuple[ScoreRange, ...]
    heading: str
    message: tuple[str, ...]
    contact: tuple[Contact, ...]
    points: tuple[Point, ...]
    actions: tuple[Action, ...]
    unsettled: tuple[Unsettled, ...]
    """The open points that `actions` leaves out; empty if nothing was agreed on any."""
    remarks: tuple[Remark, ...]
    comparison: ComparisonPart | None = None
    """With the previous scan, if there is one."""


def summary_document(scan: Scan, card: Card) -> Document:
    """Return the summary of `scan` as a document that bears the date of the scan."""
    summary = summarise(scan, card)
    return Document("summary.typ", msgspec.to_builtins(summary), summary.day)


def summarise(scan: Scan, card: Card) -> Summary:
    """Return the summary of `scan`; score, score ranges, heading and message follow the card's rules.

    All typed texts but the notes are one line: white space within them, a pasted line break too, becomes one
    space. A ticked point is settled, so only its note is included, not who would settle it and when.
    """
    reached = card.band(scan.score)
    actions = tuple(actions_of(scan, card))
    return Summary(
        sender=card.sender,
        hashtag=card.hashtag,
        title=card.title,
        organisation=one_line(scan.organisation),
        date=date_in_words(scan.date),
        day=scan.date,
        details=_details(scan),
        question=card.question,
        score=scan.score,
        bands=tuple(
            ScoreRange(first=card.scores(band)[0], last=card.scores(band)[-1], reached=band == reached)
            for band in card.bands
        ),
        heading=reached.heading,
        message=reached.message,
        contact=contacts(scan.account_manager),
        points=tuple(
            Point(number=number, text=card.statement(number).text, ticked=answer.ticked)
            for number, answer in enumerate(scan.answers, start=1)
        ),
        actions=actions,
        unsettled=tuple(_unsettled(scan, card, actions)) if actions else (),
        remarks=tuple(_remarks(scan, card)),
        comparison=comparison_part(scan, card),
    )


def _details(scan: Scan) -> tuple[Detail, ...]:
    details = (
        Detail(WORDS.organisation, one_line(scan.organisation)),
        Detail(WORDS.date, date_in_words(scan.date)),
        Detail(WORDS.participants, one_line(scan.participants)),
        Detail(WORDS.leader, one_line(scan.leader)),
    )
    return tuple(detail for detail in details if detail.text)


def actions_of(scan: Scan, card: Card) -> Iterator[Action]:
    """Yield what was agreed on each open point of `scan` on which anything was."""
    for number in scan.open_points:
        answer = scan.answer(number)
        action = Action(
            number=number,
            label=card.statement(number).label,
            note=paragraphs(answer.note),
            who=one_line(answer.who),
            due=one_line(answer.due),
        )
        if action.note or action.who or action.due:
            yield action


def _unsettled(scan: Scan, card: Card, actions: tuple[Action, ...]) -> Iterator[Unsettled]:
    agreed = {action.number for action in actions}
    for number in scan.open_points:
        if number not in agreed:
            yield Unsettled(number=number, label=card.statement(number).label)


def _remarks(scan: Scan, card: Card) -> Iterator[Remark]:
    for number, answer in enumerate(scan.answers, start=1):
        note = paragraphs(answer.note)
        if answer.ticked and note:
            yield Remark(number=number, label=card.statement(number).label, note=note)
