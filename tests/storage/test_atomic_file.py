"""Writing a file whole or not at all, on any system."""

import errno
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from vpt_desktop.errors import OpenError, SaveError, UnflushedError
from vpt_desktop.storage.atomic_file import reason_for, write_atomically
from vpt_desktop.storage.file_reading import read_file

OLD = b"%PDF of last year"
NEW = b"%PDF of this year, a little longer"

HELD_OPEN = "het bestand is in gebruik door een ander programma", "sluit het daar en sla opnieuw op"

UNKNOWN_ADVICE = "probeer het opnieuw of kies een andere map"

STEPS = {"write": (os, "fsync"), "move": (os, "replace")}
"""Where the system is asked for something that it may refuse."""


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Give a folder with nothing but a file with OLD in it."""
    path = tmp_path / "VPT-scan Oss.pdf"
    path.write_bytes(OLD)
    return path


def refuse(error: BaseException) -> Callable[..., None]:
    """Return a system call that raises `error`, whatever is asked."""

    def call(*_arguments: object) -> None:
        raise error

    return call


def windows_error(number: int) -> OSError:
    """Return what Python raises on Windows for Windows' error `number` when a file cannot be replaced."""
    error = PermissionError(errno.EACCES, "Toegang geweigerd")
    error.winerror = number
    error.filename2 = "scan.pdf"
    return error


def test_a_new_file_holds_what_is_written(tmp_path: Path) -> None:
    path = tmp_path / "nieuw.pdf"
    write_atomically(path, NEW)
    assert path.read_bytes() == NEW
    assert list(tmp_path.iterdir()) == [path]


def test_an_old_file_is_replaced_whole(target: Path) -> None:
    write_atomically(target, b"kort")
    assert target.read_bytes() == b"kort"
    assert list(target.parent.iterdir()) == [target]


def test_an_empty_file_can_be_written(target: Path) -> None:
    write_atomically(target, b"")
    assert target.read_bytes() == b""


def test_a_name_without_a_folder_is_one_in_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_atomically(Path("scan.pdf"), NEW)
    assert (tmp_path / "scan.pdf").read_bytes() == NEW


def test_content_is_on_disk_before_the_move_and_the_move_after_it(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = []
    fsync, replace = os.fsync, os.replace

    def note_fsync(descriptor: int) -> None:
        size = os.fstat(descriptor).st_size
        steps.append("content flushed" if size == len(NEW) else "folder flushed")
        fsync(descriptor)

    def note_replace(source: Path, destination: Path) -> None:
        steps.append(f"moved to {Path(destination).name}")
        assert Path(source).parent == Path(destination).parent
        replace(source, destination)

    monkeypatch.setattr(os, "fsync", note_fsync)
    monkeypatch.setattr(os, "replace", note_replace)
    write_atomically(target, NEW)

    assert steps[:2] == ["content flushed", f"moved to {target.name}"]
    assert steps[2:] == ([] if os.name == "nt" else ["folder flushed"])


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("error", [OSError(errno.EIO, "fout"), KeyboardInterrupt(), MemoryError()])
def test_a_failure_at_any_step_leaves_the_old_file_and_nothing_else(
    step: str, error: BaseException, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(*STEPS[step], refuse(error))
    with pytest.raises((SaveError, KeyboardInterrupt, MemoryError)):
        write_atomically(target, NEW)
    assert target.read_bytes() == OLD
    assert list(target.parent.iterdir()) == [target]


def test_the_first_failure_is_reported_when_tidying_up_fails_too(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", refuse(OSError(errno.ENOSPC, "vol")))
    monkeypatch.setattr(os, "unlink", refuse(OSError(errno.EIO, "weg")))
    with pytest.raises(SaveError, match="de schijf is vol"):
        write_atomically(target, NEW)
    assert target.read_bytes() == OLD


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    ("number", "clauses"),
    [
        (errno.EACCES, ("je mag in die map niet schrijven", "kies een andere map")),
        (errno.EPERM, ("je mag in die map niet schrijven", "kies een andere map")),
        (errno.ENOTDIR, ("op de plaats van die map staat een bestand", "kies een andere map")),
        (errno.ENOSPC, ("de schijf is vol", "maak ruimte vrij of kies een andere schijf")),
        (errno.EDQUOT, ("de schijf is vol", "maak ruimte vrij of kies een andere schijf")),
        (errno.EROFS, ("de schijf is alleen-lezen", "kies een andere schijf")),
        (errno.ENAMETOOLONG, ("de naam is te lang", "kies een kortere naam")),
        (errno.EBUSY, HELD_OPEN),
        (errno.ETXTBSY, HELD_OPEN),
        (errno.EIO, ("de schijf geeft een fout", "kies een andere schijf")),
        (errno.ESTALE, ("de schijf of het netwerk is niet bereikbaar", "kies een andere map")),
        (errno.EMFILE, ("het systeem weigert het (foutnummer 24)", UNKNOWN_ADVICE)),
        (errno.EINVAL, ("het systeem weigert het (foutnummer 22)", UNKNOWN_ADVICE)),
    ],
)
def test_a_failure_of_the_system_is_reported_in_a_sentence(
    step: str, number: int, clauses: tuple[str, str], target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reason, advice = clauses
    monkeypatch.setattr(*STEPS[step], refuse(OSError(number, "woorden")))
    with pytest.raises(SaveError) as caught:
        write_atomically(target, NEW)
    assert str(caught.value) == (
        f"VPT-scan Oss.pdf is niet opgeslagen: {reason}; je scan staat nog in dit venster, dus {advice}."
    )
    assert target.read_bytes() == OLD


@pytest.mark.parametrize(
    ("system", "reason"),
    [("win32", "de naam is te lang"), ("linux", "je mag in die map niet schrijven")],
)
def test_a_file_that_the_system_makes_in_no_folder_is_reported(
    system: str, reason: str, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    refusal = FileNotFoundError(errno.ENOENT, "No such file or directory")
    assert reason_for(refusal, target)[0] == reason


def test_a_failure_without_words_is_reported_all_the_same(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "replace", refuse(OSError("only this")))
    with pytest.raises(SaveError, match="is niet opgeslagen: het systeem weigert het; "):
        write_atomically(target, NEW)


@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_file_held_open_on_windows_is_reported_as_such(
    number: int, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "replace", refuse(windows_error(number)))
    with pytest.raises(SaveError, match="in gebruik door een ander programma"):
        write_atomically(target, NEW)


def test_a_folder_that_windows_lets_nobody_write_in_is_reported_as_such(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = windows_error(5)
    error.filename2 = None
    monkeypatch.setattr(Path, "open", refuse(error))
    with pytest.raises(SaveError, match="je mag in die map niet schrijven"):
        write_atomically(target, NEW)


@pytest.mark.parametrize("name", ["a\0b.pdf", "\ud83d.pdf"])
def test_a_name_that_no_file_can_have_is_reported_as_such(name: str, tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="Windows kent geen naam met"):
        write_atomically(tmp_path / name, NEW)


def test_another_refusal_of_windows_is_reported_by_its_error_number(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "replace", refuse(windows_error(1314)))
    with pytest.raises(SaveError, match="je mag in die map niet schrijven"):
        write_atomically(target, NEW)


def test_a_file_that_the_system_gives_no_access_to_is_left_alone(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_arguments: False)
    with pytest.raises(SaveError, match=r"bestand dat er al staat is alleen-lezen; .* kies een andere naam"):
        write_atomically(target, NEW)
    assert target.read_bytes() == OLD


def test_a_file_marked_read_only_is_left_alone_even_by_a_superuser(target: Path) -> None:
    target.chmod(0o444)
    with pytest.raises(SaveError, match="het bestand dat er al staat is alleen-lezen"):
        write_atomically(target, NEW)
    assert target.read_bytes() == OLD


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "scan.pdf"
    folder.mkdir()
    with pytest.raises(SaveError, match=r"^scan\.pdf is niet opgeslagen: onder die naam staat er al een map"):
        write_atomically(folder, NEW)
    assert folder.is_dir()


def test_a_folder_that_is_gone_is_reported(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="die map is er niet"):
        write_atomically(tmp_path / "usb" / "scan.pdf", NEW)
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_place_of_the_folder_is_reported(target: Path) -> None:
    with pytest.raises(SaveError, match="op de plaats van die map staat een bestand"):
        write_atomically(target / "scan.pdf", NEW)


def test_a_file_in_place_of_the_folder_is_reported_where_the_system_finds_nothing_there(target: Path) -> None:
    nothing_there = FileNotFoundError(errno.ENOENT, "No such file or directory")  # as Windows says
    reason, advice = reason_for(nothing_there, target / "scan.pdf")
    assert (reason, advice) == ("op de plaats van die map staat een bestand", "kies een andere map")


def test_a_name_too_long_is_reported(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="de naam is te lang"):
        write_atomically(tmp_path / ("n" * 300), NEW)
    assert list(tmp_path.iterdir()) == []


def test_a_system_that_opens_no_folders_saves_all_the_same(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "open", refuse(PermissionError(errno.EACCES, "geen map")))
    write_atomically(target, NEW)
    assert target.read_bytes() == NEW


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_drive_that_flushes_no_folders_saves_all_the_same(
    number: int, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_second_flush(monkeypatch, OSError(number, "kan niet"))
    write_atomically(target, NEW)
    assert target.read_bytes() == NEW


def test_a_drive_that_fails_after_the_move_is_reported(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_second_flush(monkeypatch, OSError(errno.EIO, "schijf weg"))
    with pytest.raises(UnflushedError) as caught:
        write_atomically(target, NEW)
    assert str(caught.value) == (
        "VPT-scan Oss.pdf is opgeslagen, maar de schijf geeft een fout, zodat een stroomstoring het nog "
        "ongedaan kan maken; sla het ook op een andere plaats op."
    )
    assert target.read_bytes() == NEW


def fail_second_flush(monkeypatch: pytest.MonkeyPatch, error: OSError) -> None:
    """Let the content be flushed and the folder not, on a system that opens folders."""
    calls = iter([os.fsync, refuse(error)])
    any_file = Path(__file__)
    opened = os.open(any_file, os.O_RDONLY)
    monkeypatch.setattr(os, "open", lambda *_arguments: opened)

    def call(descriptor: int) -> None:
        next(calls)(descriptor)

    monkeypatch.setattr(os, "fsync", call)


BAD_NAMES = ["10:30.pdf", "a<b.pdf", "wat?.pdf", "eind. ", "CON.pdf", "nul", "COM1"]


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_name_that_windows_cannot_have_is_refused_there_before_it_is_written(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(SaveError, match=r"Windows kent geen naam met < > .* dus kies een andere naam"):
        write_atomically(tmp_path / name, NEW)
    with pytest.raises(OpenError, match=r"Windows kent geen naam met < > .* kies een andere naam"):
        read_file(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_stick_that_cannot_have_a_name_is_reported_in_the_same_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "replace", refuse(OSError(errno.EINVAL, "Invalid argument")))
    with pytest.raises(SaveError, match=r"Windows kent geen naam met < > .* dus kies een andere naam"):
        write_atomically(tmp_path / "10:30.pdf", NEW)


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOENT])
def test_a_disk_without_space_that_gives_an_unclear_error_is_full(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(os, "fsync", refuse(OSError(number, os.strerror(number))))
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=4096, total=1_000_000_000))
    with pytest.raises(SaveError, match="de schijf is vol"):
        write_atomically(target, NEW)


def test_a_file_that_is_held_for_a_moment_is_written_after_it(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, refusals = os.replace, [windows_error(32), windows_error(5)]

    def held(*paths: Path) -> None:
        if refusals:
            raise refusals.pop()
        replace(*paths)

    monkeypatch.setattr(os, "replace", held)
    write_atomically(target, NEW)
    assert target.read_bytes() == NEW
    assert list(target.parent.iterdir()) == [target]
