"""Writing a file whole or not at all, against the system itself: rights, disks, readers and a kill."""

import threading
from pathlib import Path

import pytest

from tests.killing import Program
from tests.skips import WINDOWS
from tests.storage.disk import SmallDisk
from tests.storage.rights import denied
from vpt_desktop.domain.card import Card
from vpt_desktop.errors import RecoveryError, SaveError
from vpt_desktop.storage.atomic_file import write_atomically
from vpt_desktop.storage.file_reading import read_file
from vpt_desktop.storage.recovery import RecoveryFile

OLD = b"old"
NEW = b"new"


@pytest.mark.usefixtures("ordinary_user")
def test_a_folder_without_the_right_to_write_is_reported() -> None:
    with denied("write", Path()), pytest.raises(SaveError, match="je mag in die map niet schrijven"):
        write_atomically(Path("scan.pdf"), NEW)
    assert list(Path().iterdir()) == []


@pytest.mark.usefixtures("ordinary_user")
def test_a_file_in_a_folder_without_the_right_to_write_stays() -> None:
    Path("scan.pdf").write_bytes(OLD)
    with denied("write", Path()), pytest.raises(SaveError, match="je mag in die map niet schrijven"):
        write_atomically(Path("scan.pdf"), NEW)
    assert Path("scan.pdf").read_bytes() == OLD


@pytest.mark.usefixtures("ordinary_user")
def test_a_folder_without_the_right_to_look_in_is_reported() -> None:
    Path("closed").mkdir()
    with denied("all", Path("closed")), pytest.raises(SaveError, match="je mag in die map niet schrijven"):
        write_atomically(Path("closed/scan.pdf"), NEW)


def test_a_disk_that_runs_full_keeps_the_old_file(small_disk: SmallDisk) -> None:
    disk = small_disk("full")
    path = disk / "scan.pdf"
    path.write_bytes(OLD)
    with pytest.raises(SaveError, match="de schijf is vol"):
        write_atomically(path, bytes(1_000_000))
    assert path.read_bytes() == OLD
    assert list(disk.iterdir()) == [path]


def test_a_disk_without_room_for_one_more_file_keeps_the_old_file(small_disk: SmallDisk) -> None:
    disk = small_disk("few-files")
    path = disk / "scan.pdf"
    path.write_bytes(OLD)
    with pytest.raises(SaveError, match="de schijf is vol"):
        write_atomically(path, NEW)
    assert path.read_bytes() == OLD


def test_a_read_only_disk_is_reported_for_a_file_and_for_recovery(small_disk: SmallDisk, card: Card) -> None:
    disk = small_disk("read-only")
    with pytest.raises(SaveError, match="de schijf is alleen-lezen"):
        write_atomically(disk / "scan.pdf", NEW)
    with pytest.raises(RecoveryError, match="de schijf is alleen-lezen"):
        RecoveryFile(disk / "herstel", card).open()


def test_a_reader_never_sees_half_a_file(folder: Path) -> None:
    path = folder / "scan.pdf"
    versions = [b"a" * 300_000, b"b" * 200_000]
    path.write_bytes(versions[0])
    seen = set()
    done = threading.Event()

    def read() -> None:
        while not done.wait(0.02):  # or it would hold the file all the time, as Windows lets a reader
            seen.add(read_file(path))

    reader = threading.Thread(target=read)
    reader.start()
    for turn in range(100):
        write_atomically(path, versions[turn % 2])
    done.set()
    reader.join()
    assert seen <= set(versions)


@pytest.mark.parametrize(
    ("call", "which", "survivor"),
    [
        pytest.param("fsync", 1, OLD, id="while it is written"),
        pytest.param("replace", 1, OLD, id="before the move"),
        *([] if WINDOWS else [pytest.param("fsync", 2, NEW, id="after the move")]),  # of the folder
    ],
)
def test_a_program_killed_halfway_leaves_a_whole_file(
    call: str, which: int, survivor: bytes, folder: Path
) -> None:
    (folder / "scan.pdf").write_bytes(OLD)
    writing = f"""
import os
from pathlib import Path
from vpt_desktop.storage.atomic_file import write_atomically
from vpt_desktop.storage.file_reading import read_file

real, calls = os.{call}, []

def stop_in_time(*arguments):
    calls.append(arguments)
    if len(calls) == {which}:
        print("halfway", flush=True)
        input()
    return real(*arguments)

os.{call} = stop_in_time
write_atomically(Path("scan.pdf"), {NEW!r})
"""
    program = Program(writing)
    assert program.line() == "halfway"
    program.kill()
    assert (folder / "scan.pdf").read_bytes() == survivor
