"""A summary on disk, which takes the place of nothing but another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vpt_desktop.errors import SaveError
from vpt_desktop.storage.atomic_file import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

_MARK = b"%PDF-"

_OTHER_FILE = "onder die naam staat er al een ander soort bestand", "kies een andere naam"


def write_pdf(path: Path, pdf: bytes) -> None:
    """Write `pdf` as `write_atomically` does, in the place of a PDF or an empty file, but of no other.

    A slip in the dialog, or on a command line, must not cost a scan.

    Raises:
        SaveError: something else is there, or the file cannot be written.
    """
    if _holds_something_else(path):
        raise SaveError(path, *_OTHER_FILE)
    write_atomically(path, pdf)


def _holds_something_else(path: Path) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(_MARK)) not in {b"", _MARK}
    except OSError:  # which writing will tell better
        return False
