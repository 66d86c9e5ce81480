"""Writes files that are made of scans: PDFs, spreadsheets and CSV files, which replace no other kind."""

from __future__ import annotations

from codecs import BOM_UTF8
from typing import TYPE_CHECKING

from vpt_desktop.errors import OverviewError, SaveError, UnflushedError
from vpt_desktop.storage.pdf_file import PDF_MARK, write_of_kind

if TYPE_CHECKING:
    from pathlib import Path

_MARKS = {".pdf": PDF_MARK, ".xlsx": b"PK\x03\x04", ".csv": BOM_UTF8}
"""What a file of each kind begins with, as far as this program writes it."""


def write_overview(path: Path, content: bytes, suffix: str) -> None:
    """Write a file of the kind of `suffix`, `.pdf`, `.xlsx` or `.csv`, as `write_of_kind` does.

    Raises:
        UnflushedError: as `write_atomically` does.
        OverviewError: there is a file of another kind, or the file cannot be written.
    """
    try:
        write_of_kind(path, content, _MARKS[suffix])
    except UnflushedError:
        raise
    except SaveError as error:
        raise OverviewError(path, error.reason, error.advice) from error
