"""Which scans went into earlier deelversies, kept on this computer."""

import datetime as dt
from pathlib import Path

import pytest

from tests.storage.disk import SmallDisk
from vpt_desktop.domain.region.composition import Composition, SharedScan
from vpt_desktop.errors import CompositionsError
from vpt_desktop.storage import atomic_file
from vpt_desktop.storage.compositions import read_compositions, write_compositions

ONE = Composition(dt.date(2026, 3, 3), (SharedScan("a" * 64, "b" * 64),))


def test_nothing_was_kept_at_first(tmp_path: Path) -> None:
    assert read_compositions(tmp_path) == ()
    assert read_compositions(tmp_path / "nergens") == ()


def test_what_is_kept_is_read_back_and_replaces_what_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "nieuw" / "dieper"
    write_compositions(folder, [ONE, ONE])
    assert read_compositions(folder) == (ONE, ONE)
    write_compositions(folder, [])
    assert read_compositions(folder) == ()


@pytest.mark.parametrize("content", [b"", b"{", b"PK", b'{"format": "vpt-scan", "version": 1}'])
def test_a_damaged_file_is_reported_and_not_taken_for_nothing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "deelversies.json"
    path.write_bytes(content)
    with pytest.raises(CompositionsError) as caught:
        read_compositions(tmp_path)
    assert str(caught.value) == (
        f"Er is geen deelversie gemaakt, want in {path} staat van welke scans je er eerder een maakte: "
        "dat bestand is beschadigd of niet te lezen; aan de scans is niets veranderd."
    )


def test_a_full_disk_and_a_file_in_place_of_the_folder_are_reported(
    tmp_path: Path, small_disk: SmallDisk
) -> None:
    with pytest.raises(CompositionsError, match="de schijf is vol"):
        write_compositions(small_disk("full"), [ONE] * 1000)
    (tmp_path / "bestand").touch()
    with pytest.raises(CompositionsError, match="die map kan niet worden gemaakt"):
        write_compositions(tmp_path / "bestand" / "map", [ONE])


def test_a_disk_that_does_not_confirm_still_keeps_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_folder: Path) -> None:
        raise OSError(5, "defect")

    monkeypatch.setattr(atomic_file, "flush_folder", fail)
    write_compositions(tmp_path, [ONE])
    assert read_compositions(tmp_path) == (ONE,)
