"""Which characters can be printed, and what replaces those that cannot."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

SUBSTITUTE: Final = "◊"
"""A character that the typeface of the documents has."""

_NAMED = 8
"""How many characters without a typeface are named in a sentence."""

_WHITE_SPACE = "\t\n\r"
_DISTURBING = "\ufeff\u202a\u202b\u202c\u202d\u202e"
"""The byte order mark, and direction controls whose effect does not end with their paragraph."""
_NONCHARACTER = re.compile(
    "[\ufdd0-\ufdef"
    + "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
    + "]",
)
_VARIATION_SELECTOR = re.compile("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def unprintable(text: str) -> tuple[str, ...]:
    """Return the distinct characters of `text` that may not be in a PDF, or mean nothing in one.

    These are control characters, lone surrogates, private use, noncharacters and the byte order mark, some of
    which a typeface may claim to have; and direction controls, which would reverse the text after them, ours
    too.
    """
    return tuple(filter(_is_unprintable, set(text)))


def combining_marks(text: str) -> tuple[str, ...]:
    """Return the distinct characters of `text` that combine with the character before them."""
    return tuple(
        mark for mark in set(text) if unicodedata.category(mark)[0] == "M" and not _is_invisible(mark)
    )


def signs(text: str) -> tuple[str, ...]:
    """Return the distinct characters of `text`, outside ASCII, that a typeface shows by themselves."""
    return tuple(sign for sign in sorted(set(text)) if not sign.isascii() and _stands_alone(sign))


def _stands_alone(character: str) -> bool:
    return unicodedata.category(character)[0] not in {"C", "M", "Z"}


def _is_unprintable(character: str) -> bool:
    if unicodedata.category(character) in {"Cc", "Cs", "Co"}:
        return character not in _WHITE_SPACE
    return character in _DISTURBING or bool(_NONCHARACTER.match(character))


def stand_in(text: str) -> str:
    """Return what replaces an unprintable `text`: nothing if it is invisible, else `SUBSTITUTE`."""
    return "" if all(map(_is_invisible, text)) else SUBSTITUTE


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) == "Cf" or bool(_VARIATION_SELECTOR.match(character))


def strings(content: object) -> Iterator[str]:
    """Yield every string value, not the keys, in `content` of dicts, lists, tuples and plain values."""
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
    """Return `content`, made as for `strings`, with a stand-in for each of `texts` in its string values.

    Where several of them begin, the longest is replaced.
    """
    if not texts:
        return content
    longest_first = sorted(texts, key=len, reverse=True)
    by_first = {text[0]: list[str]() for text in texts}
    for text in longest_first:
        by_first[text[0]].append(text)

    def change(value: object) -> object:
        match value:
            case str():
                return _without(value, by_first)
            case dict():
                return {key: change(item) for key, item in cast("dict[str, object]", value).items()}
            case list() | tuple():
                return [change(item) for item in cast("list[object]", value)]
            case _:
                return value

    return change(content)


def _without(text: str, by_first: dict[str, list[str]]) -> str:
    """Return `text` with stand-ins; a pattern of all texts would try every one of them at every character."""
    if by_first.keys().isdisjoint(text):
        return text
    parts = list[str]()
    end = 0
    for start, character in enumerate(text):
        if start < end or character not in by_first:
            continue
        found = next((found for found in by_first[character] if text.startswith(found, start)), None)
        if found:
            parts += text[end:start], stand_in(found)
            end = start + len(found)
    return "".join((*parts, text[end:]))


def substituted_in_words(characters: tuple[str, ...]) -> str:
    """Return what follows in a message about characters that could not be shown, empty if there are none."""
    if not characters:
        return ""
    named = characters[:_NAMED]
    names = ", ".join(text if text.isprintable() else f"U+{ord(text[0]):04X}" for text in named)
    if len(characters) > len(named):
        names += f" en nog {len(characters) - len(named)} tekens"
    return f". Geen lettertype op deze computer heeft {names}; in de PDF staat daar {SUBSTITUTE}."
