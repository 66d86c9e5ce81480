"""Reading and writing what only POSIX has: FIFOs, sockets and devices, permission bits, mounts."""

import os
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.skips import NO_POSIX, WINDOWS
from tests.storage.disk import Mount
from vpt_desktop.errors import OpenError, SaveError
from vpt_desktop.storage.atomic_file import write_atomically
from vpt_desktop.storage.file_reading import read_file

if WINDOWS:
    pytest.skip(NO_POSIX, allow_module_level=True)

OLD = b"old"
NEW = b"new"


@pytest.fixture
def umask() -> Iterator[None]:
    before = os.umask(0o027)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_link_to_a_fifo_is_not_written(folder: Path) -> None:
    os.mkfifo(folder / "fifo")
    (folder / "scan.pdf").symlink_to("fifo")
    with pytest.raises(SaveError, match="geen gewoon bestand"):
        write_atomically(folder / "scan.pdf", NEW)
    assert (folder / "fifo").is_fifo()


def test_a_fifo_is_not_replaced(folder: Path) -> None:
    os.mkfifo(folder / "fifo")
    with pytest.raises(SaveError, match="geen gewoon bestand"):
        write_atomically(folder / "fifo", NEW)
    assert (folder / "fifo").is_fifo()


def test_a_socket_is_not_replaced(folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket")  # by its short name: a socket's path has room for 108 characters
        with pytest.raises(SaveError, match="geen gewoon bestand"):
            write_atomically(folder / "socket", NEW)
    assert (folder / "socket").is_socket()


@pytest.mark.parametrize("permissions", [0o600, 0o640, 0o664, 0o755])
@pytest.mark.usefixtures("umask")
def test_a_file_keeps_its_permissions(permissions: int, folder: Path) -> None:
    path = folder / "scan.pdf"
    path.write_bytes(OLD)
    path.chmod(permissions)
    write_atomically(path, NEW)
    assert mode(path) == permissions


@pytest.mark.usefixtures("umask")
def test_a_new_file_gets_the_permissions_of_any_new_file(folder: Path) -> None:
    write_atomically(folder / "scan.pdf", NEW)
    assert mode(folder / "scan.pdf") == 0o640


def test_what_is_secret_is_so_while_it_is_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "scan.pdf"
    path.write_bytes(OLD)
    path.chmod(0o600)
    seen = []
    fsync = os.fsync

    def look(descriptor: int) -> None:
        seen.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", look)
    write_atomically(path, NEW)
    assert seen[0] == 0o600


@pytest.mark.usefixtures("ordinary_user")
def test_a_folder_without_the_right_to_list_is_written_in() -> None:
    Path("dropbox").mkdir(mode=0o333)
    write_atomically(Path("dropbox/scan.pdf"), NEW)
    assert Path("dropbox/scan.pdf").read_bytes() == NEW


@pytest.mark.usefixtures("ordinary_user")
def test_a_file_that_only_others_may_write_is_left_alone() -> None:
    Path("scan.pdf").write_bytes(OLD)
    Path("scan.pdf").chmod(0o466)
    with pytest.raises(SaveError, match="het bestand dat er al staat is alleen-lezen"):
        write_atomically(Path("scan.pdf"), NEW)
    assert Path("scan.pdf").read_bytes() == OLD


def test_a_file_on_a_disk_that_becomes_read_only_stays(mount: Mount) -> None:
    disk = mount("size=64k")
    (disk / "scan.pdf").write_bytes(OLD)
    mount("remount,ro")
    with pytest.raises(SaveError, match="alleen-lezen"):
        write_atomically(disk / "scan.pdf", NEW)
    assert (disk / "scan.pdf").read_bytes() == OLD


def test_a_file_that_another_program_is_mounted_on_is_in_use(folder: Path, mount: Mount) -> None:
    (folder / "scan.pdf").write_bytes(OLD)
    disk = mount("size=64k")
    (disk / "scan.pdf").write_bytes(b"other")
    mount("bind", disk / "scan.pdf", folder / "scan.pdf")
    with pytest.raises(SaveError, match="in gebruik door een ander programma"):
        write_atomically(folder / "scan.pdf", NEW)
    assert [path.name for path in folder.iterdir()] == ["scan.pdf"]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="only Linux has /proc")
def test_a_folder_of_the_system_takes_no_files() -> None:
    with pytest.raises(SaveError, match="je mag in die map niet schrijven"):
        write_atomically(Path("/proc/x.pdf"), NEW)


def test_a_fifo_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "scan.vpt")
    with pytest.raises(OpenError, match="dit is geen gewoon bestand"):
        read_file(folder / "scan.vpt")


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_not_read(device: str) -> None:
    with pytest.raises(OpenError, match="dit is geen gewoon bestand"):
        read_file(Path(device))
