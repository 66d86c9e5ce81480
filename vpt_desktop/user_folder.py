"""The folder of a user's own things: in the profile, or beside a program on a USB stick; found without Qt."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_MARKS = ("portable", "portable.txt")
"""The second is the first as an editor saves it where the system hides file extensions."""

_NAME = "vpt-desktop"


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


def data_folder() -> Path:
    """Return the folder that Qt calls AppLocalDataLocation, or the portable one."""
    return portable_folder() or _profile() / _NAME


def _profile() -> Path:
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    if sys.platform == "darwin":
        return home / "Library" / "Application Support"
    shared = os.environ.get("XDG_DATA_HOME", "")
    return Path(shared) if shared.startswith("/") else home / ".local" / "share"
