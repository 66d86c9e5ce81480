"""Reading and writing where a symbolic link points."""

from pathlib import Path

import pytest

from tests.drawing import scan_of
from tests.skips import NO_LINKS, WINE
from vpt_desktop.domain.card import Card
from vpt_desktop.errors import OpenError, SaveError
from vpt_desktop.storage.atomic_file import write_atomically
from vpt_desktop.storage.file_reading import read_file
from vpt_desktop.storage.region_reading import RegionReading
from vpt_desktop.storage.scan_file import encode_scan

if WINE:
    pytest.skip(NO_LINKS, allow_module_level=True)

OLD = b"old"
NEW = b"new"


def test_a_link_is_followed(folder: Path) -> None:
    (folder / "scan.vpt").write_bytes(OLD)
    link = folder / "link.vpt"
    link.symlink_to("scan.vpt")
    assert read_file(link) == OLD


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
    with pytest.raises(SaveError, match="die koppeling verwijst naar zichzelf"):
        write_atomically(folder / "a", NEW)
    with pytest.raises(OpenError, match="die koppeling verwijst naar zichzelf"):
        read_file(folder / "a")


def test_a_link_to_a_folder_is_not_followed_when_a_region_is_read(folder: Path, card: Card) -> None:
    (folder / "diep").mkdir()
    scan = folder / "diep" / "a.vpt"
    scan.write_bytes(encode_scan(scan_of("☑☑☐☐☐☐☐☐☐☑"), card))
    (folder / "diep" / "terug.vpt").symlink_to(folder, target_is_directory=True)
    assert [found.path for found in RegionReading().read([folder])] == [scan]


def test_a_link_to_itself_stops_no_reading_of_a_region(folder: Path, card: Card) -> None:
    for name in ("a.vpt", "z.vpt"):
        (folder / name).write_bytes(encode_scan(scan_of("☑☑☐☐☐☐☐☐☐☑"), card))
    (folder / "ring.vpt").symlink_to("ring.vpt")
    found = RegionReading().read([folder])
    assert [(each.path.name, each.refusal) for each in found] == [
        ("a.vpt", ""),
        ("ring.vpt", "die koppeling verwijst naar zichzelf"),
        ("z.vpt", ""),
    ]
