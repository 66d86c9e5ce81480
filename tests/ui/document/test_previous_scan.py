"""An earlier scan that is chosen to compare with, and the next scan."""

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread, current_thread

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.domain.earlier import earlier_in, scan_in
from tests.storage.test_file_versions import version_1
from tests.ui.screen import W, action, button, message, statement
from vpt_desktop.comparison_words import NONE
from vpt_desktop.domain.card import Card, Statement
from vpt_desktop.domain.earlier_scans import AnsweredScan
from vpt_desktop.domain.scan import Scan
from vpt_desktop.storage.scan_file import encode_scan
from vpt_desktop.ui.document import previous_scan
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.scan.open_points import OpenPoints
from vpt_desktop.ui.scan.verdict_numbers import VerdictNumbers
from vpt_desktop.ui.widgets.result_panel import ResultPanel
from vpt_desktop.ui.widgets.score_meter import ScoreMeter
from vpt_desktop.ui.widgets.theme import Theme


@pytest.fixture
def earlier(tmp_path: Path, card: Card) -> Path:
    path = tmp_path / "2025.vpt"
    path.write_bytes(encode_scan(scan_in(2025, "☑☑☑☐☐☐☐☐☐☐"), card))
    return path


def _in_sight(window: MainWindow) -> str:
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def _choose(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.previous.arrived):
        window.previous.add(path)


def _numbers(window: MainWindow) -> dict[str, list[int]]:
    """Return the numbers in sight by the verdict beside them, as they stand from top to bottom."""
    numbers = window.findChild(VerdictNumbers)
    labels = sorted(_visible(numbers, QLabel), key=lambda label: (label.y(), label.x()))
    names = [label.text() for label in labels if label.text() != NONE]
    found: dict[str, list[int]] = {name: [] for name in names}
    for each in sorted(_visible(numbers, QPushButton), key=lambda button: (button.y(), button.x())):
        found[each.accessibleName().split(":")[0]].append(int(each.text()))
    told = [text for name in names for text in (name, *(() if found[name] else (NONE,)))]
    assert [label.text() for label in labels] == told
    return found


def _visible(widget: QWidget, kind: type[W]) -> list[W]:
    return [each for each in widget.findChildren(kind) if each.isVisible()]


def test_a_chosen_scan_is_compared_in_a_sentence_until_that_is_undone(
    window: MainWindow, earlier: Path, qtbot: QtBot
) -> None:
    window.document.open(scan_in(2026, "☑☑☑☑☐☐☐☐☐☐"))
    with qtbot.waitSignal(window.previous.arrived):
        window.previous.add(earlier)
    assert "Van 3 naar 4: 1 nieuw behaald, 3 behouden, 6 nog open." in _in_sight(window)
    assert window.findChild(ScoreMeter).accessibleName().endswith(", vorige keer 3")
    qtbot.waitUntil(lambda: _in_sight(window).count("vorige keer aangevinkt") == 3)  # with the next layout
    window.document.undo_stack.undo()
    assert "vorige keer" not in _in_sight(window)
    assert "Van 3 naar 4" not in _in_sight(window)
    assert window.document.scan.previous is None


def test_the_numbers_stand_by_verdict_and_lead_to_their_statements(
    window: MainWindow, earlier: Path, qtbot: QtBot
) -> None:
    window.document.open(scan_in(2026, "☐☑☑☑☐☐☐☐☐☐"))
    _choose(window, earlier, qtbot)
    assert _numbers(window) == {
        "Teruggevallen": [1],
        "Nieuw behaald": [4],
        "Nog open": [5, 6, 7, 8, 9, 10],
        "Behouden": [2, 3],
    }
    qtbot.mouseClick(button(window, "Nog open: stelling 10, Nazorg"), Qt.MouseButton.LeftButton)
    assert statement(window, 10).hasFocus()
    qtbot.waitUntil(lambda: not statement(window, 10).visibleRegion().isEmpty())
    button(window, "Teruggevallen: stelling 1, ").setFocus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert statement(window, 1).hasFocus()


def test_a_tick_moves_a_number_to_another_verdict_and_tab_follows(
    window: MainWindow, earlier: Path, qtbot: QtBot
) -> None:
    window.document.open(scan_in(2026, "☐☑☑☑☐☐☐☐☐☐"))
    _choose(window, earlier, qtbot)
    window.document.set_ticked(1, True)
    assert _numbers(window)["Behouden"] == [1, 2, 3]
    assert _numbers(window)["Teruggevallen"] == []
    button(window, "Nog open: stelling 10").setFocus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget() is button(window, "Behouden: stelling 1, ")
    window.document.undo_stack.undo()
    assert _numbers(window)["Teruggevallen"] == [1]


@pytest.mark.parametrize("zoom", [80, 100, 200, 300])
@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1920, 1080)])
def test_the_numbers_overlap_nowhere_at_any_size_of_the_text(
    window: MainWindow, earlier: Path, qtbot: QtBot, size: tuple[int, int], zoom: int
) -> None:
    window.document.open(scan_in(2026, "☐☑☑☑☐☐☐☐☐☐"))
    _choose(window, earlier, qtbot)
    window.resize(*size)
    theme = window.findChild(Theme)
    step = theme.zoom_in if zoom > theme.zoom else theme.zoom_out
    while theme.zoom != zoom:
        step()
    numbers = window.findChild(VerdictNumbers)

    def inside() -> list[QWidget]:
        parts = [part for part in numbers.children() if isinstance(part, QWidget) and part.isVisible()]
        return [part for part in parts if numbers.rect().contains(part.geometry())]

    qtbot.waitUntil(lambda: len(inside()) == 14)
    overlapping = [
        pair for pair in combinations(inside(), 2) if pair[0].geometry().intersects(pair[1].geometry())
    ]
    assert overlapping == []


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_with_a_tick_nothing_moves_but_below_another_message(
    window: MainWindow, card: Card, earlier: Path, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window.document.open(scan_in(2026, "☐☐☐☐☐☐☐☐☐☐"))
    _choose(window, earlier, qtbot)
    window.resize(*size)
    places = set()
    for number in (*range(1, 11), *range(1, 11)):
        window.document.set_ticked(number, not window.document.scan.answer(number).ticked)
        QApplication.processEvents()
        score = window.document.scan.score
        panel, points = window.findChild(ResultPanel), window.findChild(OpenPoints)
        places.add((card.bands.index(card.band(score)), panel.y(), points.y()))
    assert len(places) == len(card.bands)
    assert len({top for _, top, _ in places}) == 1


def test_another_previous_scan_is_said_once_and_so_is_its_going(
    window: MainWindow, earlier: Path, qtbot: QtBot, spoken: Callable[[], list[str]]
) -> None:
    window.document.open(scan_in(2026, "☑☑☑☑☐☐☐☐☐☐"))
    spoken().clear()
    _choose(window, earlier, qtbot)
    sentence = "Vorige scan: 1 maart 2025. Van 3 naar 4: 1 nieuw behaald, 3 behouden, 6 nog open."
    assert " ".join(spoken()).count(sentence) == 1
    spoken().clear()
    window.document.set_ticked(10, True)
    assert "Vorige scan" not in " ".join(spoken())
    action(window, "Vorige scan weghalen").trigger()
    assert " ".join(spoken()).count("Er is geen vorige scan meer om mee te vergelijken.") == 1


def test_another_previous_scan_is_not_said_while_it_is_hidden(
    window: MainWindow, earlier: Path, qtbot: QtBot, spoken: Callable[[], list[str]]
) -> None:
    window.document.open(scan_in(2026, "☑☑☑☑☐☐☐☐☐☐"))
    window.presentation.start()
    _choose(window, earlier, qtbot)
    assert "Van 3 naar 4" not in " ".join(spoken())
    assert not any(numbers.isVisible() for numbers in window.findChildren(VerdictNumbers))


def test_a_chosen_scan_that_is_later_is_opened_with_this_one_as_its_previous(
    window: MainWindow, earlier: Path, qtbot: QtBot
) -> None:
    window.document.open(scan_in(2024, "☑☐☐☐☐☐☐☐☐☐"))
    with qtbot.waitSignal(window.previous.arrived):
        window.previous.add(earlier)
    assert window.document.path == earlier
    assert "Van 1 naar 3" in _in_sight(window)


def test_what_was_not_saved_does_not_come_along_when_a_later_scan_is_opened(
    window: MainWindow, earlier: Path, tmp_path: Path, card: Card, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.document.opened):
        window.files.open(_write(tmp_path / "2024.vpt", scan_in(2024, "☑☐☐☐☐☐☐☐☐☐"), card))
    window.document.set_ticked(2, True)
    window.previous.add(earlier)
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    with qtbot.waitSignal(window.previous.arrived):
        window.findChild(QMessageBox).button(QMessageBox.StandardButton.Discard).click()
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


def _write(path: Path, scan: Scan, card: Card) -> Path:
    path.write_bytes(encode_scan(scan, card))
    return path


SAVED = dt.datetime(2026, 3, 1, 9, 5).astimezone()
SAME = "Dit is dezelfde scan."
ADDED = "De scan van 1 maart 2025 is de vorige scan."


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        (scan_in(2026, "☑☑☑☑☐☐☐☐☐☐"), SAME),
        (scan_in(2026), SAME),
        (
            replace(scan_in(2025), organisation="Uden"),
            f"{ADDED} Die scan is van een andere organisatie: Uden.",
        ),
        (
            replace(scan_in(2025), organisation=""),
            f"{ADDED} Niet bij beide scans staat een organisatie, dus kijk na of ze bij elkaar horen.",
        ),
        (
            replace(scan_in(2026), id="1" * 32, saved=SAVED),
            "De scan van 1 maart 2026 (opgeslagen om 09.05 uur) is de vorige scan.",
        ),
        (replace(scan_in(2025), earlier=tuple(map(earlier_in, range(2019, 2024)))), ADDED),
    ],
)
def test_what_came_of_a_choice_is_said_in_a_line(  # noqa: PLR0913, PLR0917  two of them are the case
    window: MainWindow, earlier: Path, card: Card, qtbot: QtBot, chosen: Scan, sentence: str
) -> None:
    window.document.open(scan_in(2026, "☑☑☑☑☐☐☐☐☐☐"))
    _choose(window, _write(earlier, chosen, card), qtbot)
    assert message(window) == sentence
    assert (window.scan.previous is None) == (sentence == SAME)


def test_of_two_on_one_day_the_panel_shows_when_the_previous_one_was_saved(
    window: MainWindow, tmp_path: Path, card: Card, qtbot: QtBot
) -> None:
    window.document.open(scan_in(2026))
    same_day = replace(scan_in(2026), id="1" * 32, saved=SAVED)
    _choose(window, _write(tmp_path / "vorige.vpt", same_day, card), qtbot)
    assert "Vorige scan: 1 maart 2026 (opgeslagen om 09.05 uur). Van 0 naar 0" in _in_sight(window)


def test_a_sixth_earlier_scan_has_the_oldest_dropped_in_a_line(
    window: MainWindow, earlier: Path, qtbot: QtBot
) -> None:
    window.document.open(replace(scan_in(2026), earlier=tuple(map(earlier_in, range(2020, 2025)))))
    _choose(window, earlier, qtbot)
    assert message(window) == (f"{ADDED} De scan van 1 maart 2020 is vervallen: er gaan er hoogstens 5 mee.")
    assert len(window.scan.earlier) == 5


def test_a_scan_that_is_later_is_said_to_be_so(window: MainWindow, earlier: Path, qtbot: QtBot) -> None:
    window.document.open(scan_in(2024))
    _choose(window, earlier, qtbot)
    assert message(window) == "De scan van 1 maart 2025 is later dan deze, dus deze is de vorige."


def test_a_statement_of_another_card_is_listed_as_not_comparable(
    window: MainWindow, tmp_path: Path, card: Card, qtbot: QtBot
) -> None:
    window.document.open(scan_in(2026, "☑☑☑☑☐☐☐☐☐☐"))
    other = replace(card, statements=(Statement("Anders", "Iets anders."), *card.statements[1:]))
    _choose(window, _write(tmp_path / "vorige.vpt", scan_in(2025, "☑☑☐☐☐☐☐☐☐☐"), other), qtbot)
    assert _numbers(window)["Niet te vergelijken"] == [1]
    assert "De kaart is veranderd, dus de scores zijn niet te vergelijken: 2 nieuw behaald" in _in_sight(
        window
    )
    assert window.findChild(ScoreMeter).accessibleName() == "Score: 4 van de 10 punten"


NOT_OPENED = "vorige.vpt is niet geopend: "


def test_what_cannot_be_compared_is_refused_in_a_line(
    window: MainWindow, tmp_path: Path, card: Card, qtbot: QtBot
) -> None:
    window.document.open(scan_in(2026))
    path = tmp_path / "vorige.vpt"
    newer = encode_scan(scan_in(2025), card).replace(b'"version": 2', b'"version": 3')
    for content, reason in (
        (b"{", "het is beschadigd"),
        (newer, "het is gemaakt met een nieuwere versie van VPT Desktop"),
        (
            version_1(scan_in(2025), card, "0" * 64),
            "het is ingevuld op een andere kaart, en dit oudere bestand",
        ),
        (None, "het bestand is er niet meer"),
    ):
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content)
        with qtbot.waitSignal(window.previous.failed):
            window.previous.add(path)
        assert message(window).startswith(NOT_OPENED + reason)
        assert window.scan.previous is None
        assert not window.document.is_modified


def test_taking_the_previous_scan_away_is_said_and_can_be_undone(
    window: MainWindow, earlier: Path, qtbot: QtBot
) -> None:
    window.document.open(scan_in(2026, "☑☑☑☑☐☐☐☐☐☐"))
    _choose(window, earlier, qtbot)
    action(window, "Vorige scan weghalen").trigger()
    assert message(window) == "De scan van 1 maart 2025 is weggehaald."
    button(window, "Ongedaan maken").click()
    assert "Van 3 naar 4" in _in_sight(window)


@pytest.fixture
def slow_disk(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Callable[[], None]]:
    """Have reading a previous scan wait for this function, which returns once that was given up."""
    disk, threads, read = Event(), SimpleQueue[Thread](), previous_scan.read_previous_scan

    def slowly(path: Path, card: Card) -> AnsweredScan:
        threads.put(current_thread())
        disk.wait(60)
        return read(path, card)

    def answer() -> None:
        disk.set()
        reader = threads.get(timeout=60)
        qtbot.waitUntil(lambda: not reader.is_alive())

    monkeypatch.setattr(previous_scan, "read_previous_scan", slowly)
    yield answer
    disk.set()


def test_not_saved_is_not_saved_while_a_previous_scan_is_still_read(
    window: MainWindow, earlier: Path, slow_disk: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    window.document.open(scan_in(2026))
    window.document.set_ticked(1, True)
    window.previous.add(earlier)
    assert not window.close()
    closing: list[Callable[[], object]] = []
    monkeypatch.setattr(window.export, "when_done", closing.append)  # a document is being made
    window.findChild(QMessageBox).button(QMessageBox.StandardButton.Discard).click()
    slow_disk()
    closing[0]()
    assert not window.isVisible()
    assert not window.document.is_modified
    assert window.scan.previous is None


def test_a_window_that_closes_lets_go_of_a_previous_scan_that_is_still_read(
    window: MainWindow, earlier: Path, slow_disk: Callable[[], None]
) -> None:
    window.document.open(scan_in(2026))
    window.previous.add(earlier)
    assert window.close()
    slow_disk()
    assert not window.document.is_modified


def test_after_not_saved_the_next_scan_is_compared_with_what_the_file_holds(
    window: MainWindow, earlier: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.document.opened):
        window.files.open(earlier)
    window.document.set_ticked(10, True)
    action(window, "Nieuwe scan na deze").trigger()
    window.findChild(QMessageBox).button(QMessageBox.StandardButton.Discard).click()
    assert window.scan.previous is not None
    assert window.scan.previous.score == 3
