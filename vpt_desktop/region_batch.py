"""A region without a window: `--region`."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from vpt_desktop.domain.region.region import State
from vpt_desktop.domain.region.region_file import Choices
from vpt_desktop.errors import NothingMadeError
from vpt_desktop.region_outputs import (
    LaidTogether,
    OverlapError,
    Version,
    forget,
    laid_together,
    shared_version,
    working_version,
)
from vpt_desktop.region_words import STATES, reason_in_words, region_in_words
from vpt_desktop.region_writing import Kind, Writing
from vpt_desktop.startup import write_line
from vpt_desktop.storage.region_reading import RegionReading
from vpt_desktop.user_folder import data_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vpt_desktop.domain.card import Card

_STEP = 50
"""Files between two lines of progress."""


class Wanted(Struct, frozen=True):
    """What the command line asks for."""

    targets: dict[Kind, Path]
    day: dt.date
    is_shared: bool
    forgets_earlier: bool
    """Whether earlier deelversies that stand in the way were not shared."""


def write_region(card: Card, places: Sequence[Path], wanted: Wanted) -> None:
    """Write the outputs of the region of the files in `places`.

    A line for each file that does not count goes to standard error, the sum to standard output.

    Raises:
        NothingMadeError: one of `places` is not there, or none of the files can be read.
        VptError: the outputs may not be made, or are not written.
    """
    _check(places)
    files = RegionReading().read(places, _show_progress if _is_terminal() else None)
    source = laid_together(files, card, wanted.day, Choices())
    _report(source)
    if all(found.refusal for found in files):
        raise NothingMadeError("er is geen scan gevonden die te lezen is")
    version = _shared(source, wanted) if wanted.is_shared else working_version(source)
    if remark := Writing().write(version, wanted.targets, data_folder()):
        write_line(remark.removeprefix(". "), sys.stderr)
    write_line(region_in_words(source.region), sys.stdout)
    for target in wanted.targets.values():
        write_line(str(target), sys.stdout)


def _check(places: Sequence[Path]) -> None:
    """Raise an error for a place that is not there, as one that is misspelled in a script."""
    for place in places:
        if not os.path.exists(place):  # noqa: PTH110  False for a name that no file can have, too
            raise NothingMadeError(f"{place} is er niet; kijk de naam na")


def _shared(source: LaidTogether, wanted: Wanted) -> Version:
    today = dt.date.today()  # noqa: DTZ011  the day on the user's calendar
    while True:
        try:
            return shared_version(source, data_folder(), today)
        except OverlapError as error:
            if not wanted.forgets_earlier:
                raise
            forget(error.overlap, data_folder())


def _report(source: LaidTogether) -> None:
    refusals = {found.file.key: found.refusal for found in source.files}
    entries = {entry.file.key: entry for entry in source.region.entries}
    for key, entry in entries.items():
        if entry.state is not State.COUNTS:
            reason = reason_in_words(entry, entries, refusals[key])
            line = f"{key}: {STATES[entry.state].lower()}, {reason}"
            write_line(" ".join(line.splitlines()), sys.stderr)


def _is_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


def _show_progress(reading: RegionReading) -> None:
    if reading.done % _STEP == 0 or reading.done == reading.found:
        end = "\n" if reading.done == reading.found else ""
        sys.stderr.write(f"\r{reading.done} van {reading.found} bestanden gelezen{end}")
        sys.stderr.flush()
