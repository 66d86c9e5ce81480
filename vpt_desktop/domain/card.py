"""The printed card as data: ten statements to tick and three bands of scores with their messages."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated

from msgspec import Meta, Struct

Sentence = Annotated[str, Meta(min_length=1, pattern=r"^\S(?:[^\r\n]*\S)?\Z")]
"""A text as printed: at least one character, one line, no white space around it."""

STATEMENT_LIMIT = 1000
"""Characters in a statement: every file holds all of them."""

STATEMENT_COUNT = 10
BAND_COUNT = 3


class Instruction(Struct, frozen=True, forbid_unknown_fields=True):
    """What the card asks the reader to do, a sentence per field; `emphasis` is the bold part of `action`."""

    place: Sentence
    action: Sentence
    emphasis: Sentence
    score: Sentence

    def __post_init__(self) -> None:
        if self.emphasis not in self.action:
            raise ValueError("emphasis is no part of action")


class Statement(Struct, frozen=True, forbid_unknown_fields=True):
    """One of the ten points: the card's sentence, and our own short label for tight places."""

    label: Sentence
    text: Annotated[Sentence, Meta(max_length=STATEMENT_LIMIT)]


class Band(Struct, frozen=True, forbid_unknown_fields=True):
    """The scores from `minimum` up to the next band's, and the card's message for them."""

    minimum: Annotated[int, Meta(ge=0, le=STATEMENT_COUNT)]
    heading: Sentence
    message: Annotated[tuple[Sentence, ...], Meta(min_length=1)]


class Card(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole card. Statements are numbered from 1, as on paper."""

    title: Sentence
    question: Sentence
    sender: Annotated[tuple[Sentence, ...], Meta(min_length=1)]
    hashtag: Sentence
    instruction: Instruction
    statements: Annotated[tuple[Statement, ...], Meta(min_length=STATEMENT_COUNT, max_length=STATEMENT_COUNT)]
    bands: Annotated[tuple[Band, ...], Meta(min_length=BAND_COUNT, max_length=BAND_COUNT)]

    def __post_init__(self) -> None:
        minimums = [band.minimum for band in self.bands]
        if minimums[0] != 0 or any(lower >= upper for lower, upper in pairwise(minimums)):
            raise ValueError("bands do not start at 0 or do not ascend")

    @property
    def identity(self) -> str:
        """64 hexadecimal digits that differ between cards on which a tick or a score means something else.

        It is SHA-256 over lines of UTF-8: the text of each statement, then of each band the minimum, the
        heading and the message's sentences. Our own labels and the card's decoration are left out.
        """
        import hashlib  # noqa: PLC0415  needed when a file is read or written, not for the window to open

        bands = (part for band in self.bands for part in (str(band.minimum), band.heading, *band.message))
        sentences = (*(statement.text for statement in self.statements), *bands)
        return hashlib.sha256("\n".join(sentences).encode()).hexdigest()

    @property
    def texts(self) -> tuple[str, ...]:
        """The ten statements, number 1 first."""
        return tuple(statement.text for statement in self.statements)

    def statement(self, number: int) -> Statement:
        """Return statement `number` (1-10); IndexError outside that range."""
        if not 1 <= number <= STATEMENT_COUNT:
            raise IndexError(number)
        return self.statements[number - 1]

    def band(self, score: int) -> Band:
        """Return the band that a score of 0-10 falls in: 0-3, 4-8 or 9-10 on the printed card."""
        return max((band for band in self.bands if band.minimum <= score), key=lambda band: band.minimum)

    def scores(self, band: Band) -> range:
        """Return the scores that fall in one of this card's bands, lowest first."""
        following = self.bands[self.bands.index(band) + 1 :]
        return range(band.minimum, following[0].minimum if following else STATEMENT_COUNT + 1)

    def points_to_next_band(self, score: int) -> int | None:
        """Return how many more ticks (1 or more) lead to the next band, or None in the highest."""
        return next((band.minimum - score for band in self.bands if band.minimum > score), None)


def parse_card(toml: bytes) -> Card:
    """Read a card from TOML text.

    Raises:
        msgspec.DecodeError: the text is no TOML, or no card; the message names the place.
    """
    import msgspec.toml  # noqa: PLC0415  needed for parsing only

    return msgspec.toml.decode(toml, type=Card)
