"""What the slides after the result say: what changed, the open points, and the agreements of last time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vpt_desktop import comparison_words as our
from vpt_desktop.domain.agreements import previous_agreements
from vpt_desktop.domain.comparison import Verdict, compared_with_previous
from vpt_desktop.ui.presentation.rows import Item, Part
from vpt_desktop.ui.widgets.typed_text import one_line
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vpt_desktop.domain.agreements import PreviousAgreement
    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.comparison import Comparison
    from vpt_desktop.domain.earlier_scan import Agreement
    from vpt_desktop.domain.scan import Scan
    from vpt_desktop.domain.slide_show import SlideShow


class Deck(NamedTuple):
    """The parts that come after the result, of which the first two may be without items."""

    differences: Part
    open_points: Part
    agreements: tuple[tuple[PreviousAgreement, Part], ...]
    """One by one."""

    @property
    def parts(self) -> Iterator[Part]:
        """All of them."""
        yield self.differences
        yield self.open_points
        for _, part in self.agreements:
            yield part

    def at(self, show: SlideShow) -> tuple[Part, int]:
        """Return the part that the slide of `show` is of, and which of its slides that is, from 0 on."""
        page = show.agreement_page
        if page is not None:
            before = show.agreements[: show.agreement].count(page)
            parts = {each.agreement.statement: part for each, part in self.agreements}
            return parts[page.statement], before
        if show.difference is not None:
            return self.differences, show.difference
        return self.open_points, show.page or 0

    def agreement_at(self, show: SlideShow) -> Agreement | None:
        """Return the agreement of last time that the slide of `show` is about, if it is about one."""
        page = show.agreement_page
        if page is None:
            return None
        return next(
            each.agreement for each, _ in self.agreements if each.agreement.statement == page.statement
        )


def deck_of(scan: Scan, card: Card) -> Deck:
    """Return what comes after the result of `scan`."""
    agreements = tuple(previous_agreements(scan, card.texts))
    return Deck(
        differences=_differences(scan, card),
        open_points=Part(WORDS.open_points, tuple(_open_points(scan, card))),
        agreements=tuple(
            (each, _agreement(each, card, f"{place} van {len(agreements)}"))
            for place, each in enumerate(agreements, 1)
        ),
    )


def _differences(scan: Scan, card: Card) -> Part:
    previous, comparison = scan.previous, compared_with_previous(scan, card.texts)
    if previous is None or comparison is None:
        return Part(our.TITLE, ())
    intro = f"Vorige scan: {our.previous_in_words(previous, scan)}. {our.sentence(comparison)}"
    return Part(our.TITLE, tuple(_verdicts(comparison, card)), intro)


def _verdicts(comparison: Comparison, card: Card) -> Iterator[Item]:
    for place, (verdict, name) in enumerate(our.VERDICTS.items(), 1):
        points = tuple(_numbered(number, card) for number in comparison.numbers(verdict))
        if points:
            yield Item(place, name, points)
        elif verdict is not Verdict.NOT_COMPARABLE:
            yield Item(place, name, (our.NONE,), is_quiet=True)


def _open_points(scan: Scan, card: Card) -> Iterator[Item]:
    for number in scan.open_points:
        answer = scan.answer(number)
        texts = tuple(_terms(answer.note, answer.who, answer.due))
        yield Item(number, _numbered(number, card), texts or (WORDS.not_agreed,), is_quiet=not texts)


def _agreement(each: PreviousAgreement, card: Card, place: str) -> Part:
    agreement, statement = each.agreement, each.agreement.statement
    texts = list(_terms(agreement.note, agreement.who, agreement.due))
    label = our.NOT_ON_CARD if each.number is None else _numbered(each.number, card)
    if each.number is None:
        texts.insert(0, each.text)
    if each.is_older:
        texts.append(our.since(agreement.since))
    outcome = [our.outcome_in_words(agreement.outcome)]
    outcome += _paragraphs(agreement.remark)
    if each.asks_another_look:
        outcome.append(our.LOOK_AGAIN)
    items = (
        Item(statement, label, tuple(texts)),
        Item(statement, our.OUTCOME, tuple(outcome), is_quiet=agreement.outcome is None),
    )
    return Part(our.AGREEMENTS, items, place=place)


def _numbered(number: int, card: Card) -> str:
    return f"{number}  {card.statement(number).label}"


def _terms(note: str, who: str, due: str) -> Iterator[str]:
    """Yield the paragraphs of what was agreed."""
    yield from _paragraphs(note)
    for label, text in ((WORDS.who, who), (WORDS.due, due)):
        if text.strip():
            yield f"{label}: {one_line(text)}"


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.splitlines():
        if paragraph.strip():
            yield one_line(paragraph)
