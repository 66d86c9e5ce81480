"""What somebody typed, made fit for a label."""

from __future__ import annotations

import re
import unicodedata

_CHANCE = "\u200b"
"""A zero-width space."""

_SEPARATOR = re.compile(r"[\\/]")
_TOO_LONG = re.compile(rf"[^\s{_CHANCE}]{{41,}}")
"""Dutch words and addresses are shorter than this."""

_PIECE = re.compile(r".{10}")
"""So little that the widest letters fit in the largest text."""

_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"


def one_line(text: str) -> str:
    """Return `text` on one line, without control characters, and with a direction of writing of its own."""
    kept = (" " if unicodedata.category(character) == "Cc" else character for character in text)
    return f"{_ISOLATE}{' '.join(''.join(kept).split())}{_END_OF_ISOLATE}"


def breakable(text: str) -> str:
    """Return `text` with chances to wrap after the separators of a path, and in what is too long a word."""
    path = _SEPARATOR.sub(rf"\g<0>{_CHANCE}", text)
    return _TOO_LONG.sub(lambda found: _PIECE.sub(rf"\g<0>{_CHANCE}", found[0]), path)
