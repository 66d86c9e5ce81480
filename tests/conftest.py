"""What every test shares: no screen is needed, the card, and disks of their own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.skips import NO_READ_ONLY_DISK, NO_SMALL_DISKS, WINDOWS, WINE
from tests.storage.disk import KINDS, Mount, SmallDisk
from vpt_desktop.domain.card import Card
from vpt_desktop.resources import load_card
from vpt_desktop.startup import missing_library

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform == "win32":  # where that platform looks in a folder that no Qt has had since 5, and warns
    os.environ.setdefault("QT_QPA_FONTDIR", str(Path(os.environ["SYSTEMROOT"], "Fonts")))

try:
    import PySide6.QtWidgets  # noqa: F401  before pytest-qt does, which would not say what to install
except ImportError as error:
    print(missing_library(error) or error, file=sys.stderr)  # noqa: T201  pytest would wrap an exception
    sys.exit(2)


# The same examples each time, so that a change is judged by what it changes; others on a long run.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("others", deadline=None)
settings.load_profile("others" if os.environ.get("VPT_LONG_TESTS") else "same")


@pytest.fixture(scope="session")
def card() -> Card:
    return load_card()


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Return the arguments of the application of all tests, which is the program's in style too."""
    from vpt_desktop.ui.application import STYLE  # noqa: PLC0415  most tests need no Qt

    return ["pytest", *STYLE]


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
