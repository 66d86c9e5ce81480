"""A folder that is one program's own: on this system, and with a twin of Windows' lock."""

import errno
import os
import runpy
import sys
from pathlib import Path

import pytest

from tests.skips import where_open_files_can_be_removed
from tests.storage.rights import is_private
from vpt_desktop.storage import program_folder
from vpt_desktop.storage.program_folder import ProgramFolder


class LocksOfWindows:
    """`msvcrt` as far as locks go: a byte of a file that one open file has to itself, until it is closed."""

    LK_NBLCK = 2

    def __init__(self) -> None:
        self._held: dict[tuple[int, int], int] = {}

    def locking(self, descriptor: int, mode: int, length: int) -> None:
        assert (mode, length) == (self.LK_NBLCK, 1)
        status = os.fstat(descriptor)
        holder = self._held.get((status.st_dev, status.st_ino))
        # A number is given out again once closed: its new owner may have been the holder, too.
        if holder not in {None, descriptor} and self._is_open_on(holder, status):
            raise PermissionError(errno.EACCES, "Permission denied")
        self._held[status.st_dev, status.st_ino] = descriptor

    @staticmethod
    def _is_open_on(descriptor: int, status: os.stat_result) -> bool:
        try:
            return os.path.samestat(os.fstat(descriptor), status)
        except OSError:
            return False


@pytest.fixture(params=["this system", "Windows"])
def kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> type[ProgramFolder]:
    """Give ProgramFolder as it is here, and as it is made on Windows."""
    if request.param == "this system":
        return ProgramFolder
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", LocksOfWindows())
    return runpy.run_path(program_folder.__file__)["ProgramFolder"]


def test_a_new_folder_cannot_be_taken_until_it_is_released(kind: type[ProgramFolder], tmp_path: Path) -> None:
    own = kind.create(tmp_path)
    assert own.path.parent == tmp_path
    assert kind.take(own.path) is None
    own.release()
    taken = kind.take(own.path)
    assert taken is not None
    assert kind.take(own.path) is None
    taken.release()


def test_a_folder_is_released_once(kind: type[ProgramFolder], tmp_path: Path) -> None:
    own = kind.create(tmp_path)
    own.release()
    other = kind.take(own.path)
    assert other is not None
    own.release()
    assert kind.take(own.path) is None
    other.release()


def test_two_programs_have_two_folders(kind: type[ProgramFolder], tmp_path: Path) -> None:
    folders = [kind.create(tmp_path), kind.create(tmp_path)]
    assert folders[0].path != folders[1].path
    for folder in folders:
        folder.remove()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_removed_with_what_a_broken_off_write_left(
    kind: type[ProgramFolder], tmp_path: Path
) -> None:
    own = kind.create(tmp_path)
    (own.path / ".vpt-0123456789abcdef.tmp").write_bytes(b"half")
    own.remove()
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_ours_in_a_folder_stays(tmp_path: Path) -> None:
    own = ProgramFolder.create(tmp_path)
    other = own.path / "notities.txt"
    other.write_bytes(b"of somebody")
    own.remove()
    assert other.read_bytes() == b"of somebody"
    assert ProgramFolder.take(own.path) is None
    assert other.exists()


def test_nobody_else_may_look_in(tmp_path: Path) -> None:
    own = ProgramFolder.create(tmp_path / "profile" / "herstel")
    assert is_private(own.path.parent)
    assert is_private(own.path)
    own.remove()


def test_a_folder_without_a_lock_is_tidied_away_when_it_is_empty(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "werk.vpt-herstel").write_bytes(b"work")
    assert ProgramFolder.take(tmp_path / "empty") is None
    assert ProgramFolder.take(tmp_path / "full") is None
    assert [path.name for path in tmp_path.iterdir()] == ["full"]


def test_what_is_no_folder_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert ProgramFolder.take(tmp_path / "file") is None


def tidied_away(monkeypatch: pytest.MonkeyPatch, times: int) -> list[Path]:
    """Let another program tidy a new folder away, before it is locked, the first `times` times."""
    touch = Path.touch
    seen: list[Path] = []

    def lose(path: Path) -> None:
        touch(path)
        seen.append(path)
        if len(seen) <= times:
            other = ProgramFolder.take(path.parent)
            assert other is not None
            other.remove()

    monkeypatch.setattr(Path, "touch", lose)
    return seen


def test_a_new_folder_that_another_program_tidies_away_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tidied_away(monkeypatch, 4)
    own = ProgramFolder.create(tmp_path)
    assert [own.path] == list(tmp_path.iterdir())
    assert len(seen) == 5
    own.remove()


def test_five_times_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = tidied_away(monkeypatch, 9)
    with pytest.raises(FileNotFoundError):
        ProgramFolder.create(tmp_path)
    assert len(seen) == 5
    assert list(tmp_path.iterdir()) == []


@where_open_files_can_be_removed
def test_a_lock_on_a_file_that_is_no_longer_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = ProgramFolder.create(tmp_path)
    own.release()

    def too_late(_descriptor: int) -> None:
        (own.path / "lock").unlink()
        (own.path / "lock").touch()

    monkeypatch.setattr(program_folder, "_lock", too_late)
    with pytest.raises(FileNotFoundError):
        ProgramFolder(own.path)


def test_a_drive_without_locks_is_reported_and_left_clean(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(program_folder, "_lock", refuse)
    with pytest.raises(OSError, match="No locks available"):
        ProgramFolder.create(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_removed_is_left_for_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = ProgramFolder.create(tmp_path)
    (own.path / ".vpt-0.tmp").touch()

    def refuse(*_arguments: object, **_options: object) -> None:
        raise PermissionError(errno.EACCES, "in gebruik")

    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", refuse)
        own.remove()
    again = ProgramFolder.take(own.path)
    assert again is not None
    again.remove()
    assert list(tmp_path.iterdir()) == []
