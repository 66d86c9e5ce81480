"""Last time on the projector: out of sight and hearing while the group discusses, until it is asked for."""

from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.domain.earlier import scan_in
from tests.ui.screen import action, present, slide, slides_of, statement
from vpt_desktop.domain.card import Card
from vpt_desktop.domain.earlier_scans import as_earlier
from vpt_desktop.domain.scan import Answer, Scan
from vpt_desktop.domain.slide_show import QUESTION, RESULT
from vpt_desktop.ui.main_window import MainWindow

Key = Qt.Key
AGREED = Answer(note="Cursus plannen.", who="HR", due="1 mei")
WORDS_OF_LAST_TIME = ("vorige", "Van 3 naar", "Cursus", "HR", "1 mei", "Nieuw behaald", "Teruggevallen")


def after_last_year(card: Card, then: str = "☑☐☑☑☐☐☐☐☐☐", now: str = "☐☑☑☐☐☐☐☐☐☐") -> Scan:
    """Return the scan of 2026 that is compared with that of 2025, in which something was agreed on 7."""
    last_year = scan_in(2025, then).with_answer(7, AGREED)
    return replace(scan_in(2026, now), earlier=(as_earlier(last_year, card.texts),))


@pytest.fixture
def compared(window: MainWindow, card: Card) -> MainWindow:
    window.document.open(after_last_year(card))
    QApplication.processEvents()
    return window


def all_windows(window: MainWindow) -> Iterator[QWidget]:
    for shown in (window, window.presentation.window):
        if shown is not None:
            yield shown
            yield from (part for part in shown.findChildren(QWidget) if part.isVisible())


def told(window: MainWindow) -> str:
    """Return all that desk and slides show, or say to a screen reader."""
    parts = []
    for widget in all_windows(window):
        if isinstance(widget, QLabel):
            parts.append(widget.text())
        parts += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
    return "\n".join(parts)


def assert_hidden(window: MainWindow) -> None:
    QApplication.processEvents()
    assert [word for word in WORDS_OF_LAST_TIME if word in told(window)] == []


def press(window: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(slides_of(window), key)


@pytest.mark.usefixtures("two_screens")
@pytest.mark.parametrize("live", [False, True])
def test_nothing_of_last_time_is_seen_or_heard_during_the_discussion(
    compared: MainWindow, qtbot: QtBot, spoken: Callable[[], list[str]], live: bool
) -> None:
    assert "vorige keer aangevinkt" in told(compared)
    action(compared, "Score zichtbaar tijdens de presentatie").setChecked(live)
    spoken().clear()
    present(compared, qtbot)
    for expected in [*range(1, 11), *([] if live else [QUESTION])]:
        assert slide(compared) == expected
        assert_hidden(compared)
        if expected < QUESTION:
            press(compared, Key.Key_Space)
            assert_hidden(compared)
        press(compared, Key.Key_PageDown)
    assert slide(compared) == RESULT
    assert [word for word in WORDS_OF_LAST_TIME if word in " ".join(spoken())] == []
    assert "vorige keer aangevinkt" in told(compared)
    press(compared, Key.Key_PageUp)
    assert_hidden(compared)


@pytest.mark.usefixtures("two_screens")
def test_v_shows_last_time_on_slide_and_desk_and_hides_it_again(compared: MainWindow, qtbot: QtBot) -> None:
    present(compared, qtbot)
    press(compared, Key.Key_V)
    heads = [label.text() for label in slides_of(compared).findChildren(QLabel)]
    assert "Stelling 1 van 10, vorige keer aangevinkt" in heads
    assert statement(slides_of(compared), 1).accessibleDescription() == "vorige keer aangevinkt"
    assert told(compared).count("vorige keer open") >= 7
    assert "Van 3 naar" not in told(compared), "the score is still a secret"
    press(compared, Key.Key_PageDown)
    assert statement(slides_of(compared), 2).accessibleDescription() == "vorige keer open"
    assert statement(slides_of(compared), 1).accessibleDescription() == ""
    press(compared, Key.Key_V)
    assert_hidden(compared)


@pytest.mark.usefixtures("two_screens")
def test_v_works_at_the_desk_and_from_its_menu(compared: MainWindow, qtbot: QtBot) -> None:
    present(compared, qtbot)
    compared.activateWindow()
    qtbot.waitUntil(compared.isActiveWindow)
    qtbot.keyClick(compared.focusWidget(), Key.Key_V)
    assert "vorige keer aangevinkt" in told(compared)
    action(compared, "Vorige keer laten zien").trigger()
    assert_hidden(compared)


def test_v_is_said_and_so_is_why_it_does_nothing(
    compared: MainWindow, qtbot: QtBot, spoken: Callable[[], list[str]]
) -> None:
    present(compared, qtbot)
    for keys, said in (
        ((Key.Key_V,), "Stelling 1: vorige keer aangevinkt."),
        ((Key.Key_V,), "Wat vorige keer was aangevinkt, is weer verborgen."),
        ((Key.Key_PageDown,) * 10 + (Key.Key_V,), "Wat vorige keer was aangevinkt, is te zien."),
        ((Key.Key_U, Key.Key_V), "Na de uitslag is vorige keer altijd te zien."),
    ):
        press(compared, *keys)
        assert said in spoken()[-1]
    compared.document.remove_previous()
    assert spoken()[-1] == "Er is geen vorige scan meer om mee te vergelijken."
    press(compared, Key.Key_V)
    assert spoken()[-1] == "Er is geen vorige scan."
    assert not action(compared, "Vorige keer laten zien").isEnabled()


def test_with_v_a_statement_that_was_not_on_the_card_says_so(
    window: MainWindow, card: Card, qtbot: QtBot
) -> None:
    scan = after_last_year(card)
    texts = ("Iets anders.", *card.texts[1:])
    window.document.open(replace(scan, earlier=(replace(scan.earlier[0], texts=texts),)))
    present(window, qtbot)
    press(window, Key.Key_V)
    assert "Stelling 1 van 10, niet te vergelijken" in told(window)


@pytest.mark.usefixtures("two_screens")
def test_the_score_shown_at_the_desk_does_not_bring_last_time_along(
    compared: MainWindow, qtbot: QtBot
) -> None:
    present(compared, qtbot)
    action(compared, "Verborgen uitslag toch tonen").trigger()
    assert "van de 10 punten" in told(compared)
    assert_hidden(compared)


def test_of_a_scan_that_is_opened_meanwhile_last_time_is_hidden(
    compared: MainWindow, card: Card, qtbot: QtBot
) -> None:
    present(compared, qtbot)
    press(compared, Key.Key_V)
    compared.document.open(after_last_year(card, then="☑☑☐☐☐☐☐☐☐☑"))
    assert_hidden(compared)


def test_what_was_hidden_stays_so_when_the_slides_close(compared: MainWindow, qtbot: QtBot) -> None:
    present(compared, qtbot)
    press(compared, Key.Key_V)
    press(compared, Key.Key_Escape)
    assert_hidden(compared)
    action(compared, "Verborgen uitslag toch tonen").trigger()
    assert "Van 3 naar" in told(compared)
    assert "vorige keer aangevinkt" in told(compared)
