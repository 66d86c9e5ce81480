"""Reading many scan files, where one that cannot be read does not stop the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vpt_desktop.errors import OpenError
from vpt_desktop.storage.scan_file import read_scan

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from pathlib import Path

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.scan import Scan


def read_scans(paths: Iterable[Path], card: Card) -> Generator[tuple[Path, Scan | OpenError]]:
    """Yield each of `paths`, in order, with the scan in its file, or with the error if it holds none.

    A file is read when its turn comes, and an error holds nothing of its content: thousands may be collected.
    """
    for path in paths:
        found: Scan | OpenError
        try:
            found = read_scan(path, card)
        except OpenError as error:
            found = error.with_traceback(None)  # its frames hold the content of the file
            found.__cause__ = found.__context__ = None  # and so do theirs
        yield path, found
