"""Keeps, on this computer only, which scans went into the deelversies that were made of regions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from vpt_desktop.domain.region.composition import Composition  # noqa: TC001  msgspec needs it to read a file
from vpt_desktop.errors import CompositionsError, OpenError, SaveError, UnflushedError
from vpt_desktop.storage.atomic_file import write_atomically
from vpt_desktop.storage.file_reading import read_file
from vpt_desktop.storage.json_file import Head, decode_document, prepare

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_NAME = "deelversies.json"

_FORMAT = "vpt-deelversies"

_UNREADABLE = "dat bestand is beschadigd of niet te lezen"


class _File(Head, forbid_unknown_fields=True):
    compositions: tuple[Composition, ...]


prepare(_File)


def read_compositions(folder: Path) -> tuple[Composition, ...]:
    """Return what was kept in `folder`, nothing if nothing ever was.

    Raises:
        CompositionsError: the file is damaged or cannot be read.
    """
    path = folder / _NAME
    try:
        return decode_document(read_file(path), {1: _File}, _FORMAT, path).compositions
    except OpenError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            return ()
        raise CompositionsError(path, _UNREADABLE) from error


def write_compositions(folder: Path, compositions: Iterable[Composition]) -> None:
    """Keep `compositions` in `folder`, which is made if it is not there, instead of what was kept.

    Raises:
        CompositionsError: the file cannot be written.
    """
    path = folder / _NAME
    content = msgspec.json.encode(_File(_FORMAT, 1, tuple(compositions)))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(path, msgspec.json.format(content) + b"\n")
    except UnflushedError:
        pass  # it is kept, but for a power cut within seconds
    except SaveError as error:
        raise CompositionsError(path, error.reason) from error
    except OSError as error:
        raise CompositionsError(path, "die map kan niet worden gemaakt") from error
