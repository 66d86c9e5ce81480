"""Breaking a paragraph into lines: the last one is not too short, and no word is broken that fits a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFontMetricsF

LEAST_LAST_LINE = 1 / 4
"""Of the width of the column."""

_LEAST_ALONE = 1 / 2
"""Of that width, for a last line of one word, if the line before it has words enough."""

_SHORT = 60
"""Characters that may well fit on one line: there may be 50,000 of such paragraphs."""

_TRIED = 20
"""Steps in width, of which the widest half is tried."""

_SPACES = re.compile(r"[^\S\N{NO-BREAK SPACE}]+")
_BREAK_AFTER = re.compile(r"[\\/@._=&?%-]")


def lines_of(text: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """Return a paragraph in lines of at most `width` pixels, broken at spaces but for no-break spaces.

    The last line is at least a quarter of the width, and no short word alone, if words of the line before it
    can make it so. Only a word that is wider than a whole line is broken, after a separator if it has one in
    a good place.
    """
    words = list(filter(None, _SPACES.split(text)))
    whole = " ".join(words)
    if len(whole) <= _SHORT and metrics.horizontalAdvance(whole) <= width:
        return [whole]
    lines = _filled_lines(words, metrics, width)
    while len(lines) > 1 and len(lines[-2]) > 1:
        longer = [lines[-2][-1], *lines[-1]]
        is_alone = len(lines[-1]) == 1 and len(lines[-2]) > 2  # noqa: PLR2004  words, or one would be alone there
        least = (_LEAST_ALONE if is_alone else LEAST_LAST_LINE) * width
        if metrics.horizontalAdvance(" ".join(lines[-1])) >= least:
            break
        if metrics.horizontalAdvance(" ".join(longer)) > width:
            break
        lines[-2:] = [lines[-2][:-1], longer]
    return [" ".join(line) for line in lines]


def balanced_lines(text: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """Return a heading in as few lines as `lines_of` does, which are as equal in width as that allows."""
    lines = lines_of(text, metrics, width)
    for parts in range(_TRIED - 1, _TRIED // 2, -1):
        narrower = lines_of(text, metrics, width * parts / _TRIED)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def _filled_lines(words: list[str], metrics: QFontMetricsF, width: float) -> list[list[str]]:
    """Return the words of each line, as many as it takes."""
    advances = {word: metrics.horizontalAdvance(word) for word in set(words)}
    space = metrics.horizontalAdvance(" ")
    lines: list[list[str]] = []
    used = width
    for word in words:
        if lines and used + space + advances[word] <= width:
            lines[-1].append(word)
            used += space + advances[word]
        elif advances[word] <= width:
            lines.append([word])
            used = advances[word]
        else:
            lines += ([part] for part in _parts(word, metrics, width))
            used = metrics.horizontalAdvance(lines[-1][0])
    return lines


def _parts(word: str, metrics: QFontMetricsF, width: float) -> Iterator[str]:
    """Yield a word whole, or if it is wider than a line in parts that are not."""
    while (end := _longest_fit(word, metrics, width)) < len(word):
        separators = [found.end() for found in _BREAK_AFTER.finditer(word, 0, end)]
        if separators and separators[-1] > end / 2:
            end = separators[-1]
        yield word[:end]
        word = word[end:]
    yield word


def _longest_fit(word: str, metrics: QFontMetricsF, width: float) -> int:
    """Return how many characters from the first on fit into `width`: at least one.

    Never measures much more than what fits: a word may have 100,000 characters, for many lines.
    """
    fits, too_many = 1, 2
    while metrics.horizontalAdvance(word[:too_many]) <= width:
        if too_many >= len(word):
            return len(word)
        fits, too_many = too_many, too_many * 2
    too_many = min(too_many, len(word))
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        if metrics.horizontalAdvance(word[:middle]) <= width:
            fits = middle
        else:
            too_many = middle
    return fits
