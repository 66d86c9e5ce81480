"""A region's window, empty and with the files of twelve organisations."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.region.on_screen import TWELVE, drop, laid_together, save
from vpt_desktop.domain.card import Card
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.region import saving
from vpt_desktop.ui.region.region_window import RegionWindow


@pytest.fixture
def scans(tmp_path: Path, card: Card) -> Path:
    """Fifteen files: twelve organisations, of which two with an older scan, one damaged."""
    folder = tmp_path / "scans"
    (folder / "eerder").mkdir(parents=True)
    for name in TWELVE:
        save(folder, name, card)
    for name in ("Oss", "Breda"):
        save(folder / "eerder", name, card, dt.date(2025, 3, 1))
    (folder / "kapot.vpt").write_bytes(b"{")
    return folder


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep compositions in a folder of the test, and give it."""
    folder = tmp_path / "profiel"
    monkeypatch.setattr(saving, "data_folder", lambda: folder)
    return folder


@pytest.fixture
def region(window: MainWindow, qtbot: QtBot) -> Iterator[RegionWindow]:
    """The region's window, opened by its key."""
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    (opened,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, RegionWindow)]
    qtbot.waitUntil(opened.isActiveWindow)
    yield opened
    window.region.close()


@pytest.fixture
def filled(region: RegionWindow, qtbot: QtBot, scans: Path) -> RegionWindow:
    drop(region, scans)
    laid_together(region, qtbot, "12 organisaties")
    return region
