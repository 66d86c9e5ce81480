"""Writing a file whole or not at all, against a real system: links, rights, disks, readers and a kill."""

import os
import signal
import socket
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import vpt_desktop
from tests.storage.disk import Mount
from vpt_desktop.errors import SaveError
from vpt_desktop.storage.atomic_file import write_atomically

pytestmark = pytest.mark.skipif(
    sys.platform == "win32",
    reason="Windows has no permission bits, FIFOs or mounts; test_atomic_file.py stands in for them",
)

OLD = b"old"
NEW = b"new"
PLACE_OF_PACKAGE = Path(vpt_desktop.__file__).parents[1]


@pytest.fixture
def umask() -> Iterator[None]:
    before = os.umask(0o027)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_link_stays_and_its_file_is_written(folder: Path) -> None:
    far = folder / "far"
    far.mkdir()
    (far / "scan.pdf").write_bytes(OLD)
    link = folder / "link.pdf"
    link.symlink_to("far/scan.pdf")

    write_atomically(link, NEW)

    assert link.readlink() == Path("far/scan.pdf")
    assert (far / "scan.pdf").read_bytes() == NEW
    assert [path.name for path in far.iterdir()] == ["scan.pdf"]


def test_a_link_to_a_link_is_followed_to_the_end(folder: Path) -> None:
    (folder / "scan.pdf").write_bytes(OLD)
    (folder / "link").symlink_to("scan.pdf")
    (folder / "link to link").symlink_to("link")
    write_atomically(folder / "link to link", NEW)
    assert (folder / "link to link").is_symlink()
    assert (folder / "link").is_symlink()
    assert (folder / "scan.pdf").read_bytes() == NEW


def test_a_link_to_nothing_makes_the_file_that_it_points_to(folder: Path) -> None:
    link = folder / "link.pdf"
    link.symlink_to("scan.pdf")
    write_atomically(link, NEW)
    assert link.is_symlink()
    assert (folder / "scan.pdf").read_bytes() == NEW


def test_a_link_into_a_folder_that_is_gone_is_reported(folder: Path) -> None:
    link = folder / "link.pdf"
    link.symlink_to("usb/scan.pdf")
    with pytest.raises(SaveError, match=r"^link\.pdf is niet opgeslagen: die map is er niet"):
        write_atomically(link, NEW)
    assert link.is_symlink()


def test_links_in_a_ring_are_reported(folder: Path) -> None:
    (folder / "a").symlink_to("b")
    (folder / "b").symlink_to("a")
    with pytest.raises(SaveError, match="het systeem meldt"):
        write_atomically(folder / "a", NEW)


def test_a_link_to_a_fifo_is_not_written(folder: Path) -> None:
    os.mkfifo(folder / "fifo")
    (folder / "scan.pdf").symlink_to("fifo")
    with pytest.raises(SaveError, match="map of een apparaat"):
        write_atomically(folder / "scan.pdf", NEW)
    assert (folder / "fifo").is_fifo()


def test_a_fifo_is_not_replaced(folder: Path) -> None:
    os.mkfifo(folder / "fifo")
    with pytest.raises(SaveError, match="map of een apparaat"):
        write_atomically(folder / "fifo", NEW)
    assert (folder / "fifo").is_fifo()


def test_a_socket_is_not_replaced(folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket")  # by its short name: a socket's path has room for 108 characters
        with pytest.raises(SaveError, match="map of een apparaat"):
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
def test_a_folder_without_the_right_to_write_is_reported() -> None:
    Path().chmod(0o555)
    with pytest.raises(SaveError, match="je mag in die map niet schrijven"):
        write_atomically(Path("scan.pdf"), NEW)
    assert list(Path().iterdir()) == []


@pytest.mark.usefixtures("ordinary_user")
def test_a_file_in_a_folder_without_the_right_to_write_stays() -> None:
    Path("scan.pdf").write_bytes(OLD)
    Path().chmod(0o555)
    with pytest.raises(SaveError, match="je mag in die map niet schrijven"):
        write_atomically(Path("scan.pdf"), NEW)
    assert Path("scan.pdf").read_bytes() == OLD


@pytest.mark.usefixtures("ordinary_user")
def test_a_folder_without_the_right_to_look_in_is_reported() -> None:
    Path("closed").mkdir(mode=0)
    with pytest.raises(SaveError, match="je mag in die map niet schrijven"):
        write_atomically(Path("closed/scan.pdf"), NEW)


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


def test_a_disk_that_runs_full_keeps_the_old_file(mount: Mount) -> None:
    disk = mount("size=64k")
    path = disk / "scan.pdf"
    path.write_bytes(OLD)
    with pytest.raises(SaveError, match="de schijf is vol"):
        write_atomically(path, bytes(1_000_000))
    assert path.read_bytes() == OLD
    assert list(disk.iterdir()) == [path]


def test_a_disk_without_room_for_one_more_file_keeps_the_old_file(mount: Mount) -> None:
    disk = mount("nr_inodes=2")  # the folder itself, and one file
    path = disk / "scan.pdf"
    path.write_bytes(OLD)
    with pytest.raises(SaveError, match="de schijf is vol"):
        write_atomically(path, NEW)
    assert path.read_bytes() == OLD


def test_a_read_only_disk_is_reported(mount: Mount) -> None:
    disk = mount("ro")
    with pytest.raises(SaveError, match="de schijf is alleen-lezen"):
        write_atomically(disk / "scan.pdf", NEW)


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


def test_a_reader_never_sees_half_a_file(folder: Path) -> None:
    path = folder / "scan.pdf"
    versions = [b"a" * 300_000, b"b" * 200_000]
    path.write_bytes(versions[0])
    seen = set()
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            seen.add(path.read_bytes())

    reader = threading.Thread(target=read)
    reader.start()
    for turn in range(100):
        write_atomically(path, versions[turn % 2])
    done.set()
    reader.join()
    assert seen <= set(versions)


@pytest.mark.parametrize(
    ("call", "which", "survivor"),
    [("fsync", 1, OLD), ("replace", 1, OLD), ("fsync", 2, NEW)],
    ids=["while it is written", "before the move", "after the move"],
)
def test_a_program_killed_halfway_leaves_a_whole_file(
    call: str, which: int, survivor: bytes, folder: Path
) -> None:
    (folder / "scan.pdf").write_bytes(OLD)
    program = f"""
import os, signal
from pathlib import Path
from vpt_desktop.storage.atomic_file import write_atomically

real, calls = os.{call}, []

def die_in_time(*arguments):
    calls.append(arguments)
    if len(calls) == {which}:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*arguments)

os.{call} = die_in_time
write_atomically(Path("scan.pdf"), {NEW!r})
"""
    result = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": str(PLACE_OF_PACKAGE)},
        check=False,
    )
    assert result.returncode == -signal.SIGKILL
    assert (folder / "scan.pdf").read_bytes() == survivor
