"""The program starts in any folder, whatever the name of that means to Qt."""

import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from tests.skips import WINDOWS, with_semicolons

UNUSED = (
    "qml",
    "metatypes",
    "typesystems",
    "include",
    "*.exe",
    "*Qml*",
    "*Quick*",
    "*Designer*",
    "opengl32sw.dll",
)

START = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from PySide6.QtCore import QCoreApplication
from vpt_desktop.ui.application import start
app = start()
assert Path(sys.argv[1]) in Path(QCoreApplication.libraryPaths()[0]).parents, QCoreApplication.libraryPaths()
print(app.platformName(), QCoreApplication.translate("QPlatformTheme", "Cancel"))
"""


NAMES = [
    pytest.param("a;b", marks=with_semicolons),
    "map met spaties",
    "100 %41",
    *([] if WINDOWS else ["a:b;c=d"]),
]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the packages of Qt, as a bundle has them."""
    folder = tmp_path_factory.mktemp("bundle") / "packages"
    for package in ("PySide6", "shiboken6"):
        source = Path(PySide6.__path__[0]).with_name(package)
        if WINDOWS:  # which looks where a link points
            shutil.copytree(source, folder / package, ignore=shutil.ignore_patterns(*UNUSED))
        else:
            link_tree(source, folder / package)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_with_an_odd_name_has_screen_and_dutch(name: str, packages: Path) -> None:
    odd = packages.rename(packages.with_name(name))
    try:
        ended = subprocess.run(
            [sys.executable, "-c", START, odd], capture_output=True, check=False, text=True, timeout=60
        )
    finally:
        odd.rename(packages)
    assert (ended.stdout, ended.stderr) == ("offscreen Annuleren\n", "")


def link_tree(source: Path, target: Path) -> None:
    """Make a tree with symbolic links to the files of another: Python and Qt go by the links' own names."""
    target.mkdir(parents=True)
    for path in source.iterdir():
        if path.is_dir() and path.name in {"Qt", "plugins", "translations"}:
            link_tree(path, target / path.name)
        else:
            (target / path.name).symlink_to(path)
