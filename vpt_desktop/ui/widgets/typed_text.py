"""What somebody typed, made fit for a label."""

from __future__ import annotations

import re
import unicodedata

_LONG = re.compile(r"\S{21,}")
"""What is longer than a line may hold in the largest text."""

_SEPARATOR = re.compile(r"[\\/@._=&?%-]")
_CHANCE, _HYPHEN = "\u200b", "\u00ad"
"""A zero-width space, and a hyphen that shows at the end of a line only."""

_RUN = re.compile(rf"[^{_CHANCE}]{{21,}}")
_PIECE = 10

_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"


def one_line(text: str) -> str:
    """Return `text` on one line, without control characters, and with a direction of writing of its own."""
    kept = (" " if unicodedata.category(character) == "Cc" else character for character in text)
    return f"{_ISOLATE}{' '.join(''.join(kept).split())}{_END_OF_ISOLATE}"


def breakable(text: str) -> str:
    """Return `text` with chances to wrap inside long words, links, addresses and paths."""
    return _LONG.sub(lambda word: _RUN.sub(_in_pieces, _SEPARATOR.sub(rf"\g<0>{_CHANCE}", word[0])), text)


def _in_pieces(run: re.Match[str]) -> str:
    pieces = (run[0][start : start + _PIECE] for start in range(0, len(run[0]), _PIECE))
    return (_HYPHEN if run[0].isalpha() else _CHANCE).join(pieces)
