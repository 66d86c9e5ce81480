"""What programs left behind that ended with unsaved work."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from vpt_desktop.errors import OpenError, OtherVersionError, RecoveryError
from vpt_desktop.storage.atomic_file import reason_for
from vpt_desktop.storage.file_reading import read_file
from vpt_desktop.storage.program_folder import ProgramFolder
from vpt_desktop.storage.recovery import FLUSHED, LATEST, decode, leave, remove

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vpt_desktop.domain.card import Card
    from vpt_desktop.storage.recovery import Work

_DAMAGED = ".beschadigd"
_DAMAGED_KEPT = 5
_LOOKED_INTO = 200
"""Folders of other programs that one search opens, the newest first; the next start goes on."""


class Orphan:
    """Work of a program that ended without discarding it; this program's, until `discard` or `release`."""

    def __init__(self, place: ProgramFolder, work: Work) -> None:
        self.work = work
        self._place = place

    def discard(self) -> None:
        """Remove it: the work is kept elsewhere or not wanted; RecoveryError if it cannot be removed."""
        for name in (FLUSHED, LATEST):
            remove(self._place, name)
        leave(self._place)

    def release(self) -> None:
        """Leave it for the next search of a program."""
        self._place.release()


class Unreadable(Struct, frozen=True):
    """Work that was left behind and cannot be brought back by this program."""

    path: Path
    """Where it is now: of damaged work, the file that it was set aside in."""
    damaged: bool
    """Whether nobody can read it; else another version of the program can."""


def orphans(folder: Path, card: Card) -> Iterator[Orphan | Unreadable]:
    """Yield what programs that are gone left in `folder`, the newest first.

    Only one place is held at a time: an Orphan must be discarded or released before the next is asked for,
    unless it is the one to go on with. What is damaged is set aside, under a name that ends in
    `.beschadigd`, of which the newest five are kept. What only another version of the program can read stays
    as it is, and so does, unmentioned, what the system does not let us read now.

    Raises:
        RecoveryError: the folder is there but cannot be looked into.
    """
    try:
        with os.scandir(folder) as entries:
            places = [Path(entry.path) for entry in entries if not Path(entry.name).suffix]
    except FileNotFoundError:
        return
    except OSError as error:
        raise RecoveryError(folder, reason_for(error, folder / LATEST)[0]) from error
    for path in sorted(places, key=_written, reverse=True)[:_LOOKED_INTO]:
        place = ProgramFolder.take(path)
        left = place and _left_in(place, card)
        if left:
            yield left
    _remove_oldest_damaged(folder)


def _written(place: Path) -> int:
    """Return when work was last written in a place, in nanoseconds since 1970; 0 where there is none."""
    times = [0]
    for name in (LATEST, FLUSHED):
        with suppress(OSError):
            times.append((place / name).stat().st_mtime_ns)
    return max(times)


def _left_in(place: ProgramFolder, card: Card) -> Orphan | Unreadable | None:
    """Return what is left in `place`, None if there is nothing to be had; only an Orphan holds the place."""
    refusals: dict[Path, OpenError] = {}
    for path in (place.path / LATEST, place.path / FLUSHED):
        try:
            return Orphan(place, decode(read_file(path), card, path))
        except OpenError as error:
            if not isinstance(error.__cause__, FileNotFoundError):
                refusals[path] = error
    for path, refusal in refusals.items():
        if isinstance(refusal, OtherVersionError):
            place.release()
            return Unreadable(path, damaged=False)
        if not isinstance(refusal.__cause__, OSError):
            return _set_aside(place, path)
    leave(place)
    return None


def _set_aside(place: ProgramFolder, path: Path) -> Unreadable:
    aside = place.path.with_suffix(_DAMAGED)
    try:
        path.replace(aside)
    except OSError:  # then it is in the way at the next start again, and no worse
        aside = path
    leave(place)
    return Unreadable(aside, damaged=True)


def _remove_oldest_damaged(folder: Path) -> None:
    with suppress(OSError):  # tidying up is no reason not to start
        damaged = sorted(folder.glob(f"*{_DAMAGED}"), key=lambda path: path.stat().st_mtime_ns)
        for path in damaged[:-_DAMAGED_KEPT]:
            path.unlink()
