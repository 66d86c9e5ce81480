"""The comparison with earlier scans, as a part of the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from vpt_desktop import comparison_words as our
from vpt_desktop.domain.agreements import previous_agreements
from vpt_desktop.domain.comparison import compare, compared_with_previous
from vpt_desktop.report.text import Paragraphs, one_line, paragraphs
from vpt_desktop.words import WORDS, date_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.earlier_scan import EarlierScan
    from vpt_desktop.domain.scan import Scan


class State(Struct, frozen=True):
    """What a statement was in one scan: a word, and its sign (`ticked`, `open` or `none`)."""

    sign: str
    word: str


class ComparedPoint(Struct, frozen=True):
    """One statement, then and now, and the difference: in words, and as the name of its sign."""

    number: int
    label: str
    then: State
    now: State
    sign: str
    difference: str


class SettledAgreement(Struct, frozen=True):
    """An agreement of the previous scan; `terms` are who, when and since when, `outcome` the remark too."""

    number: int
    label: str
    note: Paragraphs
    terms: Paragraphs
    outcome: Paragraphs


class Year(Struct, frozen=True):
    """The head of a column of the years."""

    name: str
    score: str


class YearsOfPoint(Struct, frozen=True):
    """One statement over the years, from old to new."""

    number: int
    label: str
    states: tuple[State, ...]


class ComparisonPart(Struct, frozen=True):
    """The comparison as a document has it; `years` and `points_by_year` are empty with one earlier scan."""

    title: str
    sentence: str
    then: str
    now: str
    score_then: int | None
    """None where the scores are not comparable."""

    points: tuple[ComparedPoint, ...]
    agreements: tuple[SettledAgreement, ...]
    years: tuple[Year, ...]
    points_by_year: tuple[YearsOfPoint, ...]
    difference_head: str = our.DIFFERENCE
    years_title: str = our.YEARS
    agreements_title: str = our.AGREEMENTS
    agreement_head: str = our.AGREEMENT
    terms_head: str = our.TERMS
    outcome_head: str = our.OUTCOME


def comparison_part(scan: Scan, card: Card) -> ComparisonPart | None:
    """Return the comparison of `scan` with the earlier scans that it holds, None without one."""
    previous, comparison = scan.previous, compared_with_previous(scan, card.texts)
    if previous is None or comparison is None:
        return None
    earlier = scan.earlier[: scan.earlier.index(previous) + 1]
    return ComparisonPart(
        title=our.TITLE,
        sentence=our.sentence(comparison),
        then=our.previous_in_words(previous, scan),
        now=date_in_words(scan.date),
        score_then=comparison.score_then if comparison.is_whole else None,
        points=tuple(
            ComparedPoint(
                number=row.number,
                label=card.statement(row.number).label,
                then=_state(ticked=row.then),
                now=_state(ticked=row.now),
                sign=row.verdict.value,
                difference=our.VERDICTS[row.verdict],
            )
            for row in comparison.rows
        ),
        agreements=tuple(_agreements(scan, card)),
        years=_years(scan, earlier) if len(earlier) > 1 else (),
        points_by_year=tuple(_points_by_year(scan, earlier, card)) if len(earlier) > 1 else (),
    )


def _state(*, ticked: bool | None) -> State:
    if ticked is None:
        return State("none", our.NOT_ASKED)
    return State("ticked", WORDS.ticked) if ticked else State("open", WORDS.open)


def _agreements(scan: Scan, card: Card) -> Iterator[SettledAgreement]:
    for each in previous_agreements(scan, card.texts):
        agreement = each.agreement
        since = our.since(agreement.since) if each.is_older else ""
        terms = tuple(term for term in (one_line(agreement.who), one_line(agreement.due), since) if term)
        outcome = our.outcome_in_words(agreement.outcome)
        yield SettledAgreement(
            number=each.number or agreement.statement,
            label=card.statement(each.number).label if each.number else our.NOT_ON_CARD,
            note=paragraphs(agreement.note),
            terms=(terms,) if terms else (),
            outcome=((outcome,), *paragraphs(agreement.remark)),
        )


def _years(scan: Scan, earlier: tuple[EarlierScan, ...]) -> tuple[Year, ...]:
    dates = [*(each.date for each in earlier), scan.date]
    scores = [*(each.score for each in earlier), scan.score]
    one_a_year = len({date.year for date in dates}) == len(dates)
    return tuple(
        Year(
            str(date.year) if one_a_year else f"{date.day}-{date.month}-{date.year}",
            f"{score} {our.POINT if score == 1 else our.POINTS}",
        )
        for date, score in zip(dates, scores, strict=True)
    )


def _points_by_year(scan: Scan, earlier: tuple[EarlierScan, ...], card: Card) -> Iterator[YearsOfPoint]:
    now = [answer.ticked for answer in scan.answers]
    rows = [compare(each, now, card.texts).rows for each in earlier]
    for index, statement in enumerate(card.statements):
        before = (_state(ticked=row[index].then) for row in rows)
        yield YearsOfPoint(index + 1, statement.label, (*before, _state(ticked=now[index])))
