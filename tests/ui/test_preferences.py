"""Preferences that outlast the program."""

import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile, QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.storage.rights import is_for_its_user
from vpt_desktop.domain.card import Card
from vpt_desktop.domain.scan import AccountManager
from vpt_desktop.ui import preferences as preferences_module
from vpt_desktop.ui.application import build_window
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.preferences import Preferences


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, card: Card) -> Callable[[], MainWindow]:
    """Return what starts the program as another process would, with the preferences of the disk."""

    def start() -> MainWindow:
        window = build_window(qapp, card, Preferences())
        qtbot.addWidget(window)
        return window

    return start


def test_text_is_normal_until_the_user_wants_otherwise(preferences: Preferences) -> None:
    assert preferences.zoom == 100


def test_the_text_size_of_last_time_is_that_of_the_next(
    start: Callable[[], MainWindow], preferences: Preferences
) -> None:
    normal = start().font().pointSizeF()
    preferences.set_zoom(150)
    preferences.flush()
    assert start().font().pointSizeF() == pytest.approx(1.5 * normal)


@pytest.mark.usefixtures("preferences")
def test_what_the_window_changes_is_kept_though_nobody_else_holds_on_to_the_preferences(
    start: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    window = start()
    gc.collect()
    next(a for a in window.findChildren(QAction) if "groter" in a.text()).trigger()
    qtbot.waitUntil(lambda: Preferences().zoom == 110)


@pytest.mark.parametrize("content", [b"[General]\nzoom=groot\n", b"\x00\xff\xfe", b"[General]\nzoom=7000\n"])
@pytest.mark.usefixtures("preferences")
def test_a_damaged_preference_counts_as_never_set(
    start: Callable[[], MainWindow], tmp_path: Path, content: bytes
) -> None:
    normal = start().font().pointSizeF()
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "other"))
    file = tmp_path / "other" / "VPT" / "vpt-desktop.ini"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    assert start().font().pointSizeF() == pytest.approx(normal)


def test_a_file_with_any_name_is_one_recent_file(preferences: Preferences) -> None:
    names = ["a\u2028b.vpt", "a\nb.vpt", "a\x85b.vpt", "\udcff.vpt", 'a "b", c.vpt', "é.vpt"]
    for name in names:
        preferences.add_recent(Path("/scans", name))
    preferences.flush()
    assert Preferences().recent == tuple(Path("/scans", name) for name in reversed(names))


def test_settings_that_another_program_holds_do_not_keep_the_program_from_ending(
    preferences: Preferences, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preferences_module, "_LONGEST_FLUSH", 0.1)
    preferences.set_zoom(150)
    preferences.flush()
    lock = QLockFile(str(tmp_path / "VPT" / "vpt-desktop.ini.lock"))
    assert lock.lock()
    preferences.set_zoom(200)
    preferences.flush()  # returns, though nothing can be written
    lock.unlock()
    monkeypatch.undo()
    preferences.flush()
    assert Preferences().zoom == 200


@pytest.mark.parametrize("content", ["{}", "[1", '"a"', "/scans/a.vpt", "[" * 500_000])
def test_damaged_recent_files_count_as_none(tmp_path: Path, content: str) -> None:
    QSettings(str(tmp_path / "x.ini"), QSettings.Format.IniFormat).setValue("recent", content)
    assert Preferences(tmp_path / "x.ini").recent == ()


def test_only_the_user_can_read_the_preferences(tmp_path: Path) -> None:
    file = tmp_path / "VPT" / "x.ini"
    for open_before in (False, True):
        if open_before:
            file.chmod(0o644)
        preferences = Preferences(file)
        preferences.set_account_manager(AccountManager(name="A. de Vries"))
        preferences.flush()
        assert "A. de Vries" in file.read_text()
        assert is_for_its_user(file)
