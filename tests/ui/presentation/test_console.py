"""The leader's console at the desk: it follows the slides, keeps what is typed, and gives nothing away."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.screen import button, field, present, slide, slides_of, the, ticks
from vpt_desktop.domain.scan import Answer
from vpt_desktop.domain.slide_show import RESULT
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.presentation.console import Console
from vpt_desktop.ui.widgets.score_meter import ScoreMeter

Key = Qt.Key

pytestmark = pytest.mark.usefixtures("two_screens")


@pytest.fixture
def console(window: MainWindow, qtbot: QtBot) -> Console:
    present(window, qtbot)
    return the(window, Console)


def press(window: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(slides_of(window), key)


def click(console: Console, name: str) -> None:
    QTest.mouseClick(button(console, name), Qt.MouseButton.LeftButton)


def shown(console: Console) -> list[str]:
    """Return what is on the slides now and after one more step."""
    return [the(console, QLabel, begin).text() for begin in ("Nu: ", "Hierna: ")]


def note(console: Console) -> QPlainTextEdit:
    return the(console, QPlainTextEdit)


def test_it_is_there_while_the_slides_are(window: MainWindow, console: Console) -> None:
    window.presentation.leave()
    assert not console.isVisible()


def test_a_whole_workshop_goes_by_its_buttons(window: MainWindow, console: Console) -> None:
    assert shown(console) == ["Nu: Stelling 1: Norm en grenzen", "Hierna: Stelling 2: Voorbereid op contact"]
    click(console, "Volgende (PageDown)")
    click(console, "Volgende (PageDown)")
    click(console, "Vorige (PageUp)")
    assert slide(window) == 2
    click(console, "Zwart (B)")
    assert slide(window) == "black"
    assert shown(console)[0] == "Nu: Zwart scherm over Stelling 2: Voorbereid op contact"
    click(console, "Zwart (B)")
    seen = []
    for _ in range(12):
        click(console, "Volgende (PageDown)")
        seen.append(shown(console)[1].removeprefix("Hierna: "))
    assert seen[-5:] == [
        "Vraag: Maar hoeveel punten scoort jouw gemeente?",
        "Uitslag",
        "Open punten 1 van 2",
        "Open punten 2 van 2",
        "Dit is de laatste dia.",
    ]
    click(console, "Stoppen (Esc)")
    assert slide(window) is None


def test_its_buttons_take_no_focus(console: Console) -> None:
    buttons = [found for found in console.findChildren(QPushButton) if found.isVisible()]
    assert {found.focusPolicy() for found in buttons} == {Qt.FocusPolicy.NoFocus}


def test_the_note_who_and_when_of_the_slide_are_open(window: MainWindow, console: Console) -> None:
    press(window, Key.Key_PageDown)
    assert note(console).accessibleName() == "Toelichting bij stelling 2"
    QTest.keyClicks(field(console, "Wie bij stelling 2"), "HR")
    QTest.keyClicks(field(console, "Wanneer gereed bij stelling 2"), "mei")
    assert (window.scan.answer(2).who, window.scan.answer(2).due) == ("HR", "mei")
    press(window, Key.Key_2)
    assert ticks(console.window()) == "☐☑☐☐☐☐☐☐☐☐"
    assert not [line for line in console.findChildren(QLineEdit) if line.isVisible()]


def test_it_follows_the_slides_without_taking_the_keys(window: MainWindow, console: Console) -> None:
    for number in (2, 3, 4):
        press(window, Key.Key_PageDown)
        assert note(console).accessibleName() == f"Toelichting bij stelling {number}"
    assert slides_of(window).isActiveWindow()


def test_what_is_typed_stays_at_its_own_statement_while_the_remote_goes_on(
    window: MainWindow, console: Console, qtbot: QtBot
) -> None:
    press(window, Key.Key_F2)
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClicks(note(console), "Afgesproken")
    qtbot.keyClick(note(console), Key.Key_PageDown)
    assert slide(window) == 2
    assert the(console, QLabel, "Toelichting").text() == (
        "Toelichting bij stelling 1 (op het scherm staat stelling 2)"
    )
    qtbot.keyClicks(QApplication.focusWidget(), " in mei")
    assert [window.scan.answer(number).note for number in (1, 2)] == ["Afgesproken in mei", ""]


def test_that_the_remote_goes_on_while_a_note_is_typed_is_heard(
    window: MainWindow, console: Console, qtbot: QtBot, spoken: Callable[[], list[str]]
) -> None:
    press(window, Key.Key_F2)
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(note(console), Key.Key_PageDown)
    assert spoken()[-1] == "Je typt bij stelling 1; op het scherm staat stelling 2."


def test_escape_gives_the_keys_back_to_the_slides_and_the_console_to_the_statement_there(
    window: MainWindow, console: Console, qtbot: QtBot
) -> None:
    press(window, Key.Key_F2)
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(note(console), Key.Key_PageDown)
    qtbot.keyClick(note(console), Key.Key_Escape)
    qtbot.waitUntil(slides_of(window).isActiveWindow)
    assert slide(window) == 2
    assert note(console).accessibleName() == "Toelichting bij stelling 2"


def test_who_left_a_note_for_the_slides_does_not_come_back_to_another_one(
    window: MainWindow, console: Console, qtbot: QtBot
) -> None:
    press(window, Key.Key_F2)
    qtbot.waitUntil(window.isActiveWindow)
    slides_of(window).activateWindow()
    qtbot.waitUntil(slides_of(window).isActiveWindow)
    press(window, Key.Key_PageDown)
    assert note(console).accessibleName() == "Toelichting bij stelling 2"
    assert window.focusWidget() != note(console)


def test_f2_at_the_desk_goes_to_the_note_in_the_console_and_back(
    window: MainWindow, console: Console, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.focusWidget(), Key.Key_F2)
    assert QApplication.focusWidget() == note(console)
    qtbot.keyClick(note(console), Key.Key_F2)
    assert not console.is_editing


def test_f2_goes_from_the_note_of_another_statement_to_that_of_the_slide(
    window: MainWindow, console: Console, qtbot: QtBot
) -> None:
    press(window, Key.Key_F2)
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClicks(note(console), "Eerste")
    qtbot.keyClick(note(console), Key.Key_PageDown)
    qtbot.keyClick(note(console), Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "Tweede")
    assert [window.scan.answer(number).note for number in (1, 2)] == ["Eerste", "Tweede"]
    qtbot.keyClick(note(console), Key.Key_F2)
    assert not console.is_editing


def test_the_score_is_not_in_it_until_it_is_revealed(window: MainWindow, console: Console) -> None:
    press(window, *[Key.Key_PageDown] * 10)
    assert not [meter for meter in window.findChildren(ScoreMeter) if meter.isVisible()]
    press(window, Key.Key_PageDown)
    assert slide(window) == RESULT
    assert the(window, ScoreMeter)
    assert console.isVisible()


def test_present_becomes_stop(window: MainWindow, console: Console, qtbot: QtBot) -> None:
    assert console.isVisible()
    qtbot.mouseClick(button(window, "Presentatie stoppen"), Qt.MouseButton.LeftButton)
    assert slide(window) is None
    assert button(window, "Presenteren").text() == "Presenteren"


def test_the_time_is_seen_and_never_heard(
    window: MainWindow, console: Console, spoken: Callable[[], list[str]]
) -> None:
    clock = the(console, QLabel, "Klok")
    assert clock.text().endswith("uur, 0 min. bezig")
    press(window, Key.Key_PageDown)
    assert not any("bezig" in sentence for sentence in spoken())


def test_a_long_text_that_nobody_types_in_shows_its_first_words(window: MainWindow, console: Console) -> None:
    long = "Een zin van acht woorden die wordt herhaald. " * 12
    window.document.set_answer(2, Answer(note=long, who=long, due=long))
    press(window, Key.Key_PageDown)
    assert note(console).verticalScrollBar().value() == 0
    assert [line.cursorPosition() for line in console.findChildren(QLineEdit)] == [0, 0]


@pytest.mark.parametrize("width", [760, 1024])
def test_a_note_of_another_statement_makes_it_no_wider(
    window: MainWindow, console: Console, qtbot: QtBot, width: int
) -> None:
    window.resize(width, 768)
    press(window, Key.Key_F2)
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(note(console), Key.Key_PageDown)
    heading = the(console, QLabel, "Toelichting")
    qtbot.waitUntil(
        lambda: heading.wordWrap() and heading.heightForWidth(heading.width()) <= heading.height()
    )
    for shown in (heading, button(console, "Volgende (PageDown)")):
        assert shown.visibleRegion().boundingRect().width() == shown.width()


@pytest.mark.parametrize("width", [760, 853, 910])
def test_on_a_laptop_at_150_per_cent_it_stays_in_sight_too(
    window: MainWindow, qtbot: QtBot, qapp: QApplication, width: int
) -> None:
    window.resize(width, 533)
    present(window, qtbot)
    console = the(window, Console)
    for _ in range(9):
        press(window, Key.Key_PageDown)
        qapp.processEvents()
        assert not note(console).visibleRegion().isEmpty()
        assert not button(console, "Volgende (PageDown)").visibleRegion().isEmpty()
    window.presentation.leave()
    qapp.processEvents()
    assert window.width() == width, "it has not made the window wider"
