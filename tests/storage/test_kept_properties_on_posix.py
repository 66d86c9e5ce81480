"""A saved file keeps what only POSIX has: owner, group, access control list, extended attributes."""

import errno
import os
import stat
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.skips import NO_POSIX, WINDOWS
from vpt_desktop.storage.atomic_file import write_atomically

if WINDOWS:
    pytest.skip(NO_POSIX, allow_module_level=True)

OLD, NEW = b"old content", b"new content, somewhat longer"

linux = pytest.mark.skipif(sys.platform != "linux", reason="Python has extended attributes on Linux only")

ACCESS_LIST = bytes.fromhex(
    "02000000"
    "01000600ffffffff"  # owner: read and write
    "02000400d2040000"  # user 1234: read
    "04000000ffffffff"  # group: nothing
    "10000400ffffffff"  # mask: read
    "20000000ffffffff"  # others: nothing
)


@pytest.fixture
def file(folder: Path) -> Path:
    path = folder / "scan.vpt"
    path.write_bytes(OLD)
    return path


def refusal(*_arguments: object, **_named: object) -> None:
    raise PermissionError(errno.EPERM, "Operation not permitted")


def owned_by_another(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    """Have the file belong to another user, to whom this one can give no file."""
    real_stat = Path.stat

    def stat_of(path: Path, **options: bool) -> object:
        found = real_stat(path, **options)
        if path != file:
            return found
        return SimpleNamespace(
            st_mode=found.st_mode, st_nlink=1, st_uid=found.st_uid + 1, st_gid=found.st_gid
        )

    monkeypatch.setattr(Path, "stat", stat_of)
    monkeypatch.setattr(os, "chown", refusal)


def test_a_file_keeps_owner_and_group_where_the_user_may_give_them(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.chmod(0o660)
    given: list[tuple[int, int]] = []
    owned_by_another(monkeypatch, file)
    monkeypatch.setattr(os, "chown", lambda _path, *owner: given.append(owner))
    write_atomically(file, NEW)
    monkeypatch.undo()
    found = file.stat()
    assert given == [(os.getuid() + 1, found.st_gid)]
    assert file.read_bytes() == NEW
    assert stat.S_IMODE(found.st_mode) == 0o660


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only a superuser gives files away")
def test_a_file_of_another_user_stays_his(file: Path) -> None:
    os.chown(file, 1234, 100)
    file.chmod(0o660)
    write_atomically(file, NEW)
    found = file.stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (1234, 100, 0o660)
    assert file.read_bytes() == NEW


def test_a_file_whose_owner_cannot_be_kept_is_overwritten_in_place(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = file.stat().st_ino
    owned_by_another(monkeypatch, file)
    write_atomically(file, NEW)
    monkeypatch.undo()
    assert file.read_bytes() == NEW
    assert file.stat().st_ino == number
    assert list(file.parent.iterdir()) == [file]


@linux
def test_a_file_keeps_extended_attributes_and_access_control_list(file: Path) -> None:
    try:
        os.setxattr(file, "user.herkomst", b"zaaksysteem")
        os.setxattr(file, "system.posix_acl_access", ACCESS_LIST)
    except OSError:
        pytest.skip("this file system has none")
    mode = file.stat().st_mode
    write_atomically(file, NEW)
    assert file.read_bytes() == NEW
    assert os.getxattr(file, "user.herkomst") == b"zaaksysteem"
    assert os.getxattr(file, "system.posix_acl_access") == ACCESS_LIST
    assert file.stat().st_mode == mode


@linux
def test_a_list_that_the_folder_gives_new_files_does_not_open_a_file_that_had_none(file: Path) -> None:
    try:
        os.setxattr(file.parent, "system.posix_acl_default", ACCESS_LIST)
    except OSError:
        pytest.skip("this file system has none")
    file.chmod(0o600)
    write_atomically(file, NEW)
    assert os.listxattr(file) == []
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@linux
def test_a_file_whose_list_cannot_be_kept_is_overwritten_in_place(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = file.stat().st_ino
    monkeypatch.setattr(os, "listxattr", lambda path: ["user.a"] if Path(path) == file else [])
    monkeypatch.setattr(os, "getxattr", lambda *_arguments: b"1")
    monkeypatch.setattr(os, "setxattr", refusal)
    write_atomically(file, NEW)
    assert file.stat().st_ino == number
    assert file.read_bytes() == NEW


@linux
def test_a_file_system_without_attributes_saves_all_the_same(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "listxattr", refusal)
    write_atomically(file, NEW)
    assert file.read_bytes() == NEW
