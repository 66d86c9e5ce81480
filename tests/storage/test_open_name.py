"""Which file a program has open: another program knows, and a killed one leaves nothing that matters."""

from pathlib import Path

import pytest

from tests.killing import Program
from tests.skips import WINDOWS

if WINDOWS:
    pytest.skip("Windows has marks on windows for this", allow_module_level=True)

from vpt_desktop.storage.open_name import OpenName

HOLD = """
import sys
from pathlib import Path
from vpt_desktop.storage.open_name import OpenName
name = OpenName(Path(sys.argv[1]))
name.hold(Path(sys.argv[2]))
print("held", flush=True)
input()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "geopend"


def test_what_another_program_has_open_is_known_until_that_is_killed(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "scan.vpt"
    program = Program(HOLD, str(folder), str(file))
    assert program.line() == "held"
    here = OpenName(folder)
    assert here.is_held_elsewhere(file)
    assert not here.is_held_elsewhere(tmp_path / "andere.vpt")
    here.hold(file)  # both opened it at the same moment: each goes on
    program.kill()
    assert not here.is_held_elsewhere(file)
    assert [*folder.iterdir()] == []


def test_a_file_is_one_by_every_path_that_leads_to_it(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "scan.vpt"
    file.touch()
    (tmp_path / "link.vpt").symlink_to(file)
    here, there = OpenName(folder), OpenName(folder)
    there.hold(file)
    assert here.is_held_elsewhere(tmp_path / "map" / ".." / "link.vpt")


def test_only_the_last_file_of_a_program_is_held_and_not_against_itself(folder: Path, tmp_path: Path) -> None:
    here, there = OpenName(folder), OpenName(folder)
    here.hold(tmp_path / "eerste.vpt")
    here.hold(tmp_path / "tweede.vpt")
    here.hold(tmp_path / "tweede.vpt")
    assert not there.is_held_elsewhere(tmp_path / "eerste.vpt")
    assert there.is_held_elsewhere(tmp_path / "tweede.vpt")
    assert not here.is_held_elsewhere(tmp_path / "tweede.vpt")
    here.hold(None)
    assert not there.is_held_elsewhere(tmp_path / "tweede.vpt")
    assert [*folder.iterdir()] == []


def test_where_no_lock_can_be_made_nothing_is_held(folder: Path, tmp_path: Path) -> None:
    folder.touch()
    here, there = OpenName(folder), OpenName(folder)
    here.hold(tmp_path / "scan.vpt")
    assert not there.is_held_elsewhere(tmp_path / "scan.vpt")
