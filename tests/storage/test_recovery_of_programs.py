"""Recovery between real programs on a real system: killed at any moment, two at once, on a full disk.

`VPT_LONG_TESTS=1` kills a few hundred of them.
"""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from msgspec.structs import replace

import vpt_desktop
from tests.killing import Program
from tests.storage.disk import SmallDisk
from tests.storage.rights import denied
from tests.storage.scans import FULL
from vpt_desktop.errors import RecoveryError
from vpt_desktop.resources import load_card
from vpt_desktop.storage.orphans import orphans
from vpt_desktop.storage.recovery import RecoveryFile, Work
from vpt_desktop.storage.scan_file import read_scan

CARD = load_card()
WORK = Work(FULL)
TURNS = 300 if os.environ.get("VPT_LONG_TESTS") else 10

WRITING = """
import sys
from pathlib import Path
from msgspec.structs import replace
from tests.storage.scans import FULL
from vpt_desktop.resources import load_card
from vpt_desktop.storage.atomic_file import write_atomically
from vpt_desktop.storage.recovery import RecoveryFile, Work
from vpt_desktop.storage.scan_file import encode_scan

card = load_card()
recovery = RecoveryFile(Path("herstel"), card)
for change in range(1_000_000):
    scan = replace(FULL, leader=f"{sys.argv[1]} {change}", organisation="x" * (change % 7 * 1_000))
    recovery.write(Work(scan, Path("scan.vpt")))
    if change % 3 == 0:
        write_atomically(Path(f"{sys.argv[1]}.vpt"), encode_scan(scan, card))
    print(change, flush=True)
"""
"""Changes a scan without end and saves it now and then; prints every change that is on the disk."""


def started(name: str) -> Program:
    """Start a program that writes, and wait for its first change."""
    program = Program(WRITING, name)
    assert program.line() == "0"
    return program


def killed(program: Program) -> int:
    """Kill a program and return the last change that it printed as safe."""
    return int((program.kill() or ["0"])[-1])


def change_of(work: Work) -> tuple[str, int]:
    """Return whose work it is, and the number of its last change."""
    name, change = work.scan.leader.split()
    assert work == Work(
        replace(FULL, leader=work.scan.leader, organisation="x" * (int(change) % 7 * 1_000)), Path("scan.vpt")
    )
    return name, int(change)


def test_a_program_killed_at_any_moment_loses_nothing_that_was_safe(folder: Path) -> None:
    moments = random.Random(3)  # noqa: S311  moments, not secrets
    for turn in range(TURNS):
        program = started("een")
        time.sleep(moments.uniform(0, 0.05))  # any moment will do: nothing is waited for
        safe = killed(program)

        (orphan,) = orphans(folder / "herstel", CARD)
        name, change = change_of(orphan.work)
        assert name == "een"
        assert change in {safe, safe + 1}, f"turn {turn}"
        saved = int(read_scan(folder / "een.vpt", CARD).leader.split()[1])
        assert safe - 3 < saved <= safe + 1, f"turn {turn}"

        orphan.discard()
        assert list((folder / "herstel").iterdir()) == []


def test_two_programs_at_once_never_touch_each_others_work(folder: Path) -> None:
    first, second = started("een"), started("twee")
    assert list(orphans(folder / "herstel", CARD)) == []

    safe = killed(first)
    (orphan,) = orphans(folder / "herstel", CARD)
    assert change_of(orphan.work) in {("een", safe), ("een", safe + 1)}
    orphan.discard()

    own = RecoveryFile(folder / "herstel", CARD)
    own.write(WORK)
    assert list(orphans(folder / "herstel", CARD)) == []
    own.discard()
    own.close()

    safe = killed(second)
    (orphan,) = orphans(folder / "herstel", CARD)
    assert change_of(orphan.work) in {("twee", safe), ("twee", safe + 1)}
    orphan.discard()
    assert list((folder / "herstel").iterdir()) == []


FINDER = """
import sys
from pathlib import Path
from vpt_desktop.resources import load_card
from vpt_desktop.storage.orphans import orphans
from vpt_desktop.storage.recovery import RecoveryFile

card = load_card()
input()
own = RecoveryFile(Path("herstel"), card)
own.open()
print(len(list(orphans(Path("herstel"), card))), flush=True)
input()
"""


def test_programs_that_start_at_once_find_all_the_work_once(folder: Path) -> None:
    for number in range(6):
        program = RecoveryFile(folder / "herstel", CARD)
        program.write(Work(replace(FULL, leader=str(number))))
        program.close()
    finders = [
        subprocess.Popen(
            [sys.executable, "-c", FINDER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": str(Path(vpt_desktop.__file__).parents[1])},
        )
        for _ in range(4)
    ]
    for finder in finders:
        assert finder.stdin
        finder.stdin.write("\n")
        finder.stdin.flush()
    counts = []
    for finder in finders:
        assert finder.stdout
        counts.append(int(finder.stdout.readline()))
    assert sum(counts) == 6
    for finder in finders:
        finder.communicate("\n")
        assert finder.returncode == 0
    left = list(orphans(folder / "herstel", CARD))
    assert sorted(orphan.work.scan.leader for orphan in left) == ["0", "1", "2", "3", "4", "5"]
    for orphan in left:
        orphan.discard()
    assert list((folder / "herstel").iterdir()) == []


@pytest.mark.usefixtures("ordinary_user")
def test_a_profile_without_the_right_to_write_is_reported() -> None:
    refusal = pytest.raises(RecoveryError, match="je mag in die map niet schrijven; je kunt doorwerken")
    with denied("write", Path()), refusal:
        RecoveryFile(Path("herstel"), CARD).open()
    assert list(orphans(Path("herstel"), CARD)) == []


@pytest.mark.usefixtures("ordinary_user")
def test_a_folder_without_the_right_to_look_in_is_reported() -> None:
    Path("herstel").mkdir()
    with denied("all", Path("herstel")):
        with pytest.raises(RecoveryError, match="je mag in die map niet schrijven"):
            RecoveryFile(Path("herstel"), CARD).open()
        with pytest.raises(RecoveryError, match="je mag in die map niet schrijven"):
            list(orphans(Path("herstel"), CARD))


@pytest.mark.usefixtures("ordinary_user")
def test_work_in_a_folder_that_became_read_only_is_found_once_that_is_over() -> None:
    program = RecoveryFile(Path("herstel"), CARD)
    program.write(WORK)
    own = next(Path("herstel").iterdir())
    with denied("write", own):
        with pytest.raises(RecoveryError, match="je mag in die map niet schrijven"):
            program.write(Work(FULL.with_tick(1, ticked=False)))
        program.close()
    (orphan,) = orphans(Path("herstel"), CARD)
    assert orphan.work == WORK
    orphan.discard()


def test_a_disk_that_runs_full_keeps_the_work_of_before(small_disk: SmallDisk) -> None:
    disk = small_disk("full")
    program = RecoveryFile(disk / "herstel", CARD)
    program.write(WORK)
    with pytest.raises(RecoveryError, match="de schijf is vol"):
        program.write(Work(FULL.with_answer(1, replace(FULL.answer(1), note="x" * 100_000))))
    program.write(Work(FULL.with_tick(1, ticked=False)))
    program.close()
    (orphan,) = orphans(disk / "herstel", CARD)
    assert orphan.work == Work(FULL.with_tick(1, ticked=False))
    orphan.discard()


def test_a_full_disk_is_reported(small_disk: SmallDisk) -> None:
    disk = small_disk("few-files")
    with pytest.raises(RecoveryError, match="de schijf is vol"):
        RecoveryFile(disk / "herstel", CARD).open()
    assert list(orphans(disk / "herstel", CARD)) == []
