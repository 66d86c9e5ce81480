"""Keeps a measured process away from the user's own settings."""

import os

from PySide6.QtCore import QSettings


def use_empty_profile() -> None:
    """Read and write settings in the folder XDG_CONFIG_HOME, on the systems that do not heed it, too."""
    folder = os.environ["XDG_CONFIG_HOME"]
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
