"""Writes PDF files, which replace no other kind of file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vpt_desktop.errors import SaveError
from vpt_desktop.storage.atomic_file import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

PDF_MARK = b"%PDF-"
"""What every PDF begins with."""

_OTHER_FILE = "onder die naam staat er al een ander soort bestand", "kies een andere naam"


def write_pdf(path: Path, pdf: bytes) -> None:
    """Write `pdf` as `write_atomically` does; at `path` there may be a PDF or an empty file, but no other.

    A slip in the dialog or on the command line must not overwrite a scan.

    Raises:
        SaveError: there is a file of another kind, or the file cannot be written.
    """
    write_of_kind(path, pdf, PDF_MARK)


def write_of_kind(path: Path, content: bytes, mark: bytes) -> None:
    """Write `content` as `write_pdf` does, over a file that begins with `mark` too; raises as that does."""
    if _is_other_file(path, mark):
        raise SaveError(path, *_OTHER_FILE)
    write_atomically(path, content)


def _is_other_file(path: Path, mark: bytes) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(mark)) not in {b"", mark}
    except OSError:  # which writing reports with its reason
        return False
