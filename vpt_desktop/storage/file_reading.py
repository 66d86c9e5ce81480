"""Reads a file whose content is not trusted, and detects that it has changed since."""

from __future__ import annotations

import stat
import sys
from functools import partial
from typing import TYPE_CHECKING, NewType

from vpt_desktop.domain.windows_name import RULE, names_can_be_on_windows
from vpt_desktop.errors import OpenError
from vpt_desktop.storage.system_error import Cause, cause_of_opening, number_of, patiently

if TYPE_CHECKING:
    from pathlib import Path

FILE_LIMIT = 50_000_000
"""Bytes: more than a scan with the longest texts takes, this year's and last year's."""

Fingerprint = NewType("Fingerprint", str)
"""SHA-256 of a file's content, in hexadecimal: equal as long as no byte has changed, whatever its date."""

_UNREADABLE = Fingerprint("unreadable")

_GONE = "het bestand is er niet meer", "controleer waar het nu staat"
_FOLDER = "dit is een map", "kies het .vpt-bestand daarin"
_SPECIAL_FILE = "dit is geen gewoon bestand", "kies een .vpt-bestand"
_TOO_LARGE = "het is groter dan 50 MB en dus geen VPT-scan", "kies een ander bestand"

_REASONS = {
    Cause.BAD_NAME: (RULE, "kies een andere naam"),
    Cause.DEFECT: ("de schijf geeft een fout", "gebruik een reservekopie"),
    Cause.GONE: _GONE,
    Cause.IN_USE: (
        "het bestand is in gebruik door een ander programma",
        "sluit het daar en open het opnieuw",
    ),
    Cause.IS_FOLDER: _FOLDER,
    Cause.IS_NO_FOLDER: _GONE,
    Cause.LINKS_IN_A_RING: ("die koppeling verwijst naar zichzelf", "kies een ander bestand"),
    Cause.LONG_NAME: ("de naam is te lang", "geef het een kortere naam"),
    Cause.NO_RIGHTS: ("je mag het bestand niet lezen", "vraag wie het beheert om toegang"),
    Cause.UNREACHABLE: ("de schijf of het netwerk is niet bereikbaar", "sluit die aan en open het opnieuw"),
}
"""What happened and what to do."""


def read_file(path: Path) -> bytes:
    """Return the content of the file at `path`, following links.

    Raises:
        OpenError: it is absent, unreadable, over `FILE_LIMIT`, or not a regular file. The last is not even
            opened: a device may block, or act. An error of the system is the cause of this one.
    """
    if sys.platform == "win32" and not names_can_be_on_windows(path):
        raise OpenError(path, *_REASONS[Cause.BAD_NAME])

    def cause(error: OSError) -> Cause:
        return cause_of_opening(error, path)

    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise OpenError(path, *(_FOLDER if stat.S_ISDIR(found.st_mode) else _SPECIAL_FILE))
        content = patiently(
            partial(_content_of, path, found.st_size), lambda error: cause(error) is Cause.IN_USE
        )
    except OSError as error:
        unknown = number_of(error), "probeer het opnieuw"
        raise OpenError(path, *_REASONS.get(cause(error), unknown)) from error
    except ValueError as error:  # a name that no file can have, such as one with a zero character
        raise OpenError(path, *_GONE) from error
    if len(content) > FILE_LIMIT:
        raise OpenError(path, *_TOO_LARGE)
    return content


def _content_of(path: Path, size: int) -> bytes:
    """Return the content of a file that had `size` bytes, up to one byte over the limit.

    The limit itself is not asked for at once: Python would reserve it all, which takes long on Windows.
    """
    with path.open("rb") as file:
        content = file.read(min(size, FILE_LIMIT) + 1)
        if size < len(content) <= FILE_LIMIT:  # it has grown meanwhile
            content += file.read(FILE_LIMIT + 1 - len(content))
        return content


def fingerprint_of(content: bytes) -> Fingerprint:
    """Return the fingerprint of a file with `content`, which has just been read or written."""
    import hashlib  # noqa: PLC0415  needed when a file is opened or saved, not for the window to open

    return Fingerprint(hashlib.sha256(content).hexdigest())


def current_fingerprint(path: Path) -> Fingerprint | None:
    """Return the fingerprint of the file at `path`, None if there is no file.

    A file that cannot be read has a fingerprint that no content has: it counts as changed.
    """
    try:
        return fingerprint_of(read_file(path))
    except OpenError as error:
        gone = isinstance(error.__cause__, FileNotFoundError | NotADirectoryError)
        return None if gone else _UNREADABLE
