"""Disks and users that refuse: a file system of its own, and someone to whom permission bits apply."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.disk import Mount

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
    if os.geteuid() != 0:
        yield
        return
    os.chown(folder, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Mount]:
    """Give a function that mounts, with options, a file system in memory and returns its folder."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted: list[Path] = []

    def mount(options: str, what: Path | str = "tmpfs", where: Path = disk) -> Path:
        command = ["mount", "-t", "tmpfs", "-o", options, what, where]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        if result.returncode:
            pytest.skip(f"mounting is not allowed here: {result.stderr.splitlines()[0]}")
        if not options.startswith("remount"):
            mounted.append(where)
        return where

    yield mount
    for place in reversed(mounted):
        subprocess.run(["umount", place], check=True)
