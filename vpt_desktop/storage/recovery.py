"""Recovery of unsaved work after a crash, a kill or a power cut.

Every running program writes in a folder of its own. A new version is flushed to the disk before it replaces
the old one, so that even a power cut leaves one of the two, whole; on a local disk that takes about a
millisecond.
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
    """An open scan, and the file that it was opened from or saved in last, if any."""

    scan: Scan
    file: Path | None = None
    fingerprint: Fingerprint | None = None
    """Of the file's content when it was opened or saved last."""


class _WorkFile(Head, forbid_unknown_fields=True):
    """The first line of a recovery file; the rest is the scan as a `.vpt` file."""

    file: str | None
    fingerprint: str | None = msgspec.field(name="stamp")  # as version 1 of the format has it


class RecoveryFile:
    """The recovery file of this program; no other running program touches it."""

    def __init__(self, folder: Path, card: Card) -> None:
        """Create a folder for this program in `folder`; RecoveryError if that fails."""
        try:
            self._held = ProgramFolder.create(folder)
        except OSError as error:
            raise RecoveryError(folder, reason_for(error, folder / _WORK)[0]) from error
        self._card = card

    def write(self, work: Work) -> None:
        """Replace the content of the file by `work`; once this returns, it is on the disk.

        Takes about a millisecond on a local disk. Any thread may call it, one at a time.

        Raises:
            RecoveryError: it cannot be written; the work that was there before still is, whole.
            TextTooLongError: a text in the scan is longer than `TEXT_LIMIT`.
        """
        content = _encode(work, self._card)
        try:
            write_atomically(self._held.path / _WORK, content)
        except SaveError as error:
            raise RecoveryError(self._held.path.parent, error.reason) from error

    def discard(self) -> None:
        """Remove the file, until the next `write`; RecoveryError if that fails."""
        _discard(self._held)

    def close(self) -> None:
        """End; work that was written and not discarded is left for the next start."""
        _unlock(self._held)


class Orphan:
    """Work of a program that ended without discarding it, locked until `discard` or `release`."""

    def __init__(self, held: ProgramFolder, work: Work, written: int) -> None:
        self.work = work
        self.written = written
        """When it was written, in nanoseconds since 1970, by the clock of the disk."""
        self._held = held

    def discard(self) -> None:
        """Remove it, once it is written elsewhere or not wanted; RecoveryError if that fails."""
        _discard(self._held)
        _unlock(self._held)

    def release(self) -> None:
        """Unlock it, and leave it for the next start."""
        self._held.release()


def orphans(folder: Path, card: Card) -> list[Orphan]:
    """Lock and return the work that ended programs left in `folder`, the newest first.

    A damaged file is moved to a name that ends in `.beschadigd`; the newest five of these are kept. A file
    that only another version of the program can read, or that the system cannot read now, is left as it is.

    Raises:
        RecoveryError: the folder is there but cannot be listed.
    """
    try:
        paths = list(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise RecoveryError(folder, reason_for(error, folder / _WORK)[0]) from error
    taken = [held for path in paths if not path.suffix and (held := ProgramFolder.take(path))]
    found = [orphan for held in taken if (orphan := _orphan(held, card))]
    _remove_oldest_damaged(folder)
    return sorted(found, key=lambda orphan: orphan.written, reverse=True)


def _orphan(held: ProgramFolder, card: Card) -> Orphan | None:
    """Return the work in `held`, None if there is none that can be read; it is then unlocked."""
    path = held.path / _WORK
    try:
        work = _decode(read_file(path), card, path)
        return Orphan(held, work, path.stat().st_mtime_ns)
    except OtherVersionError:
        held.release()
    except OpenError as error:
        if not isinstance(error.__cause__, OSError):
            with suppress(OSError):  # the next start tries again
                path.replace(held.path.with_suffix(_DAMAGED))
        _unlock(held)
    return None


def _encode(work: Work, card: Card) -> bytes:
    # A file name is bytes, which need not be UTF-8: every byte becomes the character of that number.
    file = None if work.file is None else os.fsencode(work.file).decode("latin-1")
    head = _WorkFile(_HEAD.format, _HEAD.version, file, work.fingerprint)
    return msgspec.json.encode(head) + b"\n" + encode_scan(work.scan, card)


def _decode(content: bytes, card: Card, path: Path) -> Work:
    """Return the work in `content`, the content of the file at `path`; OpenError if it has none."""
    first, _, rest = content.partition(b"\n")
    head = decode_document(first, _WorkFile, _HEAD, path)
    scan = decode_scan(rest, card, path)
    try:
        file = None if head.file is None else Path(os.fsdecode(head.file.encode("latin-1")))
    except UnicodeError as error:
        raise OpenError(path, "de naam van het bestand is beschadigd", ADVICE) from error
    fingerprint = None if head.fingerprint is None else Fingerprint(head.fingerprint)
    return Work(scan, file, fingerprint)


def _discard(held: ProgramFolder) -> None:
    try:
        (held.path / _WORK).unlink(missing_ok=True)
    except OSError as error:
        raise RecoveryError(held.path.parent, reason_for(error, held.path / _WORK)[0]) from error


def _unlock(held: ProgramFolder) -> None:
    """Unlock `held`, and remove it if no work is left in it."""
    if os.path.lexists(held.path / _WORK):
        held.release()
    else:
        held.remove()


def _remove_oldest_damaged(folder: Path) -> None:
    with suppress(OSError):  # failing to remove them is no reason not to start
        damaged = sorted(folder.glob(f"*{_DAMAGED}"), key=lambda path: path.stat().st_mtime_ns)
        for path in damaged[:-_DAMAGED_KEPT]:
            path.unlink()
