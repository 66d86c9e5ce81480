"""What the program remembers of the user's wishes, and nothing of what is typed."""

from __future__ import annotations

from PySide6.QtCore import QSettings

_ZOOM = "zoom"


class Preferences:
    """The preferences in the user's own profile; a damaged or missing one counts as never set."""

    def __init__(self) -> None:
        self._settings = QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "VPT", "vpt-desktop"
        )

    @property
    def zoom(self) -> int:
        """The text size in per cent; 100 if never set."""
        try:
            return int(str(self._settings.value(_ZOOM, 100)))
        except ValueError:
            return 100

    def set_zoom(self, zoom: int) -> None:
        """Remember the text size in per cent."""
        self._settings.setValue(_ZOOM, zoom)
