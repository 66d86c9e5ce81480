"""What a screen reader says of its own accord."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.ui.screen import action, button, field, present, slides_of, statement
from vpt_desktop.domain.card import Card
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.widgets.announcement import Topic, announce, withdraw

Spoken = Callable[[], list[str]]
Key = Qt.Key


@pytest.fixture
def source(qtbot: QtBot) -> QLabel:
    """A widget on the screen, for which something is said."""
    label = QLabel("bron")
    qtbot.addWidget(label)
    label.show()
    return label


def test_sentences_of_one_moment_are_one_announcement_with_the_message_first(
    source: QLabel, spoken: Spoken
) -> None:
    announce(source, "2 van de 10 punten.", Topic.SCORE)
    announce(source, "Stelling 3: aangevinkt.", Topic.CHANGE, subject=3)
    announce(source, "Je scan is teruggehaald.", Topic.MESSAGE)
    assert spoken() == ["Je scan is teruggehaald. Stelling 3: aangevinkt. 2 van de 10 punten."]


def test_of_one_subject_only_the_newest_is_said(source: QLabel, spoken: Spoken) -> None:
    announce(source, "Stelling 3: aangevinkt.", Topic.CHANGE, subject=3)
    announce(source, "Stelling 4: aangevinkt.", Topic.CHANGE, subject=4)
    announce(source, "Stelling 3: niet aangevinkt.", Topic.CHANGE, subject=3)
    assert spoken() == ["Stelling 4: aangevinkt. Stelling 3: niet aangevinkt."]


def test_what_is_hidden_or_gone_by_then_is_not_said(source: QLabel, spoken: Spoken) -> None:
    gone = QLabel()
    gone.show()
    announce(gone, "Van een venster dat er niet meer is.", Topic.MESSAGE)
    announce(source, "9 van de 10 punten.", Topic.SCORE)
    delete(gone)
    source.hide()
    assert spoken() == []


def test_what_is_withdrawn_is_not_said(source: QLabel, spoken: Spoken) -> None:
    announce(source, "Stelling 3: aangevinkt.", Topic.CHANGE)
    announce(source, "Opgeslagen.", Topic.MESSAGE)
    withdraw(Topic.CHANGE)
    assert spoken() == ["Opgeslagen."]


def test_the_next_announcement_waits_until_a_screen_reader_does_not_drop_it(
    source: QLabel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[float, str]] = []

    def listen(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append((monotonic(), event.message()))

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    announce(source, "Eén.")
    qtbot.waitUntil(lambda: len(said) == 1)
    announce(source, "Twee.")
    qtbot.waitUntil(lambda: len(said) == 2)
    (first, _), (second, sentence) = said
    assert second - first > 0.1
    assert sentence == "Twee."


def test_a_tick_by_number_says_which_statement_and_the_score(
    window: MainWindow, qtbot: QtBot, spoken: Spoken
) -> None:
    qtbot.keyClick(window.focusWidget(), "5")
    assert spoken() == ["Stelling 5, Registratie en aangifte: aangevinkt. 1 van de 10 punten."]
    qtbot.keyClick(window.focusWidget(), "5")
    assert spoken()[1:] == ["Stelling 5, Registratie en aangifte: niet aangevinkt. 0 van de 10 punten."]


def test_a_check_box_with_the_focus_reports_its_own_tick(
    window: MainWindow, qtbot: QtBot, spoken: Spoken
) -> None:
    qtbot.keyClick(statement(window, 1), "1")
    qtbot.keyClick(statement(window, 1), Key.Key_Down)
    assert spoken() == ["1 van de 10 punten."]
    qtbot.keyClick(statement(window, 2), Key.Key_Space)
    assert spoken()[1:] == ["2 van de 10 punten."]


def test_quick_ticks_say_each_statement_and_only_the_last_score(
    window: MainWindow, qtbot: QtBot, spoken: Spoken
) -> None:
    for key in "23":
        qtbot.keyClick(window.focusWidget(), key)
    [sentence] = spoken()
    assert sentence.split(". ") == [
        "Stelling 2, Voorbereid op contact: aangevinkt",
        "Stelling 3, Afspraken en dossier: aangevinkt",
        "2 van de 10 punten.",
    ]


def test_a_new_result_is_read_out_whole(window: MainWindow, qtbot: QtBot, spoken: Spoken, card: Card) -> None:
    for key in "2345":
        qtbot.keyClick(window.focusWidget(), key)
    band = card.band(4)
    assert spoken()[-1].endswith(" ".join(("4 van de 10 punten.", f"{band.heading}.", *band.message)))


def test_typing_the_organisation_says_nothing_of_the_score(
    window: MainWindow, qtbot: QtBot, spoken: Spoken
) -> None:
    qtbot.keyClicks(field(window, "Organisatie"), "Gemeente")
    assert spoken() == []


def test_undo_and_redo_say_what_they_did(window: MainWindow, qtbot: QtBot, spoken: Spoken) -> None:
    qtbot.keyClick(window.focusWidget(), "3")
    spoken().clear()
    action(window, "Ongedaan maken").trigger()
    assert spoken() == ["Ongedaan gemaakt: stelling 3 aanvinken. 0 van de 10 punten."]
    action(window, "Opnieuw doen").trigger()
    assert spoken()[1:] == ["Opnieuw gedaan: stelling 3 aanvinken. 1 van de 10 punten."]


def test_a_scan_that_is_opened_is_said_by_its_file_and_without_its_ticks(
    window: MainWindow, qtbot: QtBot, spoken: Spoken, tmp_path: Path
) -> None:
    qtbot.keyClick(window.focusWidget(), "3")
    file = tmp_path / "drie.vpt"
    window.document.open(window.scan, file)
    window.document.open(window.scan.with_tick(3, ticked=False), file)
    spoken().clear()
    window.document.open(window.scan.with_tick(7, ticked=True), file)
    assert spoken() == ["Geopend: drie.vpt. 1 van de 10 punten."]


def test_ctrl_u_repeats_a_result_that_is_in_sight(
    window: MainWindow, qtbot: QtBot, spoken: Spoken, card: Card
) -> None:
    qtbot.keyClick(window.focusWidget(), Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    band = card.band(0)
    assert spoken() == [" ".join(("0 van de 10 punten.", f"{band.heading}.", *band.message))]


def test_that_the_result_stays_hidden_after_the_slides_is_said(
    window: MainWindow, qtbot: QtBot, spoken: Spoken
) -> None:
    present(window, qtbot)
    window.presentation.leave()
    assert spoken() == ["Nieuwe scan: de uitslag is nog verborgen. Met Ctrl+U toon je hem."]


def test_each_step_of_the_zoom_says_the_size_also_at_the_end(window: MainWindow, spoken: Spoken) -> None:
    action(window, "Tekst groter").trigger()
    assert spoken() == ["Tekst op 110 procent."]
    action(window, "Normale tekst").trigger()
    for _ in range(20):
        action(window, "Tekst kleiner").trigger()
    assert spoken()[1:] == ["Tekst op 80 procent."]
    action(window, "Tekst kleiner").trigger()
    assert spoken()[2:] == ["Tekst op 80 procent."]


@pytest.mark.parametrize(
    ("name", "before"),
    [("Score zichtbaar tijdens de presentatie", "uit"), ("Cijfers en letters als sneltoets", "aan")],
)
def test_a_switch_says_whether_it_is_on(window: MainWindow, spoken: Spoken, name: str, before: str) -> None:
    after = {"uit": "aan", "aan": "uit"}[before]
    action(window, name).trigger()
    assert spoken() == [f"{name}: {after}."]
    action(window, name).trigger()
    assert spoken()[1:] == [f"{name}: {before}."]


def test_that_the_result_is_hidden_again_is_said(window: MainWindow, qtbot: QtBot, spoken: Spoken) -> None:
    present(window, qtbot)
    qtbot.keyClick(slides_of(window), Key.Key_U)
    assert spoken()[0].startswith("0 punten. MINDER DAN 4 VINKJES.")
    qtbot.keyClick(slides_of(window), Key.Key_U)
    assert spoken()[1:] == ["De uitslag is weer verborgen."]


def test_one_point_is_one_punt(window: MainWindow, qtbot: QtBot, spoken: Spoken) -> None:
    window.document.set_ticked(1, ticked=True)
    present(window, qtbot)
    spoken().clear()
    qtbot.keyClick(slides_of(window), Key.Key_U)
    assert spoken()[0].startswith("1 punt. ")


def test_clearing_a_single_tick_is_said_by_its_message_only(window: MainWindow, spoken: Spoken) -> None:
    window.document.set_ticked(3, ticked=True)
    spoken().clear()
    action(window, "Alles wissen").trigger()
    assert spoken() == ["Alle vinkjes en toelichtingen zijn gewist. 0 van de 10 punten."]


def test_the_way_back_from_clearing_is_said(window: MainWindow, qtbot: QtBot, spoken: Spoken) -> None:
    window.document.set_ticked(3, ticked=True)
    action(window, "Alles wissen").trigger()
    spoken().clear()
    qtbot.mouseClick(button(window, "Ongedaan maken"), Qt.MouseButton.LeftButton)
    assert spoken() == ["Ongedaan gemaakt: alles wissen. 1 van de 10 punten."]
