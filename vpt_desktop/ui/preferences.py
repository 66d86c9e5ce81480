"""What the program remembers for the next time: wishes, and whom to call."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import asdict
from PySide6.QtCore import QSettings

from vpt_desktop.domain.scan import AccountManager

_ZOOM = "zoom"
_FIGURE_KEYS = "figure_keys"
_RECENT = "recent"
_RECENT_KEPT = 8
_ACCOUNT_MANAGER = "account_manager"


class Preferences:
    """The preferences in `file`, or the user's own profile; a damaged or missing one counts as never set."""

    def __init__(self, file: Path | None = None) -> None:
        form = QSettings.Format.IniFormat
        self._settings = (
            QSettings(form, QSettings.Scope.UserScope, "VPT", "vpt-desktop")
            if file is None
            else QSettings(str(file), form)
        )

    def flush(self) -> None:
        """Write to the disk at once what else would be written within a moment."""
        self._settings.sync()

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

    @property
    def figure_keys(self) -> bool:
        """Whether the keys 1-9 and 0 tick statements; True if never set."""
        return str(self._settings.value(_FIGURE_KEYS, defaultValue="true")).lower() != "false"

    def set_figure_keys(self, on: bool) -> None:
        """Remember whether the keys 1-9 and 0 tick statements."""
        self._settings.setValue(_FIGURE_KEYS, on)

    @property
    def recent(self) -> tuple[Path, ...]:
        """The files of the last scans, the latest first; those that are still there."""
        lines = str(self._settings.value(_RECENT, defaultValue="")).splitlines()
        return tuple(path for line in lines if (path := Path(line)).is_file())

    def add_recent(self, path: Path) -> None:
        """Remember a file as the latest."""
        kept = [path, *(other for other in self.recent if other != path)][:_RECENT_KEPT]
        self._settings.setValue(_RECENT, "\n".join(map(str, kept)))

    @property
    def account_manager(self) -> AccountManager:
        """The account manager of the last scan; empty if never set."""
        return AccountManager(
            **{
                name: str(self._settings.value(f"{_ACCOUNT_MANAGER}/{name}", ""))
                for name in AccountManager.__struct_fields__
            },
        )

    def set_account_manager(self, manager: AccountManager) -> None:
        """Remember the account manager for the next scan."""
        for name, value in asdict(manager).items():
            self._settings.setValue(f"{_ACCOUNT_MANAGER}/{name}", value)
