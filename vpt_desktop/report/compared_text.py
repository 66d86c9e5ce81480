"""The comparison with earlier scans as lines of text, and as tables for HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from vpt_desktop import comparison_words as our
from vpt_desktop.report.text import Paragraphs
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vpt_desktop.report.comparison import ComparisonPart


class ComparedTable(Struct, frozen=True):
    """A table of plain text; the first cell of each row is its header."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str | Paragraphs, ...], ...]
    """A cell is one line, or paragraphs."""

    sentence: str = ""
    """Above the table."""


def compared_blocks(part: ComparisonPart) -> Iterator[Iterable[str]]:
    """Yield the comparison in blocks that empty lines separate, each as its lines."""
    yield part.title, part.sentence
    yield tuple(
        f"{point.number}. {point.label}: {part.then} {point.then.word}, nu {point.now.word} "
        f"({point.difference.lower()})"
        for point in part.points
    )
    if part.years:
        yield our.YEARS, ", ".join(f"{year.name}: {year.score}" for year in part.years)
        yield tuple(
            f"{point.number}. {point.label}: "
            + ", ".join(
                f"{year.name} {state.word}" for year, state in zip(part.years, point.states, strict=True)
            )
            for point in part.points_by_year
        )
    if part.agreements:
        yield (our.AGREEMENTS,)
    for each in part.agreements:
        yield (
            f"{each.number}. {each.label}",
            *_lines(our.AGREEMENT, each.note),
            *_lines(our.TERMS, each.terms),
            *_lines(our.OUTCOME, each.outcome),
        )


def compared_tables(part: ComparisonPart) -> Iterator[ComparedTable]:
    """Yield the comparison as tables, in the order of the PDF."""
    yield ComparedTable(
        part.title,
        (WORDS.number, WORDS.point, part.then, part.now, our.DIFFERENCE),
        tuple(
            (str(point.number), point.label, point.then.word, point.now.word, point.difference)
            for point in part.points
        ),
        part.sentence,
    )
    if part.years:
        yield ComparedTable(
            our.YEARS,
            (WORDS.number, WORDS.point, *(f"{year.name}, {year.score}" for year in part.years)),
            tuple(
                (str(point.number), point.label, *(state.word for state in point.states))
                for point in part.points_by_year
            ),
        )
    if part.agreements:
        yield ComparedTable(
            our.AGREEMENTS,
            (WORDS.number, WORDS.point, our.AGREEMENT, our.TERMS, our.OUTCOME),
            tuple(
                (
                    str(each.number),
                    each.label,
                    each.note or WORDS.empty,
                    each.terms or WORDS.empty,
                    each.outcome,
                )
                for each in part.agreements
            ),
        )


def _lines(label: str, text: Paragraphs) -> Iterator[str]:
    if text:
        yield f"{label}: " + "\n\n".join(map("\n".join, text))
