"""Reading what may be anything, and telling whether it has changed."""

import errno
import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Self

import pytest

from tests.skips import WINDOWS
from vpt_desktop.domain.windows_name import RULE
from vpt_desktop.errors import OpenError
from vpt_desktop.storage import system_error
from vpt_desktop.storage.file_reading import FILE_LIMIT, current_fingerprint, fingerprint_of, read_file


def refusal(path: Path) -> str:
    with pytest.raises(OpenError) as caught:
        read_file(path)
    return str(caught.value)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "scan.vpt"
    path.write_bytes(b"content")
    return path


def refuse(error: OSError) -> Callable[..., None]:
    def call(*_arguments: object, **_options: object) -> None:
        raise error

    return call


def test_a_file_is_read(file: Path) -> None:
    assert read_file(file) == b"content"


def test_a_file_that_is_gone_is_reported(tmp_path: Path) -> None:
    assert refusal(tmp_path / "scan.vpt") == (
        "scan.vpt is niet geopend: het bestand is er niet meer; "
        "er is niets veranderd, controleer waar het nu staat."
    )


@pytest.mark.parametrize("name", ["scan\0.vpt", "\ud800\0"])
def test_a_name_that_no_file_can_have_is_reported(name: str, tmp_path: Path) -> None:
    reason = RULE if WINDOWS else "het bestand is er niet meer"
    assert reason in refusal(tmp_path / name)


def test_a_folder_is_not_read(tmp_path: Path) -> None:
    assert "dit is een map" in refusal(tmp_path)


def test_the_largest_file_is_read(file: Path) -> None:
    os.truncate(file, FILE_LIMIT)
    assert len(read_file(file)) == FILE_LIMIT


def test_a_larger_file_is_refused_before_it_fills_the_memory(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.truncate(file, 100_000_000)
    asked = []
    real_open = Path.open

    def watched(path: Path, mode: str) -> object:
        opened = real_open(path, mode)

        class Watched:
            def __enter__(self) -> Self:
                return self

            def __exit__(self, *_error: object) -> None:
                opened.close()

            def read(self, size: int) -> bytes:
                asked.append(size)
                return opened.read(size)

        return Watched()

    monkeypatch.setattr(Path, "open", watched)
    assert "het is groter dan 50 MB en dus geen VPT-scan" in refusal(file)
    assert asked == [FILE_LIMIT + 1]


def test_a_file_that_grows_meanwhile_is_read_whole(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real_open = Path.open

    def grown(path: Path, mode: str) -> object:
        with real_open(path, "ab") as appended:
            appended.write(b" and more")
        return real_open(path, mode)

    monkeypatch.setattr(Path, "open", grown)
    assert read_file(file) == b"content and more"


def test_no_more_memory_is_asked_for_than_a_file_needs(file: Path) -> None:
    tracemalloc.start()
    assert read_file(file) == b"content"
    assert tracemalloc.get_traced_memory()[1] < FILE_LIMIT / 10
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.EACCES, "je mag het bestand niet lezen"),
        (errno.EPERM, "je mag het bestand niet lezen"),
        (errno.EISDIR, "dit is een map"),
        (errno.ENOTDIR, "het bestand is er niet meer"),
        (errno.EIO, "de schijf geeft een fout"),
        (errno.ETIMEDOUT, "de schijf of het netwerk is niet bereikbaar"),
        (errno.EMFILE, "het systeem weigert het (foutnummer 24)"),
    ],
)
def test_a_refusal_of_the_system_is_reported(
    number: int, reason: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "open", refuse(OSError(number, "woorden")))
    monkeypatch.setattr(system_error, "windows_number", lambda _path, **_options: 5)
    assert f"is niet geopend: {reason}; er is niets veranderd, " in refusal(file)


def test_a_refusal_without_a_number_is_reported(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "open", refuse(OSError("only this")))
    assert "is niet geopend: het systeem weigert het; " in refusal(file)


def test_a_fingerprint_is_the_same_until_somebody_changes_a_byte(file: Path) -> None:
    before = current_fingerprint(file)
    assert before == fingerprint_of(b"content")
    file.touch()
    assert current_fingerprint(file) == before
    times = file.stat().st_atime_ns, file.stat().st_mtime_ns
    file.write_bytes(b"kontent")
    os.utime(file, ns=times)
    assert current_fingerprint(file) != before


def test_what_is_not_there_has_no_fingerprint(file: Path) -> None:
    assert current_fingerprint(file.with_name("other.vpt")) is None
    assert current_fingerprint(file / "in a file.vpt") is None


def test_what_cannot_be_read_counts_as_changed(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = current_fingerprint(file.parent)
    assert folder is not None
    assert folder != fingerprint_of(b"")
    monkeypatch.setattr(Path, "open", refuse(PermissionError(errno.EACCES, "niet")))
    assert current_fingerprint(file) not in {None, fingerprint_of(b"content")}
