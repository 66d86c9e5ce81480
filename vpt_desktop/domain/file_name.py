"""The proposed name of a file: valid on Windows, macOS and Linux, whatever was typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category, normalize

if TYPE_CHECKING:
    import datetime as dt

SCAN_NAME = "VPT-scan"
"""What a filled-in card is called."""

SCAN_SUFFIX = ".vpt"

_LONGEST = 100
"""UTF-8 bytes for the organisation: Windows counts a whole path, folders too, to 260 characters."""

_PUNCTUATION = " .,'()&+_-\u2013\u2018\u2019"
"""Allowed in a name beside letters, their marks and digits; mail and zip programs keep these too."""

_INVISIBLE = "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
"""Matches invisible characters that Unicode counts as letters and marks; compiling it is slow, so not yet."""


def proposed_file_name(organisation: str, date: dt.date, suffix: str) -> str:
    """Return `VPT-scan <organisation> <yyyy-mm-dd><suffix>`, in Unicode's form NFC.

    Args:
        organisation: any text, as typed; empty is left out. A character that a file name cannot hold becomes
            a space, an invisible one is left out. Over 100 UTF-8 bytes it is cut, between words if possible.
        date: the day of the scan.
        suffix: the file name extension with its dot, such as `.pdf`.
    """
    name = _shortened(_tidied(organisation))
    return " ".join(part for part in (SCAN_NAME, name, date.isoformat()) if part) + suffix


def with_suffix(name: str, suffix: str) -> str:
    """Return a typed `name`, or path, that ends in `suffix`, such as `.pdf`: a dot in a name begins none.

    Spaces that end it, as those of a pasted name do, are left out.
    """
    name = name.rstrip()
    return name if name.casefold().endswith(suffix) else name + suffix


def summary_name(scan_name: str) -> str:
    """Return the name of the summary of the scan in a file of that name."""
    has_suffix = scan_name.casefold().endswith(SCAN_SUFFIX)
    return f"{scan_name[: -len(SCAN_SUFFIX)] if has_suffix else scan_name}.pdf"


def visible(text: str) -> str:
    """Return `text` without the characters that show nothing."""
    return "".join(char for char in re.sub(_INVISIBLE, "", text) if category(char) != "Cf")


def _tidied(text: str) -> str:
    """Return `text` with only characters that are allowed in a name, and a single space between words."""
    kept = (char if category(char)[0] in "LMN" or char in _PUNCTUATION else " " for char in visible(text))
    return normalize("NFC", " ".join("".join(kept).split()))


def _shortened(text: str) -> str:
    """Return `text`, or as much of its start as fits."""
    end = len(text.encode()[:_LONGEST].decode(errors="ignore"))
    if end == len(text):
        return text
    while end and category(text[end])[0] == "M":  # a letter is cut with all its marks or not at all
        end -= 1
    space = text.rfind(" ", end // 2, end + 1)
    return text[: end if space < 0 else space]
