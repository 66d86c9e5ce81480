"""Reading the files of a region from files and folders, where one that is no scan does not stop the rest."""

from __future__ import annotations

import os
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from msgspec import Struct

from vpt_desktop.domain.earlier_scan import NO_ID
from vpt_desktop.domain.file_name import SCAN_SUFFIX
from vpt_desktop.domain.region.region_file import Answers, RegionFile, RegionScan
from vpt_desktop.domain.scan import TEXT_LIMIT
from vpt_desktop.errors import FileChangedError, OpenError, OverviewStoppedError
from vpt_desktop.storage.file_reading import Fingerprint, fingerprint_of, read_file
from vpt_desktop.storage.scan_file import decode_scan_of_any_card

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from vpt_desktop.domain.scan import Scan
    from vpt_desktop.storage.scan_file import CardScan

_UNREADABLE_FOLDER = "deze map is niet te lezen"

_Value = TypeVar("_Value")

_NO_FILES = "in deze map staan geen .vpt-bestanden"


class _Values:
    """Keeps one of all equal values: ten thousand files hold the same ten sentences."""

    def __init__(self) -> None:
        self._kept: dict[object, object] = {}

    def one(self, value: _Value) -> _Value:
        """Return the value that was given first of all that equal `value`."""
        return cast("_Value", self._kept.setdefault(value, value))


class FoundFile(Struct, frozen=True, gc=False):
    """A file as it was when it was read, with the reason why it is no scan if it is none."""

    path: Path
    file: RegionFile
    refusal: str = ""
    """A Dutch clause, empty if it is a scan."""
    fingerprint: Fingerprint | None = None


class RegionReading:
    """Reads files and folders in the thread that asks; another may follow the progress, and stop it."""

    def __init__(self) -> None:
        self.found = 0
        """How many files are known of."""
        self.done = 0
        """How many of them are read."""
        self.is_stopped = False
        self._values = _Values()

    def stop(self) -> None:
        """Stop before the next file."""
        self.is_stopped = True

    def read(
        self, places: Iterable[Path], progress: Callable[[RegionReading], object] | None = None
    ) -> tuple[FoundFile, ...]:
        """Return a file for each of `places`, and for each `.vpt` file in those that are folders, each once.

        Folders in a folder are read too, links to folders are not followed. What cannot be read, a folder as
        well, has the reason. If this is stopped, what was read until then is returned.

        Args:
            places: files of any suffix, and folders.
            progress: called with this object after each file.
        """
        listed: dict[str, str] = {}
        for path, refusal in self._listed(places):
            listed.setdefault(os.path.abspath(path), refusal)  # noqa: PTH100  links stay as they are
            self.found = len(listed)
        files: list[FoundFile] = []
        for name, refusal in listed.items():
            if self.is_stopped:
                break
            files.append(_refused(name, refusal) if refusal else self._file(Path(name)))
            self.done += 1
            if progress is not None:
                progress(self)
        return tuple(files)

    def _file(self, path: Path) -> FoundFile:
        """Return the file at `path`, with why it is no scan if it is none."""
        key = str(path)
        try:
            content = read_file(path)
            found = decode_scan_of_any_card(content, path)
        except OpenError as error:
            return _refused(key, error.reason)
        return FoundFile(
            path, RegionFile(key, _region_scan(found, self._values)), "", fingerprint_of(content)
        )

    def _listed(self, places: Iterable[Path]) -> Iterator[tuple[str, str]]:
        for place in places:
            if not os.path.isdir(place):  # noqa: PTH112  False for a name that no file can have, too
                yield str(place), ""
                continue
            count = 0
            for path, refusal in self._in_folder(place):
                count += 1
                yield path, refusal
            if not (count or self.is_stopped):
                yield str(place), _NO_FILES

    def _in_folder(self, folder: Path) -> Iterator[tuple[str, str]]:
        waiting = [str(folder)]
        while waiting:
            place, names, folders = waiting.pop(), list[str](), list[str]()
            try:
                with os.scandir(place) as entries:
                    for entry in entries:
                        if self.is_stopped:  # there may be a million other files
                            return
                        if _is_folder(entry):
                            folders += [] if entry.is_symlink() else [entry.path]
                        elif entry.name.casefold().endswith(SCAN_SUFFIX):
                            names.append(entry.path)
            except OSError:
                yield place, _UNREADABLE_FOLDER
            yield from ((name, "") for name in sorted(names))
            waiting += sorted(folders, reverse=True)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself, or to a drive that is not there: what follows it has the reason
        return False


def read_again(files: Iterable[FoundFile], is_stopped: Callable[[], bool]) -> dict[str, Scan]:
    """Return the whole scan of each file, by its key, for the agreements in it.

    Raises:
        OverviewStoppedError: `is_stopped` returned True before a file.
        FileChangedError: a file is not what it was, so that what the region shows of it holds no longer.
    """
    scans: dict[str, Scan] = {}
    for found in files:
        if is_stopped():
            raise OverviewStoppedError
        try:
            content = read_file(found.path)
        except OpenError as error:
            raise FileChangedError(found.path, error.reason) from error
        if fingerprint_of(content) != found.fingerprint:
            raise FileChangedError(found.path, "het is intussen veranderd")
        scans[found.file.key] = decode_scan_of_any_card(content, found.path).scan
    return scans


def _refused(name: str, refusal: str) -> FoundFile:
    return FoundFile(Path(name), RegionFile(name), refusal)


def _region_scan(found: CardScan, values: _Values) -> RegionScan:
    scan = found.scan
    ticks = tuple(answer.ticked for answer in scan.answers)
    return RegionScan(
        organisation=scan.organisation,
        card=values.one(found.card),
        answers=Answers(_known(scan.id), scan.date, values.one(ticks), values.one(found.texts)),
        saved=scan.saved.timestamp() if scan.saved else 0.0,
        is_copy=scan.lacks_agreements,
        earlier=tuple(
            Answers(_known(each.id), each.date, values.one(each.ticks), values.one(each.texts))
            for each in scan.earlier
        ),
    )


def _known(scan_id: str) -> str:
    """Return an id as a region knows it: empty for a scan that was not given one of its own."""
    return "" if scan_id == NO_ID else scan_id


def read_names(path: Path) -> str:
    """Return the text of a list of names, as editors on Windows and elsewhere save it.

    Raises:
        OpenError: it cannot be read, or is no such list.
    """
    content = read_file(path)
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    if len(content) > TEXT_LIMIT or b"\0" in content:
        raise OpenError(path, "dit is geen lijst met namen", "kies een tekstbestand met één naam per regel")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
