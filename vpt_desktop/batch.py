"""Summaries without a window, of one scan or of many."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from vpt_desktop.domain.file_name import summary_name
from vpt_desktop.errors import NothingMadeError, OpenError, SaveError, SummaryError, UnflushedError, VptError
from vpt_desktop.report.summary import summary_document
from vpt_desktop.report.typesetting import typeset
from vpt_desktop.startup import write_line
from vpt_desktop.storage.pdf_file import write_pdf
from vpt_desktop.storage.scan_file import read_scan
from vpt_desktop.storage.scan_reading import read_scans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.scan import Scan


def write_summary(card: Card, file: Path, pdf: Path) -> None:
    """Write the summary of the scan in `file` to `pdf`.

    Raises:
        OpenError: `file` holds no scan.
        SummaryError: `pdf` cannot be written.
        TypesettingError: the summary cannot be made.
    """
    _write(card, read_scan(file, card), pdf)


def write_summaries(card: Card, files: Sequence[Path], folder: Path) -> int:
    """Write a summary into `folder` for each of `files`, and report each with a count on standard output.

    A failure is reported on standard error and does not stop the rest; nor does a full or closed output. A
    scan with the file name of an earlier one is a failure, too: the summary of the earlier one stays.

    Returns:
        How many files failed.

    Raises:
        NothingMadeError: `folder` is no folder.
    """
    if not folder.is_dir():
        raise NothingMadeError(f"de map {folder} is er niet; maak die eerst of kies een andere")
    failures = 0
    written = set[Path]()
    for count, (file, found) in enumerate(read_scans(files, card), 1):
        pdf = folder / summary_name(file.name)
        try:
            if isinstance(found, OpenError):
                raise found
            if pdf in written:
                raise SummaryError(pdf, "een eerdere scan heeft dezelfde naam")
            _write(card, found, pdf)
            written.add(pdf)
            write_line(f"{count} van {len(files)}: {pdf}", sys.stdout)
        except VptError as error:
            failures += 1
            write_line(f"{count} van {len(files)}: {error}", sys.stderr)
    return failures


def _write(card: Card, scan: Scan, pdf: Path) -> None:
    content = typeset(summary_document(scan, card)).pdf
    try:
        write_pdf(pdf, content)
    except UnflushedError:
        raise
    except SaveError as error:
        raise SummaryError(pdf, error.reason) from error
