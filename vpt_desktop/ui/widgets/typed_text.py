"""Typed text prepared for a label: on one line, with opportunities to break, or as rich text."""

from __future__ import annotations

import re
import unicodedata

from vpt_desktop.domain.short_text import isolated

_LONG = re.compile(r"\S{21,}")
"""A word that may be wider than a line in the largest text."""

_SEPARATOR = re.compile(r"[\\/@._=&?%-]")
_BREAK, _HYPHEN = "\u200b", "\u00ad"
"""A zero-width space, and a hyphen that is visible only at the end of a line."""

_RUN = re.compile(rf"[^{_BREAK}]{{21,}}")
_PIECE = 10
"""Characters between two opportunities to break in a long run."""

_IN_A_NUMBER = re.compile(r"(?<=[\d()/-]) (?=[\d()/-])")


def one_line(text: str) -> str:
    """Return `text` on one line, without control characters, its writing direction isolated."""
    kept = (" " if unicodedata.category(character) == "Cc" else character for character in text)
    return isolated(" ".join("".join(kept).split()))


def escape(text: str) -> str:
    """Return `text` for use in rich text: html.escape() would first read the names of all characters."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def with_whole_numbers(text: str) -> str:
    """Return `text`, on one line, with no opportunity to break inside a telephone number."""
    return _IN_A_NUMBER.sub("\N{NO-BREAK SPACE}", text)


def breakable(text: str) -> str:
    """Return `text` with opportunities to break inside long words, links, addresses and paths."""
    return _LONG.sub(lambda word: _RUN.sub(_in_pieces, _SEPARATOR.sub(rf"\g<0>{_BREAK}", word[0])), text)


def _in_pieces(run: re.Match[str]) -> str:
    pieces = (run[0][start : start + _PIECE] for start in range(0, len(run[0]), _PIECE))
    return (_HYPHEN if run[0].isalpha() else _BREAK).join(pieces)
