"""What differs between two texts, and an edit of a text that was shown in another form."""

from __future__ import annotations

import re

from msgspec import Struct

_CHARACTER = re.compile(r"\r\n|.", re.DOTALL)


class Piece(Struct, frozen=True):
    """The one piece in which two texts differ: from code point `start` on, `before` is `after`."""

    start: int
    before: str
    after: str

    def done(self, text: str) -> str:
        """Return the second text, given the first."""
        return text[: self.start] + self.after + text[self.start + len(self.before) :]

    def undone(self, text: str) -> str:
        """Return the first text, given the second."""
        return text[: self.start] + self.before + text[self.start + len(self.after) :]


def piece_between(before: str, after: str) -> Piece:
    """Return in which piece two texts differ; both its texts are empty if they are equal."""
    start = _common_start(before, after)
    first, second = before[start:], after[start:]
    end = _common_start(first[::-1], second[::-1])
    return Piece(start, first[: len(first) - end], second[: len(second) - end])


def edited(text: str, shown: str, shown_after: str) -> str:
    """Return `text` after an edit of the form in which it was shown.

    A text field shows a CRLF and a line separator as a line break, and a no-break space as a space. What the
    user did not touch stays as it is in `text`.
    """
    if text == shown:
        return shown_after
    characters: list[str] = _CHARACTER.findall(text)
    if len(characters) != len(shown):  # shown in a form that cannot be matched
        return shown_after
    piece = piece_between(shown, shown_after)
    end = piece.start + len(piece.before)
    return "".join((*characters[: piece.start], piece.after, *characters[end:]))


def _common_start(first: str, second: str) -> int:
    """Return with how many equal characters two texts begin, by halving: Python's own loop is slow."""
    low, high = 0, min(len(first), len(second))
    while low < high:
        middle = (low + high + 1) // 2
        if first[low:middle] == second[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
