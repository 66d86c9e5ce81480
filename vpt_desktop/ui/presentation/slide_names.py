"""Short names of the slides, for the leader's desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vpt_desktop.comparison_words import AGREEMENTS, TITLE
from vpt_desktop.domain.slide_show import QUESTION, RESULT, Blank
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.slide_show import SlideShow

BLANK_NAMES = {Blank.BLACK: "Zwart scherm", Blank.WHITE: "Wit scherm"}

END = "Dit is de laatste dia."


def present_slide(show: SlideShow, card: Card) -> str:
    """Return what the audience sees."""
    name = _slide(show, card)
    return f"{BLANK_NAMES[show.blank]} over {name}" if show.blank else name


def next_slide(show: SlideShow, card: Card) -> str:
    """Return what the audience sees after one more step."""
    following = show.next()
    return END if following == show else _slide(following, card)


def _slide(show: SlideShow, card: Card) -> str:
    if show.statement is not None:
        return f"{WORDS.statement} {show.statement}: {card.statement(show.statement).label}"
    if show.agreement is not None:
        return f"{AGREEMENTS} {show.agreement + 1} van {len(show.agreements)}"
    if show.difference is not None:
        part = f" {show.difference + 1} van {show.differences}" if show.differences > 1 else ""
        return f"{TITLE}{part}"
    if show.page is not None:
        part = f" {show.page + 1} van {len(show.pages)}" if len(show.pages) > 1 else ""
        return f"{WORDS.open_points}{part}"
    return {QUESTION: f"Vraag: {card.question}", RESULT: "Uitslag"}[show.slide]
