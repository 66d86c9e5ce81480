"""Files that are dragged from another program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent


def dragged_files(event: QDropEvent) -> list[Path]:
    """Return the paths of the files that are dragged or dropped; a link to elsewhere is none."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def accept_as_copy(event: QDropEvent) -> None:
    """Accept a drop as a copy: after a move, its source may delete the file."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
