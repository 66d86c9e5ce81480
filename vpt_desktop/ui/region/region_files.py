"""The files of a region and what was chosen by hand, read and laid together off the window's thread."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from vpt_desktop.domain.region.region_file import Choices
from vpt_desktop.region_outputs import laid_together
from vpt_desktop.storage.region_reading import RegionReading
from vpt_desktop.ui.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.region.region_file import RegionFile
    from vpt_desktop.errors import VptError
    from vpt_desktop.storage.region_reading import FoundFile

_PACE = 100
"""Milliseconds between two reports of progress."""


class RegionFiles(QObject):
    """Reads files, applies what is chosen, and reports the region after each change."""

    changed = Signal(object)
    """The LaidTogether as it is now."""

    decided = Signal()
    """Something was chosen by hand."""

    progressed = Signal(int, int)
    """How many files are read, and of how many; twice 0 when nothing is being read any more."""

    stopped = Signal(int, int)
    """Reading was stopped after so many of so many files."""

    failed = Signal(str)
    """One sentence on what did not work."""

    def __init__(self, card: Card, parent: QObject) -> None:
        super().__init__(parent)
        self._card = card
        self._day = dt.date.today()  # noqa: DTZ011  the day on the user's calendar
        self._files: dict[str, FoundFile] = {}
        self._places: dict[Path, None] = {}
        """The files and folders that were asked for."""
        self._choices = Choices()
        self._background = Background(self)
        self._readings: list[RegionReading] = []
        self._counting_is_due = False
        self._pace = QTimer(self, interval=_PACE)
        self._pace.timeout.connect(self._on_pace)

    @property
    def day(self) -> dt.date:
        """The reference date."""
        return self._day

    def add(self, places: Iterable[Path]) -> None:
        """Read files and folders, and take them in beside what is there; what is there is read again."""
        wanted = tuple(places)
        self._places |= dict.fromkeys(wanted)
        self._read(wanted)

    def _read(self, wanted: tuple[Path, ...]) -> None:
        reading = RegionReading()
        self._readings.append(reading)
        self._pace.start()
        self._background.run(
            "de bestanden worden gelezen",
            partial(reading.read, wanted),
            partial(self._on_read, reading, wanted),
            self._on_failed,
        )

    def read_again(self) -> bool:
        """Read all files as they are now, new ones in the folders too; return False if there are none."""
        wanted = (*self._places, *(found.path for found in self._files.values()))
        if wanted:
            self._read(wanted)
        return bool(wanted)

    def stop(self) -> None:
        """Stop reading; what is read stays."""
        for reading in self._readings:
            reading.stop()

    def clear(self) -> Callable[[], object] | None:
        """Take out all files, those that are still being read too, and forget what was chosen.

        Returns what puts them back, None if there were none.
        """
        files, places, choices = dict(self._files), dict(self._places), self._choices
        self.stop()
        self._readings.clear()
        self._end_progress()
        self._files.clear()
        self._places.clear()
        self.choose(Choices())

        def put_back() -> None:
            self._files = {**files, **self._files}
            self._places |= places
            self.choose(choices)

        return put_back if files else None

    def forget_choices(self) -> Callable[[], object] | None:
        """Let the rules alone decide which files count.

        Returns what brings back what was chosen, None if nothing was.
        """
        choices = self._choices
        self.choose(Choices())
        return partial(self.choose, choices) if choices != Choices() else None

    def set_counting(self, key: str, counts: bool) -> None:
        """Take in the file with that key by hand, or leave it out."""
        left_out, taken_in = self._choices.left_out - {key}, self._choices.taken_in - {key}
        chosen = {"taken_in": taken_in | {key}} if counts else {"left_out": left_out | {key}}
        self._decide(replace(self._choices, **{"left_out": left_out, "taken_in": taken_in, **chosen}))

    def join(self, one: RegionFile, other: RegionFile) -> None:
        """Take two files for scans of the same organisation."""
        self._decide(self._choices.joining(one, other))

    def set_apart(self, file: RegionFile, counted: RegionFile) -> None:
        """Take a file, instead of which `counted` counts, for a scan of a different organisation."""
        self._decide(self._choices.setting_apart(file, counted))

    def _decide(self, choices: Choices) -> None:
        self.choose(choices)
        self.decided.emit()

    def choose(self, choices: Choices) -> None:
        """Replace all that was chosen by hand."""
        self._choices = choices
        self._lay_together()

    def set_day(self, day: dt.date) -> None:
        """Set the reference date."""
        self._day = day
        self._lay_together()

    def wait(self) -> None:
        """Return when all is read and counted."""
        self._background.wait()

    def settle(self) -> None:
        """Stop, and return when nothing is being read any more."""
        self.stop()
        self.wait()

    def _on_read(
        self, reading: RegionReading, wanted: tuple[Path, ...], files: tuple[FoundFile, ...]
    ) -> None:
        if reading not in self._readings:  # the list was cleared meanwhile
            return
        self._readings.remove(reading)
        if not self._readings:
            self._end_progress()
        if reading.is_stopped:
            self.stopped.emit(reading.done, reading.found)
        else:
            for place in wanted:  # one that was a folder without scans may hold some now
                self._files.pop(str(place), None)
        self._files |= {found.file.key: found for found in files}
        self._lay_together()

    def _end_progress(self) -> None:
        self._pace.stop()
        self.progressed.emit(0, 0)

    def _lay_together(self) -> None:
        """Count what is there when all earlier work is done: of many choices only the last counts."""
        if not self._counting_is_due:
            self._counting_is_due = True
            self._background.when_idle(self._count)

    def _count(self) -> None:
        self._counting_is_due = False
        files = tuple(self._files.values())
        work = partial(laid_together, files, self._card, self._day, self._choices)
        self._background.run("de scans worden geteld", work, self.changed.emit, self._on_failed)

    def _on_failed(self, error: VptError) -> None:
        self.failed.emit(str(error))

    def _on_pace(self) -> None:
        reading = self._readings[0]
        self.progressed.emit(reading.done, max(reading.found, 1))
