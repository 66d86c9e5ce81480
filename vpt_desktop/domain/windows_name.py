"""The names of files that Windows can have; sticks and network drives have no others on any system."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import PurePath

RULE = (
    'Windows kent geen naam met < > : " | ? *, met een punt of spatie aan het eind, of zoals CON, NUL en COM1'
)
"""What makes a name impossible, as a clause for the user."""

_NEVER = re.compile(r'[<>:"|?*\x00-\x1f\ud800-\udfff]|[. ]$')
_DEVICE = re.compile(
    r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9\u00b9\u00b2\u00b3]) *(\.|$)", re.IGNORECASE
)
"""Windows takes these for a device, whatever follows the dot."""


def can_be_on_windows(name: str) -> bool:
    """Return whether Windows can have a file or folder with exactly this `name`."""
    return not (_NEVER.search(name) or _DEVICE.match(name))


def names_can_be_on_windows(path: PurePath) -> bool:
    """Return whether Windows can have each name in `path`; of a drive, only the root can be the start."""
    if path.drive and not path.root:  # "x:y" is a file of drive x, or a hidden part of a file x
        return False
    names = path.parts[1:] if path.anchor else path.parts
    return all(can_be_on_windows(name) for name in names if name != "..")
