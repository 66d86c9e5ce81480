"""A folder of its own, and a user to whom permission bits apply."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.skips import WINDOWS

NOBODY = 65534


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty folder as the current one: any user may be in it, not only who may come by its path."""
    place = tmp_path / "folder"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


@pytest.fixture
def ordinary_user(folder: Path) -> Iterator[None]:
    """Be a user to whom permission bits apply, owner of the folder, during the test."""
    if WINDOWS or os.geteuid() != 0:
        yield
        return
    os.chown(folder, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
