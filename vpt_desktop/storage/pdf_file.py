"""Writes PDF files, which replace no other kind of file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vpt_desktop.errors import SaveError
from vpt_desktop.storage.atomic_file import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

_MARK = b"%PDF-"

_OTHER_FILE = "onder die naam staat er al een ander soort bestand", "kies een andere naam"


def write_pdf(path: Path, pdf: bytes) -> None:
    """Write `pdf` as `write_atomically` does; at `path` there may be a PDF or an empty file, but no other.

    A slip in the dialog or on the command line must not overwrite a scan.

    Raises:
        SaveError: there is a file of another kind, or the file cannot be written.
    """
    if _is_other_file(path):
        raise SaveError(path, *_OTHER_FILE)
    write_atomically(path, pdf)


def _is_other_file(path: Path) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(_MARK)) not in {b"", _MARK}
    except OSError:  # which writing reports with its reason
        return False
