"""Summaries of scans without a window: on a server, or of many scans at once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from vpt_desktop.errors import SaveError, SummaryError, VptError
from vpt_desktop.report.summary import summarise
from vpt_desktop.report.typesetting import typeset
from vpt_desktop.storage.pdf_file import write_pdf
from vpt_desktop.storage.scan_file import read_scan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vpt_desktop.domain.card import Card


def write_summary(card: Card, file: Path, pdf: Path) -> None:
    """Write the summary of the scan in `file` to `pdf`; VptError in one sentence if that cannot be."""
    content = typeset(summarise(read_scan(file, card), card)).pdf
    try:
        write_pdf(pdf, content)
    except SaveError as error:
        raise SummaryError(pdf, error.reason) from error


def write_summaries(card: Card, files: Sequence[Path], folder: Path) -> int:
    """Write a summary into `folder` for each of `files`, with a count on standard output.

    A file that does not work is named on standard error and does not stop the rest; nor does one of the same
    name as an earlier one, whose summary stays.

    Returns:
        How many files did not work.
    """
    failures = 0
    written = set[Path]()
    for count, file in enumerate(files, 1):
        pdf = folder / file.with_suffix(".pdf").name
        try:
            if pdf in written:
                raise SummaryError(pdf, "een eerdere scan heeft dezelfde naam")
            write_summary(card, file, pdf)
            written.add(pdf)
            print(f"{count} van {len(files)}: {pdf}")
        except VptError as error:
            failures += 1
            print(f"{count} van {len(files)}: {error}", file=sys.stderr)
    return failures
