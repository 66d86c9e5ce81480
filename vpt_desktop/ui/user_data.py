"""Folders for unsaved work, log and settings: in the profile, or beside a program on a USB stick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vpt_desktop.user_folder import data_folder

if TYPE_CHECKING:
    from pathlib import Path


def recovery_folder() -> Path:
    """Return the folder of unsaved work."""
    return data_folder() / "herstel"


def open_names_folder() -> Path:
    """Return the folder with a lock for each file that a running program has open."""
    return data_folder() / "geopend"


def log_file() -> Path:
    """Return the path of the log of unexpected errors."""
    return data_folder() / "vpt-desktop.log"
