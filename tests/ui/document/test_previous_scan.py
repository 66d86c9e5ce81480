"""An earlier scan that is chosen to compare with, and the next scan."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.domain.earlier import scan_in
from tests.ui.screen import statement
from vpt_desktop.domain.card import Card
from vpt_desktop.storage.scan_file import encode_scan
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.widgets.score_meter import ScoreMeter


@pytest.fixture
def earlier(tmp_path: Path, card: Card) -> Path:
    path = tmp_path / "2025.vpt"
    path.write_bytes(encode_scan(scan_in(2025, "☑☑☑☐☐☐☐☐☐☐"), card))
    return path


def _in_sight(window: MainWindow) -> str:
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_a_chosen_scan_is_compared_in_a_sentence_until_that_is_undone(
    window: MainWindow, earlier: Path, qtbot: QtBot
) -> None:
    window.document.open(scan_in(2026, "☑☑☑☑☐☐☐☐☐☐"))
    with qtbot.waitSignal(window.previous.arrived):
        window.previous.add(earlier)
    assert "Van 3 naar 4: 1 nieuw behaald, 3 behouden, 6 nog open." in _in_sight(window)
    assert window.findChild(ScoreMeter).accessibleName().endswith(", vorige keer 3")
    assert _in_sight(window).count("vorige keer aangevinkt") == 3
    window.document.undo_stack.undo()
    assert "vorige keer" not in _in_sight(window)
    assert "Van 3 naar 4" not in _in_sight(window)
    assert window.document.scan.previous is None


def test_a_chosen_scan_that_is_later_is_opened_with_this_one_as_its_previous(
    window: MainWindow, earlier: Path, qtbot: QtBot
) -> None:
    window.document.open(scan_in(2024, "☑☐☐☐☐☐☐☐☐☐"))
    with qtbot.waitSignal(window.previous.arrived):
        window.previous.add(earlier)
    assert window.document.path == earlier
    assert "Van 1 naar 3" in _in_sight(window)


def test_the_next_scan_has_this_one_as_its_previous_which_can_be_taken_away(window: MainWindow) -> None:
    before = scan_in(2025, "☑☑☑☐☐☐☐☐☐☐")
    window.document.open(before)
    _begin, _choose, remove = window.previous.actions
    _begin.trigger()
    scan = window.document.scan
    assert (scan.organisation, scan.score) == (before.organisation, 0)
    assert scan.previous is not None
    assert scan.previous.date == before.date
    remove.trigger()
    assert window.document.scan.previous is None
    assert not remove.isEnabled()


def test_last_time_stands_beside_a_statement_and_takes_no_room_from_it(
    window: MainWindow, earlier: Path, qtbot: QtBot
) -> None:
    window.document.open(scan_in(2026, "☑☑☑☑☐☐☐☐☐☐"))
    window.grab()  # lays it out
    height = statement(window, 1).parentWidget().height()
    with qtbot.waitSignal(window.previous.arrived):
        window.previous.add(earlier)
    window.grab()
    assert statement(window, 1).accessibleDescription() == "vorige keer aangevinkt"
    assert statement(window, 1).parentWidget().height() == height


def test_a_hidden_result_hides_the_comparison_too(window: MainWindow, earlier: Path, qtbot: QtBot) -> None:
    window.document.open(scan_in(2026, "☑☑☑☑☐☐☐☐☐☐"))
    with qtbot.waitSignal(window.previous.arrived):
        window.previous.add(earlier)
    window.presentation.start()
    assert "vorige keer" not in _in_sight(window)
    assert "Van 3 naar 4" not in _in_sight(window)


def test_a_file_that_is_no_scan_is_refused_in_a_sentence(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "kapot.vpt"
    path.write_bytes(b"{")
    with qtbot.waitSignal(window.previous.failed) as failure:
        window.previous.add(path)
    assert failure.args is not None
    assert "kapot.vpt" in failure.args[0]
    assert window.document.scan.previous is None
