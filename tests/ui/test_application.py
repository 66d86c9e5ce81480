"""The application around the window: its icon, and files that macOS opens with it."""

import gc
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from release import icons
from tests.drawing import scan_of
from tests.ui.screen import message, ticks
from vpt_desktop.domain.card import Card
from vpt_desktop.storage.scan_file import encode_scan
from vpt_desktop.ui.application import FileOpener, begin
from vpt_desktop.ui.background import GarbageCollector
from vpt_desktop.ui.document.recovery_keeper import RecoveryKeeper
from vpt_desktop.ui.main_window import MainWindow


def test_a_file_that_is_opened_with_the_program_is_handed_on(qapp: QApplication) -> None:
    opened: list[Path] = []
    app = QObject(qapp)
    FileOpener(app, opened.append)
    qapp.sendEvent(app, QFileOpenEvent("/scans/oss.vpt"))
    qapp.sendEvent(app, QEvent(QEvent.Type.ApplicationStateChange))
    assert opened == [Path("/scans/oss.vpt")]


def test_a_window_has_the_icon_in_every_size_that_is_made(window: MainWindow) -> None:
    assert [size.width() for size in window.windowIcon().availableSizes()] == list(icons.WINDOW_SIZES)
    assert QGuiApplication.desktopFileName() == "vpt-desktop"


def test_a_profile_that_cannot_be_written_is_reported_beside_the_file_that_is_opened(
    window: MainWindow, card: Card, tmp_path: Path
) -> None:
    (tmp_path / "profile").write_text("a file where the folder should be", encoding="ascii")
    file = tmp_path / "scan.vpt"
    file.write_bytes(encode_scan(scan_of("☑☑☐☐☐☐☐☐☐☐"), card))
    keeper = RecoveryKeeper(card, window.document, tmp_path / "profile")
    keeper.failed.connect(window.show_error)
    begin(keeper, window, file, present=False)
    keeper.settle()
    window.files.settle()
    assert ticks(window) == "☑☑☐☐☐☐☐☐☐☐"
    assert message(window).startswith("Wijzigingen worden niet vanzelf bewaard")
    keeper.stop()


def test_garbage_is_collected_by_the_window_and_not_by_any_thread(qapp: QApplication) -> None:
    assert qapp.findChildren(GarbageCollector)
    assert not gc.isenabled()
