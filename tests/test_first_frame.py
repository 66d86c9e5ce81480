"""What the first frame may import: all else is made when first wanted, so that the window comes at once."""

import os
import subprocess
import sys
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

UNTIL_THE_FRAME = """
import linecache
import sys
from vpt_desktop import app
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

QStandardPaths.setTestModeEnabled(True)

def made_of(kind):
    for made in kind.__subclasses__():
        yield made.__name__
        yield from made_of(made)

def show_what_there_is(_app):
    print(*sys.modules)
    print(*made_of(Shiboken.Object))
    print(*linecache.cache)
    return 0

QApplication.exec = show_what_there_is
sys.exit(app.main([]))
"""

OURS = (
    *("app", "comparison_words", "errors", "override", "resources", "startup", "user_folder", "words"),
    *("domain", "domain.*", "storage", "storage.*"),
    *("ui", "ui.actions", "ui.application", "ui.background", "ui.change_announcer", "ui.export"),
    *("ui.comparison", "ui.comparison.agreements"),
    *("ui.interruption", "ui.main_menu", "ui.main_window", "ui.messages", "ui.preferences"),
    *("ui.recovery_messages", "ui.taskbar", "ui.unexpected_error", "ui.user_data", "ui.work_messages"),
    *("ui.document", "ui.document.*", "ui.scan", "ui.scan.*", "ui.widgets", "ui.widgets.*"),
    *("ui.help", "ui.help.help", "ui.region", "ui.region.overview"),
    "ui.presentation",
    "ui.presentation.commands",
    "ui.presentation.console",
    "ui.presentation.controller",
    "ui.presentation.desk",
    "ui.presentation.menu",
    "ui.presentation.placement",
    "ui.presentation.screens",
    "ui.presentation.sheets",
    "ui.presentation.slide_colours",
)
"""The modules of ours that the first frame may import."""

NOT_EVEN_OF_THESE = (
    *("domain.region", "domain.region.*"),
    "ui.document.earlier_recent",
    *("ui.scan.comparison_section", "ui.scan.verdict_numbers"),
    *(
        "ui.widgets.calendar",
        "ui.widgets.file_dialog",
        "ui.widgets.note_editor",
        "ui.widgets.outcome_buttons",
    ),
)
"""Those that it may not, all the same."""

OTHERS = ("hashlib", "html", "json", "subprocess", "typst", "wakepy", "xlsxwriter")
"""Modules of others that are only needed later."""

UNUSED = (
    *("QGradient", "QStyle", "QWizard"),
    *("QClipboard", "QDesktopServices", "QDialog", "QLockFile", "QMimeData", "QTextCursor", "QUrl"),
)
"""Classes of Qt that PySide makes by mistake, at fillRect() or setStyle() or with all others; or too soon."""


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what the event loop begins with: modules, Qt's classes, sources that were read."""
    home = str(tmp_path_factory.mktemp("home"))
    folders = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    run = subprocess.run(
        [sys.executable, "-c", UNTIL_THE_FRAME],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd=Path(__file__).parents[1],
        env={**os.environ, **dict.fromkeys(folders, home)},
    )
    return run.stdout.splitlines()


def test_of_ours_it_imports_only_what_it_shows(lines: list[str]) -> None:
    ours = [name.partition(".")[2] for name in lines[0].split() if name.startswith("vpt_desktop.")]
    assert "ui.main_window" in ours
    assert [name for name in ours if not is_one_of(name, OURS) or is_one_of(name, NOT_EVEN_OF_THESE)] == []


def test_of_others_it_imports_nothing_that_is_needed_later(lines: list[str]) -> None:
    assert [name for name in lines[0].split() if name in OTHERS] == []


def test_pyside_has_not_made_the_classes_that_nobody_uses(lines: list[str]) -> None:
    # Each with its enumerations. It makes all of them as soon as a widget that Qt itself made, such as a
    # viewport, gets to Python.
    made = lines[1].split()
    assert "QMainWindow" in made
    assert [name for name in UNUSED if name in made] == []


def test_the_source_of_no_module_has_been_read(lines: list[str]) -> None:
    # PySide would read that of each module which is imported after it.
    assert "vpt_desktop" not in lines[2]


def is_one_of(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)
