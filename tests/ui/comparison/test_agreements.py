"""Last time's agreements in the main window, settled as a user does it."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.domain.earlier import scan_in
from tests.ui.screen import action, button, field, message, present, slides_of, statement, the
from vpt_desktop.domain.card import Card
from vpt_desktop.domain.earlier_scan import Agreement, Outcome
from vpt_desktop.domain.earlier_scans import AnsweredScan, following
from vpt_desktop.domain.scan import TEXT_LIMIT, Answer, Scan
from vpt_desktop.ui.comparison.agreement_row import AgreementRow
from vpt_desktop.ui.comparison.agreements import Agreements
from vpt_desktop.ui.document.recovery_keeper import RecoveryKeeper
from vpt_desktop.ui.document.scan_document import ScanDocument
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.scan.verdict_numbers import VerdictNumbers

TITLE = "Afspraken van vorige keer"
AGREED = (
    scan_in(2025)
    .with_answer(2, Answer(note="Lijst maken", who="Ans", due="1 mei"))
    .with_answer(5, Answer(note="Aangiftes tellen"))
)


def year_after(scan: Scan, texts: tuple[str, ...]) -> Scan:
    return following(AnsweredScan(scan, texts), dt.date(scan.date.year + 1, 3, 1))


@pytest.fixture
def unfolded(window: MainWindow, card: Card) -> MainWindow:
    """The window with this year's scan, empty, and the agreements of last year unfolded."""
    window.document.open(year_after(AGREED, card.texts))
    button(window, TITLE).click()
    window.grab()  # lays it out
    return window


def rows(window: MainWindow) -> list[AgreementRow]:
    return [row for row in window.findChildren(AgreementRow) if row.isVisible()]


def texts(row: AgreementRow) -> list[str]:
    """Return what stands in a row, without the space that a line of text is broken with."""
    return [" ".join(label.text().split()) for label in row.findChildren(QLabel) if label.isVisible()]


def outcomes(row: AgreementRow) -> str:
    """Return the outcomes of a row, with brackets around what is chosen."""
    choices = [each for each in row.findChildren(QPushButton) if each.isCheckable()]
    return " ".join(f"[{each.text()}]" if each.isChecked() else each.text() for each in choices)


def agreement(window: MainWindow, number: int) -> Agreement:
    assert window.document.scan.previous is not None
    return window.document.scan.previous.agreement(number)


def test_without_a_previous_scan_nothing_of_it_is_made(window: MainWindow) -> None:
    assert window.findChild(Agreements).isHidden()
    assert window.findChild(Agreements).findChildren(QPushButton) == []


def test_it_is_folded_and_says_how_many_are_filled_in(window: MainWindow, card: Card) -> None:
    window.document.open(year_after(AGREED, card.texts))
    assert rows(window) == []
    assert button(window, TITLE).accessibleDescription() == "Ingevuld: 0 van 2."
    window.document.set_outcome(5, Outcome.DROPPED)
    assert the(window, QLabel, "Ingevuld").text() == "Ingevuld: 1 van 2."


def test_each_has_its_statement_its_text_who_and_when(unfolded: MainWindow, card: Card) -> None:
    first, second = rows(unfolded)
    assert texts(first) == [
        f"2 {card.statement(2).label}",
        "Lijst maken",
        "Wie: Ans · Wanneer gereed: 1 mei",
        "Opmerking",
    ]
    assert texts(second) == [f"5 {card.statement(5).label}", "Aangiftes tellen", "Opmerking"]
    button(unfolded, TITLE).click()
    assert rows(unfolded) == []


def test_nothing_is_chosen_at_first_and_a_choice_can_be_taken_back(
    unfolded: MainWindow, qtbot: QtBot
) -> None:
    row = rows(unfolded)[0]
    assert outcomes(row) == "Afgerond Loopt nog Niet gestart Vervalt"
    qtbot.mouseClick(the(row, QPushButton, "Loopt nog"), Qt.MouseButton.LeftButton)
    assert agreement(unfolded, 2).outcome is Outcome.RUNNING
    qtbot.mouseClick(the(row, QPushButton, "Vervalt"), Qt.MouseButton.LeftButton)
    assert outcomes(row) == "Afgerond Loopt nog Niet gestart [Vervalt]"
    qtbot.mouseClick(the(row, QPushButton, "Vervalt"), Qt.MouseButton.LeftButton)
    assert agreement(unfolded, 2).outcome is None
    action(unfolded, "Ongedaan").trigger()
    assert outcomes(row) == "Afgerond Loopt nog Niet gestart [Vervalt]"


def test_assistive_technology_chooses_by_the_name_of_outcome_and_statement(unfolded: MainWindow) -> None:
    choice = QAccessible.queryAccessibleInterface(button(unfolded, "Loopt nog bij stelling 5"))
    choice.actionInterface().doAction("Toggle")
    assert agreement(unfolded, 5).outcome is Outcome.RUNNING
    choice.actionInterface().doAction("Toggle")
    assert agreement(unfolded, 5).outcome is None


def test_the_keyboard_alone_settles_one(unfolded: MainWindow, qtbot: QtBot) -> None:
    def press(*keys: Qt.Key) -> None:
        for key in keys:
            qtbot.keyClick(QApplication.focusWidget(), key)

    button(unfolded, TITLE).setFocus()
    press(Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert outcomes(rows(unfolded)[0]) == "Afgerond Loopt nog [Niet gestart] Vervalt"
    press(Qt.Key.Key_Left, Qt.Key.Key_Return)
    assert outcomes(rows(unfolded)[0]) == "Afgerond [Loopt nog] Niet gestart Vervalt"
    while not field(rows(unfolded)[0], "Opmerking").hasFocus():
        press(Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "Traag 1")
    assert agreement(unfolded, 2).remark == "Traag 1"
    press(Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert unfolded.document.scan.answer(2) == Answer(note="Lijst maken (sinds 2025)", who="Ans")
    while not the(rows(unfolded)[1], QPushButton, "Vervalt").hasFocus():
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Escape)
    assert statement(unfolded, 1).hasFocus()
    assert unfolded.document.scan.score == 0


def test_tab_comes_to_them_after_the_numbers_of_the_comparison(unfolded: MainWindow, qtbot: QtBot) -> None:
    numbers = unfolded.findChild(VerdictNumbers).findChildren(QPushButton)
    numbers[-1].setFocus()
    qtbot.keyClick(numbers[-1], Qt.Key.Key_Tab)
    assert button(unfolded, TITLE).hasFocus()
    qtbot.keyClick(button(unfolded, TITLE), Qt.Key.Key_Backtab)
    assert numbers[-1].hasFocus()


def test_typing_a_remark_is_undone_as_one(unfolded: MainWindow, qtbot: QtBot) -> None:
    remark = field(rows(unfolded)[1], "Opmerking")
    qtbot.keyClicks(remark, "Telt mee")
    assert agreement(unfolded, 5).remark == "Telt mee"
    action(unfolded, "Ongedaan").trigger()
    assert remark.text() == ""
    action(unfolded, "Opnieuw").trigger()
    assert remark.text() == "Telt mee"


def test_one_is_taken_along_once_until_that_is_undone(unfolded: MainWindow, qtbot: QtBot) -> None:
    row = rows(unfolded)[1]
    qtbot.mouseClick(button(row, "Meenemen"), Qt.MouseButton.LeftButton)
    assert unfolded.document.scan.answer(5).note == "Aangiftes tellen (sinds 2025)"
    assert not button(row, "Meegenomen: afspraak bij stelling 5").isEnabled()
    action(unfolded, "Ongedaan").trigger()
    assert unfolded.document.scan.answer(5).note == ""
    assert button(row, "Meenemen").isEnabled()


def test_taking_along_leaves_the_keyboard_at_the_same_agreement(
    unfolded: MainWindow, qtbot: QtBot, spoken: Callable[[], list[str]]
) -> None:
    row = rows(unfolded)[0]
    button(row, "Meenemen").setFocus()
    qtbot.keyClick(button(row, "Meenemen"), Qt.Key.Key_Space)
    assert field(row, "Opmerking").hasFocus()
    assert "Meegenomen naar de toelichting bij stelling 2." in spoken()[-1]


def test_one_that_does_not_fit_in_the_note_is_refused_in_a_sentence(unfolded: MainWindow) -> None:
    unfolded.document.set_answer(2, Answer(note="x" * TEXT_LIMIT))
    button(rows(unfolded)[0], "Meenemen").click()
    assert message(unfolded).startswith("De afspraak past niet meer bij de toelichting")
    assert button(rows(unfolded)[0], "Meenemen").isEnabled()


def test_a_remark_that_is_too_long_is_refused_in_a_sentence(unfolded: MainWindow, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("x" * (TEXT_LIMIT + 1))
    remark = field(rows(unfolded)[0], "Opmerking")
    qtbot.keyClick(remark, "v", Qt.KeyboardModifier.ControlModifier)
    assert "hoogstens 100.000 tekens" in message(unfolded)
    assert agreement(unfolded, 2).remark == ""


def test_a_settled_one_asks_to_look_again_at_an_open_statement(
    unfolded: MainWindow, spoken: Callable[[], list[str]]
) -> None:
    row = rows(unfolded)[0]
    assert not any("Kijk nog eens" in text for text in texts(row))
    the(row, QPushButton, "Afgerond").click()
    assert any("Kijk nog eens" in text for text in texts(row))
    assert "Kijk nog eens naar de stelling." in spoken()[-1]
    assert unfolded.document.scan.score == 0
    button(row, "Naar stelling 2").click()
    assert statement(unfolded, 2).hasFocus()
    statement(unfolded, 2).click()
    assert not any("Kijk nog eens" in text for text in texts(row))


def test_a_statement_that_the_card_has_no_more_can_be_settled_but_not_taken_along(
    window: MainWindow, card: Card
) -> None:
    old = ("Wij hadden iets anders.", *card.texts[1:])
    window.document.open(year_after(scan_in(2025).with_answer(1, Answer(note="Oud")), old))
    button(window, TITLE).click()
    (row,) = rows(window)
    assert texts(row)[0] == "Wij hadden iets anders. Deze stelling staat zo niet meer op de kaart."
    assert not any("Meenemen" in each.text() for each in row.findChildren(QPushButton) if each.isVisible())
    the(row, QPushButton, "Afgerond").click()
    assert agreement(window, 1).outcome is Outcome.SETTLED
    assert not any("Kijk nog eens" in text for text in texts(row))


def test_another_scan_shows_its_own_agreements_and_none_without_a_previous_one(
    unfolded: MainWindow, card: Card
) -> None:
    other = year_after(scan_in(2024).with_answer(9, Answer(who="Dirk")), card.texts)
    unfolded.document.open(other)
    assert [texts(row)[1] for row in rows(unfolded)] == ["Wie: Dirk"]
    assert unfolded.document.scan == other
    action(unfolded, "Vorige scan weghalen").trigger()
    assert rows(unfolded) == []
    assert unfolded.findChild(Agreements).isHidden()
    action(unfolded, "Ongedaan").trigger()
    assert len(rows(unfolded)) == 1


def test_the_text_of_minutes_is_shown_in_short(window: MainWindow, card: Card) -> None:
    long = scan_in(2025).with_answer(1, Answer(note="Lang verhaal. " * 5000))
    window.document.open(year_after(long, card.texts))
    button(window, TITLE).click()
    assert texts(rows(window)[0])[1].endswith("…")


def test_a_concealed_result_hides_them_at_the_desk(unfolded: MainWindow, qtbot: QtBot) -> None:
    present(unfolded, qtbot)
    assert rows(unfolded) == []
    assert unfolded.findChild(Agreements).isHidden()
    qtbot.keyClick(slides_of(unfolded), Qt.Key.Key_V)  # shows the ticks of last time, and no more
    assert unfolded.findChild(Agreements).isHidden()
    qtbot.keyClick(slides_of(unfolded), Qt.Key.Key_U)
    assert len(rows(unfolded)) == 2
    qtbot.keyClick(slides_of(unfolded), Qt.Key.Key_U)
    unfolded.presentation.leave()
    button(unfolded, "Uitslag tonen").click()
    assert len(rows(unfolded)) == 2


def test_what_was_settled_comes_back_at_the_next_start(
    unfolded: MainWindow, card: Card, tmp_path: Path, qtbot: QtBot
) -> None:
    keeper = RecoveryKeeper(card, unfolded.document, tmp_path / "herstel")
    keeper.start()
    keeper.settle()
    the(rows(unfolded)[0], QPushButton, "Loopt nog").click()
    qtbot.keyClicks(field(rows(unfolded)[0], "Opmerking"), "Bijna")
    button(rows(unfolded)[1], "Meenemen").click()
    assert keeper.write()
    keeper.stop()
    found = ScanDocument(scan_in(2026))
    later = RecoveryKeeper(card, found, tmp_path / "herstel")
    later.start()
    later.settle()
    assert found.scan == unfolded.document.scan
    assert found.is_recovered
    later.stop()
