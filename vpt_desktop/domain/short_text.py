"""A typed text as it is shown in a list or a sentence: short, and in our writing direction around it."""

from __future__ import annotations

import unicodedata

_SHORT = 160
"""Characters, as many as a label shows of a text that may be as long as minutes."""

_NAME = 60
"""Characters."""

_TURNING = {"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI"}
"""Kinds of characters, as Unicode names them, that are not written from left to right or turn others."""

_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"


def shortened(text: str, most: int = _SHORT) -> str:
    """Return `text` on one line: the whole of a short one, the first `most` characters of a long one.

    The writing direction of one that has another than ours is isolated, so that it turns no words beside it.
    """
    line = " ".join(text.split())
    return isolated(line if len(line) <= most else f"{line[:most].rstrip()}…")


def shortened_name(name: str) -> str:
    """Return the name of an organisation, which may be as long as minutes, short enough for a list."""
    return shortened(name, _NAME)


def isolated(text: str) -> str:
    """Return `text` so that its writing direction turns no words beside it: as it is if it has ours.

    Few typefaces have the characters for that, and a line with another typeface in it is higher.
    """
    turns = not text.isascii() and any(unicodedata.bidirectional(each) in _TURNING for each in text)
    return f"{_ISOLATE}{text}{_END_OF_ISOLATE}" if turns else text
