"""Size of the bundle: reported, and limited."""

import sys
from pathlib import Path

import pytest

from release import size


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "vpt-desktop"
    folder.mkdir()
    for number in range(1, 13):
        (folder / f"part{number}").write_bytes(bytes(100_000 * number))
    return folder


def test_the_size_is_reported_with_the_ten_largest_files(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    size.report(folder)
    first, *parts = capsys.readouterr().out.splitlines()
    assert first.startswith("vpt-desktop: 7.8 MB in 12 files; vpt-desktop.zip: ")
    assert [part.split()[-1] for part in parts] == [f"part{number}" for number in range(12, 2, -1)]
    assert folder.with_name("vpt-desktop.zip").is_file()


@pytest.mark.parametrize("limit", ["_MOST_UNPACKED", "_MOST_ZIPPED"])
def test_too_large_a_bundle_ends_the_build(limit: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(size, limit, 0.001)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(SystemExit, match="the bundle may take"):
        size.report(folder)
