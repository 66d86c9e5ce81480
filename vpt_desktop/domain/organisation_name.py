"""Names of organisations as people type them: which are the same, and which may be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category, normalize

from vpt_desktop.domain.file_name import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_COMPARED = 60
"""Characters of a name in which resemblance is looked for; more is no name that anybody compares."""

_READ = 4 * _COMPARED
"""Characters of a typed name that these are taken from: it may hold much that does not count."""

_SHORTEST_MISTYPED = 3
"""Letters of a word in which a slip is assumed: "A" and "B" are two names, "Os" and "Oss" may be one."""


def name_key(name: str) -> str:
    """Return what names of one organisation have in common, empty if `name` names none.

    Case, spaces, punctuation, characters that show nothing and the word "gemeente" make no difference.
    """
    return "".join(_words(name))


def names_in(text: str) -> tuple[str, ...]:
    """Return the names in a list with one a line, in its order, each organisation once."""
    names: dict[str, str] = {}
    for line in text.splitlines():
        if key := name_key(line):
            names.setdefault(key, " ".join(line.split()))
    return tuple(names.values())


def sorting_key(name: str) -> tuple[str, str]:
    """Return what puts names in alphabetical order, without regard to accents and "gemeente"."""
    return "".join(_plain_words(name)), name


def near_pairs(names: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Return pairs of organisations that may be one, by their names.

    Names are near if they are equal without accents, and without at most one letter of each (a letter
    more, less, or another one, or two swapped; never a digit), or if one begins or ends with all words of
    the other. Takes time in proportion to the number of names.

    Args:
        names: for each organisation all names that it goes by.
    """
    words = {organisation: [_plain_words(name) for name in given] for organisation, given in names.items()}
    spelled: dict[str, str] = {}
    whole: dict[str, str] = {}
    for organisation, given in words.items():
        for spelling in (spelling for name in given for spelling in _spellings(name)):
            other = spelled.setdefault(spelling, organisation)
            if other is not organisation:
                yield other, organisation
        whole |= {"".join(name): organisation for name in given}
    for organisation, given in words.items():
        for part in (part for name in given for part in _beginnings_and_ends(name)):
            if part in whole:
                yield whole[part], organisation


def connected(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return for all that stands in `pairs` the smallest of those it is connected with, itself included."""
    lower: dict[str, str] = {}

    def smallest(item: str) -> str:
        while (parent := lower.setdefault(item, item)) != item:
            lower[item] = lower[parent]
            item = parent
        return item

    for one, other in pairs:
        first, second = sorted((smallest(one), smallest(other)))
        lower[second] = first
    return {item: smallest(item) for item in lower}


def _words(text: str) -> list[str]:
    """Return the words of a name in small letters, without "gemeente"."""
    if text.isascii():  # nearly all names are, and there may be ten thousand
        words = re.findall("[a-z0-9]+", text.lower())
    else:
        folded = normalize("NFKC", normalize("NFKC", visible(text)).casefold())
        words = "".join(char if category(char)[0] in "LMN" else " " for char in folded).split()
    return [word for word in words if word != "gemeente"]


def _plain_words(name: str) -> list[str]:
    """Return the words of a name without accents, of its start only if it is very long."""
    text = " ".join(_words(name[:_READ]))
    if not text.isascii():
        text = "".join(char for char in normalize("NFKD", text) if category(char)[0] != "M")
    return text[:_COMPARED].split()


def _spellings(words: list[str]) -> Iterator[str]:
    """Return a name in one word, whole and without each of its letters."""
    name = "".join(words)
    if name:
        yield name
    start = 0
    for word in words:
        if len(word) >= _SHORTEST_MISTYPED:
            for letter in re.finditer(r"[^\W\d_]", word):
                yield name[: start + letter.start()] + name[start + letter.end() :]
        start += len(word)


def _beginnings_and_ends(words: list[str]) -> Iterator[str]:
    for cut in range(1, len(words)):
        yield "".join(words[:cut])
        yield "".join(words[cut:])
