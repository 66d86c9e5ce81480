"""Saves what is made of a region, off the window's thread, in a file that is asked for."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal

from vpt_desktop.region_outputs import OverlapError, forget, shared_version, working_version
from vpt_desktop.region_writing import Kind, Writing
from vpt_desktop.ui.background import Background
from vpt_desktop.ui.widgets.file_dialog import FileDialog, folder_dialog, show_within
from vpt_desktop.user_folder import data_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from vpt_desktop.errors import VptError
    from vpt_desktop.region_outputs import LaidTogether, Version

_NAMES = {Kind.PDF: "PDF-bestand", Kind.SPREADSHEET: "Spreadsheet"}


class RegionSaving(QObject):
    """Asks where a version of the region goes, and writes it there."""

    succeeded = Signal(str)
    """One sentence on what was done."""

    failed = Signal(str)
    """One sentence on what did not work."""

    refused = Signal(str, object)
    """Why no deelversie may be made, and what to call if the earlier one was not shared."""

    waiting = Signal(str)
    """What is being made, for over a second by now; "" once it is done."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._background = Background(self)
        self._background.waiting.connect(self.waiting)
        self._stops: list[Callable[[], object]] = []
        """What stops the work that goes on."""
        self._writings = 0

    def save(self, source: LaidTogether, kind: Kind, *, shared: bool) -> None:
        """Make the deelversie, or else the werkversie, of a region as a file of that kind."""
        stopped = Event()
        self._stops.append(stopped.set)

        def work() -> Version:
            if shared:
                today = dt.date.today()  # noqa: DTZ011  the day on the user's calendar
                return shared_version(source, data_folder(), today)
            return working_version(source, stopped.is_set)

        def made(version: Version) -> None:
            self._stops.remove(stopped.set)
            if self._window.isVisible():  # else it was closed meanwhile
                self._ask(kind, version)

        def failed(error: VptError) -> None:
            self._stops.remove(stopped.set)
            if isinstance(error, OverlapError):
                self.refused.emit(str(error), partial(self._forget, error, source, kind))
            else:
                self.failed.emit(str(error))

        self._background.run("het overzicht wordt gemaakt", work, made, failed)

    def stop(self) -> None:
        """Stop what is being made; `failed` follows."""
        for stop in self._stops:
            stop()

    @property
    def is_writing(self) -> bool:
        """Whether a file that was asked for is not there yet."""
        return self._writings > 0

    def when_written(self, then: Callable[[], object]) -> None:
        """Call `then` once all files are there, or at once; not if one fails till then."""
        if self.is_writing:
            self._background.when_done(then)
        else:
            then()

    def settle(self) -> None:
        """Stop, and return when nothing is being made any more."""
        self.stop()
        self._background.wait()

    def _forget(self, error: OverlapError, source: LaidTogether, kind: Kind) -> None:
        self._background.run(
            "de vorige deelversie wordt vergeten",
            partial(forget, error.overlap, data_folder()),
            lambda _: self.save(source, kind, shared=True),
            self._on_failed,
        )

    def _ask(self, kind: Kind, version: Version) -> None:
        if kind is Kind.CSV:
            folders = folder_dialog(self._window, "Map voor de CSV-bestanden", self._folder)
            folders.fileSelected.connect(partial(self._write_in, version))
            show_within(folders, self._window)
        else:
            title = f"{version.name} opslaan"
            dialog = FileDialog(self._window, title, self._folder, _NAMES[kind], kind.value)
            dialog.propose(version.name + kind.value)
            dialog.ask(partial(self.write, version, kind))

    def _write_in(self, version: Version, folder: str) -> None:
        self.write(version, Kind.CSV, Path(folder))

    def write(self, version: Version, kind: Kind, path: Path) -> None:
        """Write the version at `path`; `succeeded` or `failed` follows."""
        self._folder = str(path if kind is Kind.CSV else path.parent)
        writing = Writing()
        self._stops.append(writing.stop)
        self._writings += 1

        def end() -> None:
            self._stops.remove(writing.stop)
            self._writings -= 1

        def written(remark: str) -> None:
            end()
            self.succeeded.emit(f"Opgeslagen: {path}{remark}")

        def failed(error: VptError) -> None:
            end()
            self._on_failed(error)

        work = partial(writing.write, version, {kind: path}, data_folder())
        self._background.run(f"{path.name} wordt gemaakt", work, written, failed)

    def _on_failed(self, error: VptError) -> None:
        self.failed.emit(str(error))
