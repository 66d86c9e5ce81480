"""What the program keeps for the next time: preferences, last files, account manager."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep
from typing import TYPE_CHECKING, cast

from msgspec.structs import asdict
from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QSettings

from vpt_desktop.domain.scan import AccountManager
from vpt_desktop.ui.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable

_PRIVATE = 0o600
"""Permission bits of what only its user may read."""

_LONGEST_FLUSH = 2.0
"""Seconds."""

_BETWEEN_ATTEMPTS = 0.1
"""Seconds."""

_ZOOM = "zoom"
_CHARACTER_KEYS = "character_keys"
_LIVE_SCORE = "live_score"
_DARK_SLIDES = "dark_slides"
_RECENT = "recent"
_RECENT_KEPT = 8
_ACCOUNT_MANAGER = "account_manager"
_WINDOW_PLACE = "window_place"


def keep_settings_in(folder: Path) -> None:
    """Store the preferences in `folder` from now on."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))


def keep_no_settings_of_dialogs() -> None:
    """Have Qt's own file dialog remember nothing, where that is in a file.

    At each end of one Qt would write it, and have the window wait as long as another program holds that file.
    """
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


class Preferences:
    """The preferences in `file`, or the user's own profile; a damaged or missing one counts as never set."""

    def __init__(self, file: Path | None = None) -> None:
        form = QSettings.Format.IniFormat
        self._open = (
            partial(QSettings, form, QSettings.Scope.UserScope, "VPT", "vpt-desktop")
            if file is None
            else partial(QSettings, str(file), form)
        )
        settings = self._open()
        self._values = {key: settings.value(key) for key in settings.allKeys()}
        self._unwritten: dict[str, object] = {}
        self._disk = Background(QCoreApplication.instance())

    def flush(self) -> None:
        """Return when all is written, or within two seconds if another program holds the settings."""
        self._disk.wait(_LONGEST_FLUSH)

    def _set(self, key: str, value: object) -> None:
        self._values[key] = self._unwritten[key] = value
        if not self._disk.is_busy:
            self._write()

    def _write(self, _: object = None) -> None:
        """Write in the background: another program on the same profile may hold the settings for long."""
        if self._unwritten:
            write = partial(_write, self._open, self._unwritten)
            self._unwritten = {}
            self._disk.run("", write, self._write, lambda _: None)

    @property
    def zoom(self) -> int:
        """The text size in per cent; 100 if never set."""
        try:
            return int(str(self._values.get(_ZOOM, 100)))
        except ValueError:
            return 100

    def set_zoom(self, zoom: int) -> None:
        """Remember the text size in per cent."""
        self._set(_ZOOM, zoom)

    @property
    def character_keys(self) -> bool:
        """Whether keys of a single character work; True if never set."""
        return self._is_on(_CHARACTER_KEYS, default=True)

    def set_character_keys(self, on: bool) -> None:
        """Remember whether keys of a single character work."""
        self._set(_CHARACTER_KEYS, on)

    @property
    def live_score(self) -> bool:
        """Whether the score is in sight all through a presentation; False if never set."""
        return self._is_on(_LIVE_SCORE, default=False)

    def set_live_score(self, on: bool) -> None:
        """Remember whether the score is in sight all through a presentation."""
        self._set(_LIVE_SCORE, on)

    @property
    def dark_slides(self) -> bool:
        """Whether the slides are dark; False if never set."""
        return self._is_on(_DARK_SLIDES, default=False)

    def set_dark_slides(self, on: bool) -> None:
        """Remember whether the slides are dark."""
        self._set(_DARK_SLIDES, on)

    @property
    def recent(self) -> tuple[Path, ...]:
        """The files of the last scans, the latest first; some may not exist any more."""
        import json  # noqa: PLC0415  not for the first frame

        try:
            names = json.loads(str(self._values.get(_RECENT, "[]")))
        except (ValueError, RecursionError):
            return ()
        return tuple(map(Path, map(str, cast("list[object]", names)))) if isinstance(names, list) else ()

    def add_recent(self, path: Path) -> None:
        """Remember a file as the latest."""
        import json  # noqa: PLC0415  not for the first frame

        kept = [path, *(other for other in self.recent if other != path)][:_RECENT_KEPT]
        self._set(_RECENT, json.dumps([str(other) for other in kept]))

    @property
    def account_manager(self) -> AccountManager:
        """The account manager of the last scan; empty if never set."""
        return AccountManager(
            **{
                name: str(self._values.get(f"{_ACCOUNT_MANAGER}/{name}", ""))
                for name in AccountManager.__struct_fields__
            },
        )

    def set_account_manager(self, manager: AccountManager) -> None:
        """Remember the account manager for the next scan."""
        for name, value in asdict(manager).items():
            self._set(f"{_ACCOUNT_MANAGER}/{name}", value)

    @property
    def window_place(self) -> bytes:
        """The place in which the main window was left, as Qt writes it; empty if never set."""
        try:
            return bytes.fromhex(str(self._values.get(_WINDOW_PLACE, "")))
        except ValueError:
            return b""

    def set_window_place(self, place: bytes) -> None:
        """Remember the place in which the main window is left."""
        self._set(_WINDOW_PLACE, place.hex())

    def _is_on(self, key: str, *, default: bool) -> bool:
        text = str(self._values.get(key, default)).lower()
        return text == "true" if text in {"true", "false"} else default


def _write(open_settings: Callable[[], QSettings], values: dict[str, object]) -> None:
    """Write `values` beside what else is in the settings by now, as soon as no other program holds them."""
    file = Path(os.path.realpath(open_settings().fileName()))
    with suppress(OSError):  # a profile that cannot be written keeps no preferences
        file.parent.mkdir(parents=True, exist_ok=True)
        lock = QtCore.QLockFile(f"{file}.lock")  # the one that QSettings uses
        while not lock.tryLock(0):  # QSettings itself would wait for it without letting the window go on
            if lock.error() != QtCore.QLockFile.LockError.LockFailedError:
                return
            sleep(_BETWEEN_ATTEMPTS)
        try:
            _merge(file, values)
        finally:
            lock.unlock()


def _merge(file: Path, values: dict[str, object]) -> None:
    """Write `values` into a copy of `file` and put that in its place."""
    with TemporaryDirectory(prefix=".vpt-", dir=file.parent) as folder:
        copy = Path(folder, file.name)
        copy.touch(_PRIVATE)  # it has the name, number and address of the account manager
        if file.exists():
            copy.write_bytes(file.read_bytes())
        settings = QSettings(str(copy), QSettings.Format.IniFormat)
        for key, value in values.items():
            settings.setValue(key, value)
        settings.sync()
        del settings
        copy.replace(file)
