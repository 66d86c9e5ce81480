"""Work that is found back after a program has gone, whatever has happened to the disk meanwhile."""

import errno
import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.skips import WINDOWS
from tests.storage.rights import is_private
from tests.storage.scans import FULL, SCANS, filled_with
from tests.storage.test_scan_file import scan_on_disk
from vpt_desktop.errors import RecoveryError
from vpt_desktop.resources import load_card
from vpt_desktop.storage.file_reading import FILE_LIMIT, fingerprint_of
from vpt_desktop.storage.orphans import Orphan, Unreadable, orphans
from vpt_desktop.storage.program_folder import ProgramFolder
from vpt_desktop.storage.recovery import RecoveryFile, Work
from vpt_desktop.storage.scan_file import encode_scan, read_scan

CARD = load_card()
WORK = Work(FULL, Path("/dossier/VPT-scan Oss.vpt"), fingerprint_of(b"as opened"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the path of a folder in the profile that is not there yet."""
    return tmp_path / "profile" / "herstel"


def left_behind(folder: Path, work: Work = WORK, written: int | None = None) -> Path:
    """Write `work` as a program would that ends without discarding it; return the file."""
    before = set(folder.glob("*/*"))
    program = RecoveryFile(folder, CARD)
    program.write(work)
    program.close()
    (path,) = set(folder.glob("*/laatste.*")) - before
    if written:
        os.utime(path, ns=(written, written))
    return path


def found(folder: Path) -> list[Work]:
    """Return the work that the next start finds, and leave it there."""
    works = []
    for left in orphans(folder, CARD):
        if isinstance(left, Orphan):
            works.append(left.work)
            left.release()
    return works


def refuse(error: OSError) -> Callable[..., None]:
    def call(*_arguments: object, **_options: object) -> None:
        raise error

    return call


def test_a_first_start_finds_nothing(folder: Path) -> None:
    assert list(orphans(folder, CARD)) == []
    assert not folder.exists()


def test_work_is_found_back_with_its_file(folder: Path) -> None:
    left_behind(folder)
    assert found(folder) == [WORK]


def test_work_without_a_file_is_found_back(folder: Path) -> None:
    left_behind(folder, Work(FULL))
    assert found(folder) == [Work(FULL, file=None, fingerprint=None)]


def test_work_that_an_older_version_of_the_program_left_is_found_back(folder: Path) -> None:
    fingerprint = b"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    head = b'{"format":"vpt-herstel","version":1,"file":"scan.vpt","stamp":"%b"}' % fingerprint
    left_behind(folder).write_bytes(head + b"\n" + encode_scan(FULL, CARD))
    assert found(folder) == [Work(FULL, Path("scan.vpt"), fingerprint_of(b""))]


@given(
    scan=SCANS,
    name=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
)
def test_any_work_is_found_back(tmp_path_factory: pytest.TempPathFactory, scan: object, name: str) -> None:
    folder = tmp_path_factory.mktemp("herstel")
    work = Work(scan, Path(name), fingerprint_of(name.encode()))
    left_behind(folder, work)
    assert found(folder) == [replace(work, scan=scan_on_disk(scan))]


def test_a_file_whose_name_is_no_text_is_found_back(folder: Path) -> None:
    path = Path("/dossier/\udcff\udcfe.vpt")  # two bytes that are no UTF-8, or on Windows no UTF-16
    left_behind(folder, Work(FULL, path))
    assert found(folder) == [Work(FULL, path)]


def test_the_last_of_many_changes_is_found_back(folder: Path) -> None:
    program = RecoveryFile(folder, CARD)
    for number in range(1, 11):
        program.write(Work(FULL.with_tick(number, ticked=False)))
    program.close()
    assert found(folder) == [Work(FULL.with_tick(10, ticked=False))]


def test_all_but_the_first_line_is_a_file_that_can_be_opened(folder: Path, tmp_path: Path) -> None:
    content = left_behind(folder).read_bytes()
    (tmp_path / "gered.vpt").write_bytes(content.partition(b"\n")[2])
    assert read_scan(tmp_path / "gered.vpt", CARD) == FULL


def test_work_of_several_programs_is_found_newest_first(folder: Path) -> None:
    for leader, written in (("tweede", 2_000), ("derde", 3_000), ("eerste", 1_000)):
        left_behind(folder, Work(replace(FULL, leader=leader)), written)
    assert [work.scan.leader for work in found(folder)] == ["derde", "tweede", "eerste"]


def test_of_much_work_one_place_is_held_at_a_time_and_one_search_looks_into_so_many(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vpt_desktop.storage.orphans._LOOKED_INTO", 30)
    for number in range(40):
        left_behind(folder, written=1_000 + number)
    held: list[int] = []
    for left in orphans(folder, CARD):
        assert isinstance(left, Orphan)
        held.append(sum(is_held(place) for place in folder.iterdir()))
        left.release()
    assert held == [1] * 30


def is_held(path: Path) -> bool:
    place = ProgramFolder.take(path)
    if place is not None:
        place.release()
    return place is None


def test_work_that_was_found_is_nobody_elses(folder: Path) -> None:
    left_behind(folder)
    (orphan,) = orphans(folder, CARD)
    assert list(orphans(folder, CARD)) == []
    orphan.release()
    assert found(folder) == [WORK]


def test_work_that_was_found_and_discarded_is_gone(folder: Path) -> None:
    left_behind(folder)
    (orphan,) = orphans(folder, CARD)
    orphan.discard()
    assert found(folder) == []
    assert list(folder.iterdir()) == []


def test_work_of_a_running_program_is_not_found(folder: Path) -> None:
    program = RecoveryFile(folder, CARD)
    program.write(WORK)
    assert list(orphans(folder, CARD)) == []
    program.close()
    assert found(folder) == [WORK]


def test_a_program_that_ends_with_everything_saved_leaves_nothing(folder: Path) -> None:
    program = RecoveryFile(folder, CARD)
    program.write(WORK)
    program.discard()
    program.discard()
    program.write(WORK)
    program.discard()
    program.close()
    assert list(folder.iterdir()) == []


def test_a_program_that_was_killed_before_its_first_change_leaves_nothing(folder: Path) -> None:
    left_behind(folder).unlink()
    assert found(folder) == []
    assert list(folder.iterdir()) == []


def test_what_a_broken_off_write_left_is_removed(folder: Path) -> None:
    path = left_behind(folder)
    path.with_name(".vpt-0123456789abcdef.tmp").write_bytes(b"half")
    (orphan,) = orphans(folder, CARD)
    assert orphan.work == WORK
    orphan.discard()
    assert list(folder.iterdir()) == []


HEAD = b'{"format":"vpt-herstel","version":1,"file":null,"stamp":null}'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 4096,
        HEAD,
        HEAD + b"\n{}",
        b'{"format":"vpt-herstel","version":1,"file":"\xc4\x80","stamp":null}\n',
        b"[" * 100_000,
        bytes(FILE_LIMIT + 1),
    ],
    ids=["empty", "zeros", "no scan", "other scan", "name", "nested", "large"],
)
def test_a_damaged_file_is_set_aside_and_the_rest_is_found(folder: Path, content: bytes) -> None:
    damaged = left_behind(folder)
    damaged.write_bytes(content)
    left_behind(folder)
    assert found(folder) == [WORK]
    aside = damaged.parent.with_suffix(".beschadigd")
    assert aside.read_bytes() == content
    assert not damaged.parent.exists()
    assert found(folder) == [WORK]


def test_a_file_name_of_more_than_bytes_is_damage(folder: Path) -> None:
    path = left_behind(folder, Work(FULL, Path("x")))
    path.write_bytes(path.read_bytes().replace(b'"file":"x"', '"file":"Ā"'.encode(), 1))
    assert found(folder) == []
    assert [path.suffix for path in folder.iterdir()] == [".beschadigd"]


@given(data=st.data())
def test_any_damage_is_survived(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("herstel")
    path = left_behind(folder)
    content = bytearray(path.read_bytes())
    del content[data.draw(st.integers(0, len(content))) :]
    for place in data.draw(st.lists(st.integers(0, len(content)), max_size=4)):
        content[place : place + 1] = data.draw(st.binary(max_size=3))
    path.write_bytes(content)
    set_aside = len(found(folder)) + len(list(folder.glob("*.beschadigd")))
    # A damaged number or name can make it look like the work of another version: that stays where it is.
    assert set_aside or path.read_bytes() == content
    assert set_aside <= 1


def test_the_newest_five_damaged_files_are_kept(folder: Path) -> None:
    for number in range(1, 8):
        path = left_behind(folder)
        path.write_bytes(b"damaged %d" % number)
        os.utime(path, (number, number))  # seconds: a file system may know no shorter ones
    assert found(folder) == []
    assert sorted(path.read_bytes() for path in folder.iterdir()) == [b"damaged %d" % n for n in range(3, 8)]


def test_a_damaged_file_that_cannot_be_moved_is_no_reason_not_to_start(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = left_behind(folder)
    damaged.write_bytes(b"damaged")
    left_behind(folder)
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", refuse(PermissionError(errno.EACCES, "niet")))
        patch.setattr(os, "rename", refuse(PermissionError(errno.EACCES, "niet")))
        assert found(folder) == [WORK]
    assert damaged.read_bytes() == b"damaged"


def test_damaged_files_that_cannot_be_removed_are_no_reason_not_to_start(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_behind(folder)
    for number in range(7):
        (folder / f"{number}.beschadigd").touch()
    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", refuse(PermissionError(errno.EACCES, "niet")))
        assert found(folder) == [WORK]


@pytest.mark.parametrize(
    "change",
    [(b'"version": 2', b'"version": 3'), (b'"version":1', b'"version":2'), (CARD.identity.encode(), b"x")],
)
def test_work_for_another_version_of_the_program_stays_as_it_is(
    folder: Path, change: tuple[bytes, bytes]
) -> None:
    path = left_behind(folder)
    content = path.read_bytes().replace(*change)
    assert content != path.read_bytes()
    path.write_bytes(content)
    assert found(folder) == []
    assert path.read_bytes() == content


def test_work_that_cannot_be_read_now_stays_as_it_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left_behind(folder)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse(OSError(errno.EIO, "netwerk weg")))
        assert found(folder) == []
    assert found(folder) == [WORK]


def test_what_is_not_ours_stays(folder: Path) -> None:
    left_behind(folder)
    (folder / "map").mkdir()
    (folder / "map" / "foto").touch()
    (folder / "lijst.txt").touch()
    assert found(folder) == [WORK]
    assert {"map", "lijst.txt"} <= {path.name for path in folder.iterdir()}


def test_a_folder_that_cannot_be_made_is_reported(tmp_path: Path) -> None:
    (tmp_path / "profile").touch()
    with pytest.raises(RecoveryError) as caught:
        RecoveryFile(tmp_path / "profile" / "herstel", CARD).open()
    assert str(caught.value) == (
        f"Wijzigingen worden niet vanzelf bewaard in {tmp_path / 'profile' / 'herstel'}: "
        "op de plaats van die map staat een bestand; je kunt doorwerken, maar sla je scan vaak zelf op."
    )
    with pytest.raises(RecoveryError, match="op de plaats van die map staat een bestand; je kunt doorwerken"):
        RecoveryFile(tmp_path / "profile", CARD).open()
    with pytest.raises(RecoveryError):
        list(orphans(tmp_path / "profile", CARD))


def keep_other_work(program: RecoveryFile) -> None:
    program.write(Work(FULL.with_tick(1, ticked=False)))
    program.flush()


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize(("number", "reason"), [(errno.ENOSPC, "de schijf is vol"), (errno.EIO, "een fout")])
def test_a_write_that_fails_is_reported_and_the_work_of_before_is_still_flushed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str, call: str
) -> None:
    program = RecoveryFile(folder, CARD)
    program.write(WORK)
    program.flush()
    (flushed,) = folder.glob("*/werk.*")
    before = flushed.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, call, refuse(OSError(number, "fout")))
        with pytest.raises(RecoveryError, match=reason):
            keep_other_work(program)
    program.close()
    assert flushed.read_bytes() == before


def test_a_write_that_failed_is_no_reason_not_to_write_the_next(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = RecoveryFile(folder, CARD)
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", refuse(OSError(errno.ENOSPC, "vol")))
        with pytest.raises(RecoveryError):
            program.write(WORK)
    program.write(WORK)
    program.close()
    assert found(folder) == [WORK]


def test_of_a_text_that_is_too_long_as_much_is_kept_as_can_be_read_back(folder: Path) -> None:
    left_behind(folder, Work(filled_with("x" * 100_001)))
    assert found(folder) == [Work(filled_with("x" * 100_000))]


def test_a_program_that_never_came_to_keep_anything_leaves_nothing(folder: Path) -> None:
    program = RecoveryFile(folder, CARD)
    program.flush()
    program.close()
    assert not folder.exists()


def test_a_folder_that_was_removed_meanwhile_is_made_again(folder: Path) -> None:
    program = RecoveryFile(folder, CARD)
    program.write(WORK)
    shutil.rmtree(folder, ignore_errors=WINDOWS)  # which removes no file that is open, such as the lock
    assert [path.name for path in folder.rglob("*") if path.is_file()] == ["lock"] * WINDOWS
    program.write(WORK)
    program.close()
    assert found(folder) == [WORK]


def test_after_a_power_cut_the_last_flushed_work_is_back_where_the_latest_is_not_whole(folder: Path) -> None:
    program = RecoveryFile(folder, CARD)
    program.write(WORK)
    program.flush()
    program.write(Work(FULL.with_tick(1, ticked=False)))
    program.close()
    (latest,) = folder.glob("*/laatste.*")
    latest.write_bytes(b"")
    assert found(folder) == [WORK]


def test_what_is_discarded_while_it_is_flushed_does_not_come_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = RecoveryFile(folder, CARD)
    program.write(WORK)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", lambda _descriptor: program.discard())
        program.flush()
    program.flush()
    program.close()
    assert list(folder.iterdir()) == []


def test_of_damaged_work_and_that_of_another_version_the_place_is_reported(folder: Path) -> None:
    damaged, newer = left_behind(folder), left_behind(folder)
    damaged.write_bytes(b"damaged")
    newer.write_bytes(newer.read_bytes().replace(b'"version":1', b'"version":2'))
    assert set(orphans(folder, CARD)) == {
        Unreadable(damaged.parent.with_suffix(".beschadigd"), damaged=True),
        Unreadable(newer, damaged=False),
    }


def test_work_that_cannot_be_discarded_is_reported(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = RecoveryFile(folder, CARD)
    program.write(WORK)
    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", refuse(PermissionError(errno.EACCES, "niet")))
        with pytest.raises(RecoveryError, match="je mag in die map niet schrijven"):
            program.discard()
    program.close()


def test_nobody_else_may_read_the_work(folder: Path) -> None:
    assert is_private(left_behind(folder).parent)


def test_work_is_on_the_disk_itself_before_it_counts_as_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = RecoveryFile(folder, CARD)
    program.open()
    flushed = []
    fsync = os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda descriptor: (flushed.append(os.fstat(descriptor)), fsync(descriptor))
    )
    program.write(WORK)
    assert flushed == []
    program.flush()
    assert [stat.S_ISDIR(status.st_mode) for status in flushed] == [False, True][
        : 1 if os.name == "nt" else 2
    ]
    assert [flushed[0].st_size] * 2 == [path.stat().st_size for path in folder.rglob("*.vpt-herstel")]
    program.close()
