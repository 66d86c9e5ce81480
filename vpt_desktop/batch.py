"""Summaries of scans without a window: on a server, or of many scans at once."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from vpt_desktop.errors import VptError
from vpt_desktop.report.summary import summarise
from vpt_desktop.report.typesetting import typeset
from vpt_desktop.storage.atomic_file import write_atomically
from vpt_desktop.storage.scan_file import read_scan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from vpt_desktop.domain.card import Card


def write_summary(card: Card, file: Path, pdf: Path) -> None:
    """Write the summary of the scan in `file` to `pdf`; VptError in one sentence if that cannot be."""
    write_atomically(pdf, typeset(summarise(read_scan(file, card), card)).pdf)


def write_summaries(card: Card, files: Sequence[Path], folder: Path) -> int:
    """Write a summary into `folder` for each of `files`, with a count on standard output.

    A file that does not work is named on standard error and does not stop the rest.

    Returns:
        How many files did not work.
    """
    failures = 0
    for count, file in enumerate(files, 1):
        pdf = folder / file.with_suffix(".pdf").name
        try:
            write_summary(card, file, pdf)
            print(f"{count} van {len(files)}: {pdf}")
        except VptError as error:
            failures += 1
            print(f"{count} van {len(files)}: {error}", file=sys.stderr)
    return failures
