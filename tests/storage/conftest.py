"""Disks and users that refuse: a file system of its own, and someone to whom permission bits apply."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.skips import NO_READ_ONLY_DISK, NO_SMALL_DISKS, WINDOWS, WINE
from tests.storage.disk import KINDS, Mount, SmallDisk

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


@pytest.fixture
def small_disk(request: pytest.FixtureRequest) -> SmallDisk:
    """Give a function that returns the folder of a disk of one kind; Windows must have one already."""
    if not WINDOWS:
        mount = request.getfixturevalue("mount")
        return lambda kind: mount(KINDS[kind])
    if "VPT_DISKS" not in os.environ:
        pytest.skip(NO_SMALL_DISKS)

    def emptied(kind: str) -> Path:
        if WINE and kind == "read-only":
            pytest.skip(NO_READ_ONLY_DISK)
        disk = Path(os.environ["VPT_DISKS"], kind)
        for path in disk.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        return disk

    return emptied
