"""A summary on disk: new, or in the place of an older one, but never of something else."""

from pathlib import Path

import pytest

from vpt_desktop.errors import SaveError
from vpt_desktop.storage.pdf_file import write_pdf

PDF = b"%PDF-1.7 new"


@pytest.mark.parametrize("there", [None, b"", b"%PDF-1.7 old"])
def test_a_summary_is_new_or_replaces_an_older_one(tmp_path: Path, there: bytes | None) -> None:
    file = tmp_path / "uit.pdf"
    if there is not None:
        file.write_bytes(there)
    write_pdf(file, PDF)
    assert file.read_bytes() == PDF


@pytest.mark.parametrize("there", [b'{"format": "vpt-scan"}', b"%PDX", b"PK\3\4"])
def test_it_replaces_nothing_else(tmp_path: Path, there: bytes) -> None:
    file = tmp_path / "scan.vpt"
    file.write_bytes(there)
    with pytest.raises(SaveError) as caught:
        write_pdf(file, PDF)
    assert str(caught.value) == (
        "scan.vpt is niet opgeslagen: onder die naam staat er al een ander soort bestand; "
        "je scan staat nog in dit venster, dus kies een andere naam."
    )
    assert file.read_bytes() == there


def test_a_folder_and_a_name_that_cannot_be_are_reported_as_ever(tmp_path: Path) -> None:
    for path, reason in (
        (tmp_path, "staat er al een map"),
        (tmp_path / ("x" * 5000), "te lang"),
    ):
        with pytest.raises(SaveError, match=reason):
            write_pdf(path, PDF)
