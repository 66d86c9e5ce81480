"""What of a typed text can be printed, and what stands in its place where it cannot."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

SUBSTITUTE: Final = "◊"
"""The summary's own typeface has it."""

_WHITE_SPACE = "\t\n\r"
_DISTURBING = "\ufeff\u202a\u202b\u202c\u202d\u202e"
"""The byte order mark, and directions of writing that do not end with their paragraph."""
_NONCHARACTER = re.compile(
    "[\ufdd0-\ufdef"
    + "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
    + "]",
)
_VARIATION_SELECTOR = re.compile("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def unprintable(text: str) -> tuple[str, ...]:
    """Return the distinct characters of `text` that may not be in a PDF, or mean nothing in one.

    These are control characters, lone surrogates, private use, non-characters and the byte order mark, of
    which a typeface may claim to have some; and what would turn round the text behind it, ours too.
    """
    return tuple(filter(_is_unprintable, set(text)))


def combining_marks(text: str) -> tuple[str, ...]:
    """Return the distinct characters of `text` that stand on the character before them."""
    return tuple(
        mark for mark in set(text) if unicodedata.category(mark)[0] == "M" and not _is_invisible(mark)
    )


def _is_unprintable(character: str) -> bool:
    if unicodedata.category(character) in {"Cc", "Cs", "Co"}:
        return character not in _WHITE_SPACE
    return character in _DISTURBING or bool(_NONCHARACTER.match(character))


def stand_in(text: str) -> str:
    """Return what is printed for a `text` that cannot be: nothing if it was invisible, else `SUBSTITUTE`."""
    return "" if all(map(_is_invisible, text)) else SUBSTITUTE


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) == "Cf" or bool(_VARIATION_SELECTOR.match(character))


def strings(content: object) -> Iterator[str]:
    """Yield every string value in `content`, which is made of dicts, lists, tuples and plain values."""
    match content:
        case str():
            yield content
        case dict():
            yield from strings(tuple(cast("dict[str, object]", content).values()))
        case list() | tuple():
            for item in cast("list[object]", content):
                yield from strings(item)
        case _:
            pass


def replaced(content: object, texts: tuple[str, ...]) -> object:
    """Return `content`, as for `strings`, with each of `texts` in its strings replaced by a stand-in."""
    if not texts:
        return content
    longest_first = sorted(texts, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest_first)))

    def change(value: object) -> object:
        match value:
            case str():
                return pattern.sub(lambda found: stand_in(found[0]), value)
            case dict():
                return {key: change(item) for key, item in cast("dict[str, object]", value).items()}
            case list() | tuple():
                return [change(item) for item in cast("list[object]", value)]
            case _:
                return value

    return change(content)
