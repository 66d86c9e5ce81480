"""Which names Windows can have for a file."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from vpt_desktop.domain.windows_name import can_be_on_windows, names_can_be_on_windows


@pytest.mark.parametrize(
    "name",
    ["scan.vpt", "Zoë & Zn. (2).pdf", ".vpt", "CONcept.pdf", "com.vpt", "COM10.vpt", "a  b", "naïef 😀"],
)
def test_an_ordinary_name_can_be(name: str) -> None:
    assert can_be_on_windows(name)


@pytest.mark.parametrize("character", [*'<>:"|?*', "\t", "\x00", "\ud83d"])
def test_a_name_with_a_character_that_windows_reads_otherwise_cannot(character: str) -> None:
    assert not can_be_on_windows(f"Oss {character} 2026.pdf")


@pytest.mark.parametrize("name", ["eind.", "eind ", "eind. ", "scan.pdf."])
def test_a_name_that_loses_its_end_cannot(name: str) -> None:
    assert not can_be_on_windows(name)


@pytest.mark.parametrize(
    "name", ["CON", "con.pdf", "NUL", "nul .vpt", "AUX.tar.gz", "COM1", "LPT9.pdf", "COM²", "CONIN$"]
)
def test_a_name_of_a_device_cannot(name: str) -> None:
    assert not can_be_on_windows(name)


@pytest.mark.parametrize("path", [r"C:\Users\Zoë\scan.vpt", r"..\scan.vpt", r"\\server\share\x.vpt", "x.vpt"])
def test_folders_and_a_drive_are_no_part_of_the_name(path: str) -> None:
    assert names_can_be_on_windows(PureWindowsPath(path))


@pytest.mark.parametrize(
    "path", ["x:y.pdf", r"C:\a:b\scan.vpt", r"C:\NUL\scan.vpt", r"\\server\share\x?.vpt"]
)
def test_one_bad_name_in_a_path_is_enough(path: str) -> None:
    assert not names_can_be_on_windows(PureWindowsPath(path))


def test_a_path_of_another_system_is_judged_by_its_names_too() -> None:
    assert names_can_be_on_windows(PurePosixPath("/media/stick/scan.vpt"))
    assert not names_can_be_on_windows(PurePosixPath("/media/stick/10:30.vpt"))
