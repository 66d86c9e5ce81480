"""An error that nobody foresaw is told, logged without typed texts, and the program goes on."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.storage.rights import is_for_its_user
from tests.ui.screen import message, ticks
from vpt_desktop.domain.scan import Scan
from vpt_desktop.ui import unexpected_error
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.unexpected_error import report_unexpected_errors


@pytest.fixture
def kept() -> list[Scan]:
    """The scans that were kept because of an error."""
    return []


@pytest.fixture
def log(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: list[Scan]) -> Path:
    file = tmp_path / "profile" / "vpt-desktop.log"
    monkeypatch.setattr(unexpected_error, "log_file", lambda: file)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    report_unexpected_errors(lambda: not kept.append(window.scan), window.show_error)
    return file


def fail() -> None:
    try:
        int("Gemeente Geheim")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_the_user_hears_one_sentence_and_works_on(
    window: MainWindow, qtbot: QtBot, log: Path, kept: list[Scan]
) -> None:
    qtbot.keyClick(window.focusWidget(), "4")
    fail()
    assert message(window).startswith("Er ging iets mis dat niet voorzien was; je gegevens zijn bewaard.")
    assert str(log) in message(window)
    assert kept == [window.scan]
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_5)
    assert ticks(window) == "☐☐☐☑☑☐☐☐☐☐"


def test_the_log_tells_where_it_happened_but_not_what_was_typed(log: Path) -> None:
    fail()
    fail()
    entries = log.read_text(encoding="utf-8")
    assert entries.count("ValueError\n") == 2
    assert "in fail" in entries
    assert entries.count("Geheim") == 2, "as it stands in the code, and not in the error's message"


def test_a_log_does_not_grow_without_end(log: Path) -> None:
    log.parent.mkdir()
    log.write_text("x" * 1_000_001, encoding="utf-8")
    fail()
    assert log.stat().st_size < 10_000


def test_a_log_that_cannot_be_written_hides_nothing(window: MainWindow, log: Path) -> None:
    log.parent.write_text("a file where the folder should be", encoding="utf-8")
    fail()
    assert message(window) == (
        "Er ging iets mis dat niet voorzien was; je gegevens zijn bewaard. "
        f"Wat er gebeurde kon niet worden opgeschreven in {log}."
    )


def test_a_scan_that_could_not_be_kept_is_not_said_to_be(window: MainWindow, log: Path) -> None:
    report_unexpected_errors(lambda: False, window.show_error)
    fail()
    assert message(window) == (
        "Er ging iets mis dat niet voorzien was; sla je scan nu zelf op. "
        f"Wat er gebeurde staat, zonder jouw teksten, in {log}."
    )


def test_only_the_user_can_read_the_log(log: Path) -> None:
    fail()
    assert is_for_its_user(log)
    log.chmod(0o644)
    fail()
    assert is_for_its_user(log)


def test_an_error_of_keeping_the_scan_is_logged_and_the_scan_not_said_to_be_kept(
    window: MainWindow, log: Path
) -> None:
    report_unexpected_errors(lambda: bool(fail()), window.show_error)
    fail()
    assert "sla je scan nu zelf op" in message(window)
    assert log.read_text(encoding="utf-8").count("ValueError\n") == 2
