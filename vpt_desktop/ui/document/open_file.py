"""The file that this program has open, as other programs can know: on Windows by a mark on its window."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from vpt_desktop.errors import OpenError

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":
    from vpt_desktop.ui.document.marked_window import is_shown_elsewhere, mark

    class OpenFile:
        """Marks this program's window with its file, and brings another's to the front."""

        def __init__(self, _folder: Path) -> None:
            self._marked: tuple[int, Path] | None = None

        def hold(self, path: Path | None, window: int) -> None:
            """Make it known that this program has the file at `path`, or none, open in that window."""
            if self._marked is not None:
                mark(*self._marked, remove=True)
            self._marked = None if path is None else (window, path)
            if self._marked is not None:
                mark(*self._marked)

        def is_elsewhere(self, path: Path) -> bool:
            """Return whether another program has the file at `path` open; if so, that is in front now."""
            return is_shown_elsewhere(path)
else:
    from vpt_desktop.storage.open_name import OpenName

    class OpenFile:
        """Holds the name of this program's file in a folder."""

        def __init__(self, folder: Path) -> None:
            self._name = OpenName(folder)

        def hold(self, path: Path | None, _window: int) -> None:
            """Make it known that this program has the file at `path`, or none, open."""
            self._name.hold(path)

        def is_elsewhere(self, path: Path) -> bool:
            """Return whether another program has the file at `path` open."""
            return self._name.is_held_elsewhere(path)


def refuse_if_elsewhere(path: Path, open_file: OpenFile | None) -> None:
    """Raise OpenError if another program has the file at `path` open."""
    if open_file is not None and open_file.is_elsewhere(path):
        raise OpenError(path, "het is al open in een ander venster van VPT Desktop", "ga daar verder")
