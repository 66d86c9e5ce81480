"""Where a user's unsaved work, log and settings lie: in the profile, or beside a program on a USB stick."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QStandardPaths

_MARKS = ("portable", "portable.txt")
"""The second is what an editor makes of the first where the system hides the endings of names."""


def portable_folder() -> Path | None:
    """Return the folder that keeps everything, if a file `portable` lies beside the bundle; else None.

    A source tree or an installed wheel has no place of its own that a user carries around: there, it is None.
    """
    if not getattr(sys, "frozen", False):
        return None
    program = Path(sys.executable)
    # A macOS bundle is a folder that nothing may be added to, and that the user sees as the program.
    program = next((folder for folder in program.parents if folder.suffix == ".app"), program)
    is_portable = any(program.with_name(mark).is_file() for mark in _MARKS)
    return program.with_name("gegevens") if is_portable else None


def recovery_folder() -> Path:
    """Return where unsaved work is kept."""
    return _data_folder() / "herstel"


def log_file() -> Path:
    """Return where the log of unforeseen errors lies."""
    return _data_folder() / "vpt-desktop.log"


def _data_folder() -> Path:
    profile = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return portable_folder() or Path(profile)
