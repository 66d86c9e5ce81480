"""The program starts in any folder, whatever the name of that means to Qt."""

import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

START = """
import sys
sys.path.insert(0, sys.argv[1])
from PySide6.QtCore import QCoreApplication
from vpt_desktop.ui.application import start
app = start()
assert sys.argv[1] in QCoreApplication.libraryPaths()[0], QCoreApplication.libraryPaths()
print(app.platformName(), QCoreApplication.translate("QPlatformTheme", "Cancel"))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="links to Qt's files stand for a bundle")
@pytest.mark.parametrize("name", ["a;b", "a:b;c=d", "map met spaties", "100 %41"])
def test_a_folder_with_an_odd_name_has_screen_and_dutch(name: str, tmp_path: Path) -> None:
    odd = tmp_path / name
    for package in ("PySide6", "shiboken6"):
        link_tree(Path(PySide6.__path__[0]).with_name(package), odd / package)
    ended = subprocess.run(
        [sys.executable, "-c", START, odd], capture_output=True, check=False, text=True, timeout=60
    )
    assert (ended.stdout, ended.stderr) == ("offscreen Annuleren\n", "")


def link_tree(source: Path, target: Path) -> None:
    """Make a tree with symbolic links to the files of another: Python and Qt go by the links' own names."""
    target.mkdir(parents=True)
    for path in source.iterdir():
        if path.is_dir() and path.name in {"Qt", "plugins", "translations"}:
            link_tree(path, target / path.name)
        else:
            (target / path.name).symlink_to(path)
