"""Keeps a measured process away from the user's own settings and unsaved work."""

import os

from PySide6.QtCore import QSettings, QStandardPaths


def use_empty_profile() -> None:
    """Read and write settings in the folder XDG_CONFIG_HOME, on the systems that do not heed it, too.

    All else goes where Qt has tests write: a program takes up, and may remove, the work that it finds.
    """
    folder = os.environ["XDG_CONFIG_HOME"]
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
    QStandardPaths.setTestModeEnabled(True)
