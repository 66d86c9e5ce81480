"""Files that are made of scans, on disk: new, or in the place of an older one of their kind."""

from codecs import BOM_UTF8
from pathlib import Path

import pytest

from tests.storage.disk import SmallDisk
from vpt_desktop.errors import OverviewError, UnflushedError
from vpt_desktop.storage import atomic_file
from vpt_desktop.storage.overview_file import write_overview

CONTENT = {".pdf": b"%PDF-1.7", ".xlsx": b"PK\x03\x04zip", ".csv": BOM_UTF8 + b"a;b"}


@pytest.mark.parametrize("suffix", CONTENT)
def test_a_file_is_new_or_replaces_an_older_one_of_its_kind(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"uit{suffix}"
    for content in (CONTENT[suffix], CONTENT[suffix] + b"2"):
        write_overview(path, content, suffix)
        assert path.read_bytes() == content


@pytest.mark.parametrize("suffix", CONTENT)
def test_it_replaces_no_scan(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / "oss.vpt"
    path.write_bytes(b'{"format": "vpt-scan"}')
    with pytest.raises(OverviewError) as caught:
        write_overview(path, CONTENT[suffix], suffix)
    assert str(caught.value) == (
        "oss.vpt is niet opgeslagen: onder die naam staat er al een ander soort bestand; "
        "aan de scans is niets veranderd, kies een andere naam."
    )
    assert path.read_bytes() == b'{"format": "vpt-scan"}'


def test_a_full_disk_is_reported_and_leaves_what_was_there(small_disk: SmallDisk) -> None:
    path = small_disk("full") / "regio.xlsx"
    path.write_bytes(CONTENT[".xlsx"])
    with pytest.raises(OverviewError, match=r"de schijf is vol; aan de scans is niets veranderd"):
        write_overview(path, CONTENT[".xlsx"] + bytes(200_000), ".xlsx")
    assert path.read_bytes() == CONTENT[".xlsx"]


def test_a_disk_that_does_not_confirm_is_reported_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_folder: Path) -> None:
        raise OSError(5, "defect")

    monkeypatch.setattr(atomic_file, "flush_folder", fail)
    with pytest.raises(UnflushedError, match="is opgeslagen, maar"):
        write_overview(tmp_path / "uit.pdf", CONTENT[".pdf"], ".pdf")
