"""What somebody typed, made fit for a label."""

from __future__ import annotations

import re
import unicodedata

_LONGEST_WORD = 40
"""In characters; Dutch ones and addresses are shorter."""

_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"


def one_line(text: str) -> str:
    """Return `text` on one line, without control characters, and with a direction of writing of its own."""
    kept = (" " if unicodedata.category(character) == "Cc" else character for character in text)
    return f"{_ISOLATE}{' '.join(''.join(kept).split())}{_END_OF_ISOLATE}"


def breakable(text: str) -> str:
    """Return `text` with chances to wrap after the separators of a path and inside very long words."""
    return re.sub(rf"([\\/]|[^\s\\/]{{{_LONGEST_WORD}}})", "\\1\u200b", text)
