"""Wishes that outlast the program."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from vpt_desktop.domain.card import Card
from vpt_desktop.ui.application import build_window
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.preferences import Preferences


def test_text_is_normal_until_the_user_wants_otherwise(preferences: Preferences) -> None:
    assert preferences.zoom == 100


def test_the_text_size_of_last_time_is_that_of_the_next(
    window: MainWindow, qapp: QApplication, card: Card, preferences: Preferences
) -> None:
    normal = window.font().pointSizeF()
    preferences.set_zoom(150)
    build_window(qapp, card, Preferences())
    assert qapp.font().pointSizeF() == pytest.approx(1.5 * normal)


@pytest.mark.parametrize("content", [b"[General]\nzoom=groot\n", b"\x00\xff\xfe", b"[General]\nzoom=7000\n"])
def test_a_damaged_preference_counts_as_never_set(
    window: MainWindow, qapp: QApplication, card: Card, tmp_path: Path, content: bytes
) -> None:
    normal = window.font().pointSizeF()
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "other"))
    file = tmp_path / "other" / "VPT" / "vpt-desktop.ini"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    build_window(qapp, card, Preferences())
    assert qapp.font().pointSizeF() == pytest.approx(normal)
