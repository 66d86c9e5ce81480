"""What survives a crash, a kill or a pulled plug: the scan as it was when last changed, saved or not.

Every running program writes in a folder of its own. What it writes is flushed to the disk before it takes the
place of what it wrote before, so that even a power cut leaves one of the two, whole; on a local disk that
takes about a millisecond, so there is no need to choose between safe and fast.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from vpt_desktop.domain.scan import Scan
from vpt_desktop.errors import OpenError, OtherVersionError, RecoveryError, SaveError
from vpt_desktop.storage.atomic_file import reason_for, write_atomically
from vpt_desktop.storage.file_reading import Fingerprint, read_file
from vpt_desktop.storage.json_file import ADVICE, Head, decode_document
from vpt_desktop.storage.program_folder import ProgramFolder
from vpt_desktop.storage.scan_file import decode_scan, encode_scan

if TYPE_CHECKING:
    from vpt_desktop.domain.card import Card

_WORK = "werk.vpt-herstel"
_DAMAGED = ".beschadigd"
_DAMAGED_KEPT = 5

_HEAD = Head(format="vpt-herstel", version=1)


class Work(Struct, frozen=True):
    """An open scan, and how it stands to its file."""

    scan: Scan
    file: Path | None = None
    fingerprint: Fingerprint | None = None
    """Of the file's content when it was opened or saved last."""


class _WorkFile(Head, forbid_unknown_fields=True):
    """The first line of a recovery file; the rest is the scan as a `.vpt` file."""

    file: str | None
    fingerprint: str | None = msgspec.field(name="stamp")  # as version 1 of the format has it


class RecoveryFile:
    """Where this program keeps its work; no other running program touches it."""

    def __init__(self, folder: Path, card: Card) -> None:
        """Make a place in `folder`; RecoveryError if that cannot be: the program then does without."""
        try:
            self._place = ProgramFolder.create(folder)
        except OSError as error:
            raise RecoveryError(folder, reason_for(error, folder)[0]) from error
        self._card = card

    def write(self, work: Work) -> None:
        """Keep `work` instead of what was kept before; once this returns, a power cut does not undo it.

        Takes about a millisecond on a local disk. Any thread may call it, one at a time.

        Raises:
            RecoveryError: it could not be written; what was kept before is still there, whole.
            TextTooLongError: a text in the scan is too long to be kept.
        """
        content = _encode(work, self._card)
        try:
            write_atomically(self._place.path / _WORK, content)
        except SaveError as error:
            raise RecoveryError(self._place.path.parent, error.reason) from error

    def discard(self) -> None:
        """Keep nothing, until the next `write`; RecoveryError if what was kept cannot be removed."""
        _discard(self._place)

    def close(self) -> None:
        """Leave the place at the end of the program, with the work that was not discarded if there is any."""
        _leave(self._place)


class Orphan:
    """Work of a program that ended without discarding it; this program's, until `discard` or `release`."""

    def __init__(self, place: ProgramFolder, work: Work, written: int) -> None:
        self.work = work
        self.written = written
        """When it was written, in nanoseconds since 1970, by the clock of the disk."""
        self._place = place

    def discard(self) -> None:
        """Remove it: the work is kept elsewhere or not wanted; RecoveryError if it cannot be removed."""
        _discard(self._place)
        _leave(self._place)

    def release(self) -> None:
        """Leave it for the next start of a program."""
        self._place.release()


def orphans(folder: Path, card: Card) -> list[Orphan]:
    """Take from `folder` what programs that are gone left there, the newest work first.

    What is damaged is set aside, under a name that ends in `.beschadigd`; the newest five of these are kept.
    What only another version of the program can read, or the system does not let us read, stays as it is.

    Raises:
        RecoveryError: the folder is there but cannot be looked into.
    """
    try:
        paths = list(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise RecoveryError(folder, reason_for(error, folder)[0]) from error
    places = [place for path in paths if not path.suffix and (place := ProgramFolder.take(path))]
    found = [orphan for place in places if (orphan := _orphan(place, card))]
    _remove_oldest_damaged(folder)
    return sorted(found, key=lambda orphan: orphan.written, reverse=True)


def _orphan(place: ProgramFolder, card: Card) -> Orphan | None:
    """Return the work in `place`, None if there is none to be had; the place is then left."""
    path = place.path / _WORK
    try:
        work = _decode(read_file(path), card, path)
        return Orphan(place, work, path.stat().st_mtime_ns)
    except OtherVersionError:
        place.release()
    except OpenError as error:
        if not isinstance(error.__cause__, OSError):
            with suppress(OSError):  # then it is in the way at the next start again, and no worse
                path.replace(place.path.with_suffix(_DAMAGED))
        _leave(place)
    return None


def _encode(work: Work, card: Card) -> bytes:
    # A name on disk is bytes, which need not be text: here every byte is the character of that number.
    file = None if work.file is None else os.fsencode(work.file).decode("latin-1")
    head = _WorkFile(_HEAD.format, _HEAD.version, file, work.fingerprint)
    return msgspec.json.encode(head) + b"\n" + encode_scan(work.scan, card)


def _decode(content: bytes, card: Card, path: Path) -> Work:
    """Return the work in `content`, which came out of the file at `path`; OpenError if there is none."""
    first, _, rest = content.partition(b"\n")
    head = decode_document(first, _WorkFile, _HEAD, path)
    scan = decode_scan(rest, card, path)
    try:
        file = None if head.file is None else Path(os.fsdecode(head.file.encode("latin-1")))
    except UnicodeError as error:
        raise OpenError(path, "de naam van het bestand is beschadigd", ADVICE) from error
    fingerprint = None if head.fingerprint is None else Fingerprint(head.fingerprint)
    return Work(scan, file, fingerprint)


def _discard(place: ProgramFolder) -> None:
    try:
        (place.path / _WORK).unlink(missing_ok=True)
    except OSError as error:
        raise RecoveryError(place.path.parent, reason_for(error, place.path)[0]) from error


def _leave(place: ProgramFolder) -> None:
    """Let go of `place`, and remove it when no work is left in it."""
    if os.path.lexists(place.path / _WORK):
        place.release()
    else:
        place.remove()


def _remove_oldest_damaged(folder: Path) -> None:
    with suppress(OSError):  # tidying up is no reason not to start
        damaged = sorted(folder.glob(f"*{_DAMAGED}"), key=lambda path: path.stat().st_mtime_ns)
        for path in damaged[:-_DAMAGED_KEPT]:
            path.unlink()
