"""Folders for unsaved work, log and settings: in the profile, or beside a program on a USB stick."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QStandardPaths

_MARKS = ("portable", "portable.txt")
"""The second is the first as an editor saves it where the system hides file extensions."""


def portable_folder() -> Path | None:
    """Return the folder for all data, if there is a file `portable` beside the bundle; else None.

    None in a source tree or an installed wheel, which no user carries around.
    """
    if not getattr(sys, "frozen", False):
        return None
    program = Path(sys.executable)
    # A macOS bundle is a folder that must not be changed, and that the user sees as the program.
    program = next((folder for folder in program.parents if folder.suffix == ".app"), program)
    is_portable = any(program.with_name(mark).is_file() for mark in _MARKS)
    return program.with_name("gegevens") if is_portable else None


def recovery_folder() -> Path:
    """Return the folder of unsaved work."""
    return _data_folder() / "herstel"


def log_file() -> Path:
    """Return the path of the log of unexpected errors."""
    return _data_folder() / "vpt-desktop.log"


def _data_folder() -> Path:
    profile = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return portable_folder() or Path(profile)
