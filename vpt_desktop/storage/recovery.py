"""What survives a crash, a kill or a power cut: the scan as it was when last changed, saved or not.

Every running program writes in a folder of its own, each state twice. The latest is put into place without
waiting for the disk, so that it outlasts the program however that ends; then the same is flushed to the disk,
for as long as that takes, and only then takes the place of the flushed state before it, so that a power cut
leaves one of the two, whole.
"""

from __future__ import annotations

import os
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from vpt_desktop.domain.scan import Scan
from vpt_desktop.errors import OpenError, RecoveryError, SaveError, TextTooLongError
from vpt_desktop.storage.atomic_file import reason_for, write_atomically
from vpt_desktop.storage.file_reading import Fingerprint
from vpt_desktop.storage.json_file import ADVICE, Head, decode_document, prepare
from vpt_desktop.storage.program_folder import ProgramFolder
from vpt_desktop.storage.scan_file import decode_scan, encode_scan, shortened

if TYPE_CHECKING:
    from vpt_desktop.domain.card import Card

LATEST = "laatste.vpt-herstel"
FLUSHED = "werk.vpt-herstel"

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


prepare(_WorkFile)


class RecoveryFile:
    """Where this program keeps its work; no other running program touches it.

    `write` and `flush` may be called from two threads, the rest from the thread of `write`.
    """

    def __init__(self, folder: Path, card: Card) -> None:
        self._folder = folder
        self._card = card
        self._place: ProgramFolder | None = None
        self._content: bytes | None = None
        """What was written last; None after a discard."""
        self._lock = Lock()

    def open(self) -> None:
        """Make this program's own place in the folder; RecoveryError if that cannot be."""
        if self._place is not None and self._place.path.is_dir():
            return
        try:
            self._place = ProgramFolder.create(self._folder)
        except OSError as error:
            raise RecoveryError(self._folder, reason_for(error, self._folder / LATEST)[0]) from error

    def write(self, work: Work) -> None:
        """Keep `work` instead of what was kept before: from now on, an end of the program does not undo it.

        Raises:
            RecoveryError: it could not be written; what was kept before is still there, whole.
        """
        content = _encode(work, self._card)
        self.open()
        self._put(LATEST, content, flushed=False)
        with self._lock:
            self._content = content

    def flush(self) -> None:
        """Have what was written last outlast a power cut; returns once the disk has it.

        Raises:
            RecoveryError: the disk did not take it; what was flushed before is still there, whole.
        """
        with self._lock:
            content = self._content
        if content is None:
            return
        self._put(FLUSHED, content, flushed=True)
        with self._lock:
            if self._content is None:  # discarded meanwhile
                self._remove(FLUSHED)

    def discard(self) -> None:
        """Keep nothing, until the next `write`; RecoveryError if what was kept cannot be removed."""
        self.open()
        with self._lock:
            self._content = None
            self._remove(FLUSHED)
            self._remove(LATEST)

    def close(self) -> None:
        """Leave the place at the end of the program, with the work that was not discarded if there is any."""
        if self._place is not None:
            leave(self._place)

    def _put(self, name: str, content: bytes, *, flushed: bool) -> None:
        assert self._place is not None, "there is content once a place was made for it"  # noqa: S101
        try:
            write_atomically(self._place.path / name, content, flushed=flushed)
        except SaveError as error:
            raise RecoveryError(self._folder, error.reason) from error

    def _remove(self, name: str) -> None:
        assert self._place is not None, "what is removed was put there"  # noqa: S101
        remove(self._place, name)


def _encode(work: Work, card: Card) -> bytes:
    # A name on disk is bytes, which need not be text: here every byte is the character of that number.
    file = None if work.file is None else os.fsencode(work.file).decode("latin-1")
    head = _WorkFile(_HEAD.format, _HEAD.version, file, work.fingerprint)
    try:
        content = encode_scan(work.scan, card)
    except TextTooLongError:  # what fits of a text is better than nothing
        content = encode_scan(shortened(work.scan), card)
    return msgspec.json.encode(head) + b"\n" + content


def decode(content: bytes, card: Card, path: Path) -> Work:
    """Return the work in `content`, which came out of the file at `path`; OpenError if there is none."""
    first, _, rest = content.partition(b"\n")
    head = decode_document(first, {_HEAD.version: _WorkFile}, _HEAD.format, path)
    scan = decode_scan(rest, card, path)
    try:
        file = None if head.file is None else Path(os.fsdecode(head.file.encode("latin-1")))
    except UnicodeError as error:
        raise OpenError(path, "de naam van het bestand is beschadigd", ADVICE) from error
    fingerprint = None if head.fingerprint is None else Fingerprint(head.fingerprint)
    return Work(scan, file, fingerprint)


def remove(place: ProgramFolder, name: str) -> None:
    """Remove a file of a place, if it is there; RecoveryError if it stays."""
    try:
        (place.path / name).unlink(missing_ok=True)
    except OSError as error:
        raise RecoveryError(place.path.parent, reason_for(error, place.path / name)[0]) from error


def leave(place: ProgramFolder) -> None:
    """Let go of `place`, and remove it when no work is left in it."""
    if any(os.path.lexists(place.path / name) for name in (LATEST, FLUSHED)):
        place.release()
    else:
        place.remove()
