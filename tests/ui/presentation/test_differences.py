"""The slides after the result with a previous scan: what changed, and what became of the agreements."""

from collections.abc import Callable
from itertools import groupby

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.domain.earlier import scan_in
from tests.ui.presentation.bare_desk import BareDesk
from tests.ui.presentation.test_slides import LANDSCAPE, PORTRAIT, assert_whole, resize, smallest_text, texts
from tests.ui.screen import action, button, present, slide, slides_of, the, ticks
from vpt_desktop.domain.card import Card
from vpt_desktop.domain.earlier_scan import Outcome
from vpt_desktop.domain.earlier_scans import as_earlier
from vpt_desktop.domain.scan import Answer, Scan
from vpt_desktop.domain.slide_show import RESULT, SlideShow
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.presentation.console import Console
from vpt_desktop.ui.presentation.rows_slide import RowsSlide
from vpt_desktop.ui.presentation.slide_bar import SlideBar
from vpt_desktop.ui.presentation.window import PresentationWindow
from vpt_desktop.ui.widgets.colours import LIGHT

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
NOTE = "Eerst een inventarisatie bij alle teams.\nDan een voorstel aan het management van de gemeente."


def agreed_on(card: Card, *numbers: int, note: str = NOTE) -> Scan:
    """Return the scan of 2026 that is compared with one in which something was agreed on `numbers`."""
    last_year = scan_in(2025, "☑☐☑☑☐☐☐☐☐☐")
    for number in numbers:
        last_year = last_year.with_answer(number, Answer(note=note, who="HR", due="1 mei"))
    return replace(scan_in(2026, "☐☑☑☐☐☐☐☐☐☐"), earlier=(as_earlier(last_year, card.texts),))


def press(window: MainWindow | BareDesk, *keys: Qt.Key) -> None:
    for key in keys:
        shown = slides_of(window)
        QTest.keyClick(shown.focusWidget() or shown, key)


def shown_in(slides: PresentationWindow) -> list[str]:
    """Return the texts of the labels in sight, from above and from the left."""
    labels = [label for label in texts(slides) if isinstance(label, QLabel)]
    labels.sort(key=lambda label: (label.geometry().y(), label.x()))
    return [label.text() for label in labels]


def outcome_in(window: MainWindow | BareDesk, statement: int) -> Outcome | None:
    previous = window.scan.previous
    assert previous is not None
    return previous.agreement(statement).outcome


@pytest.fixture
def agreed(window: MainWindow, card: Card) -> MainWindow:
    window.document.open(agreed_on(card, 2, 5, 7))
    return window


@pytest.fixture
def agreed_bare(bare_desk: BareDesk, card: Card) -> BareDesk:
    bare_desk.document.open(agreed_on(card, 2, 5, 7))
    return bare_desk


def test_after_the_result_come_the_differences_and_then_the_open_points(
    agreed: MainWindow, qtbot: QtBot
) -> None:
    present(agreed, qtbot)
    press(agreed, Key.Key_U, Key.Key_PageDown)
    shown = [text.replace("\n", "|") for text in shown_in(slides_of(agreed))]
    assert shown[0] == "Vergelijking met vorige scan"
    assert the(slides_of(agreed), RowsSlide).accessibleName() == shown[0]
    sentence = shown[1].replace("\N{NO-BREAK SPACE}", " ").replace("|", " ")
    counts = "1 nieuw behaald, 2 teruggevallen, 1 behouden, 6 nog open"
    assert sentence == f"Vorige scan: 1 maart 2025. Van 3 naar 2: {counts}."
    shown[4] = shown[4].replace("|", " ")
    assert shown[2:] == [
        *("Teruggevallen", "1 Norm en grenzen|4 Melden"),
        *("Nieuw behaald", "2 Voorbereid op contact"),
        "Nog open",
        "5 Registratie en aangifte|6 Dader aanspreken|7 Training|8 Schadeverhaal|9 Beveiliging|10 Nazorg",
        *("Behouden", "3 Afspraken en dossier"),
    ]
    press(agreed, Key.Key_PageDown)
    assert shown_in(slides_of(agreed))[0] == "Open punten"
    press(agreed, Key.Key_PageUp, Key.Key_PageUp)
    assert slide(agreed) == RESULT


def test_a_group_with_nothing_in_it_says_so_and_what_is_not_comparable_has_its_own(
    slides: PresentationWindow, card: Card
) -> None:
    resize(slides, (1024, 768))
    scan = agreed_on(card)
    (earlier,) = scan.earlier
    texts = ("Iets anders.", *card.texts[1:])
    scan = replace(scan.with_tick(4, ticked=True), earlier=(replace(earlier, texts=texts),))
    show = slides.divided(SlideShow(has_previous=True).at(RESULT), scan)
    slides.show_slide(show.next(), scan)
    shown = shown_in(slides)
    assert "niet te vergelijken" in shown[1].replace("\N{NO-BREAK SPACE}", " ")
    assert shown[2:4] == ["Teruggevallen", "geen"]
    assert shown[-2:] == ["Niet te vergelijken", "1 Norm en grenzen"]


@pytest.mark.parametrize("size", LANDSCAPE + PORTRAIT)
@pytest.mark.parametrize("note", [NOTE, " ".join(f"woord{place}" for place in range(400))])
def test_differences_and_agreements_are_whole_and_legible(
    slides: PresentationWindow, card: Card, size: tuple[int, int], note: str
) -> None:
    height = resize(slides, size)
    scan = agreed_on(card, 2, 5, 7, note=note)
    show = slides.divided(SlideShow(has_previous=True).at(RESULT).next(), scan)
    show = slides.divided(show.at(RESULT + 1).toggle_agreements(), scan)
    seen = ""
    for each in (show.at(RESULT + 1), *(replace(show, agreement=n) for n in range(len(show.agreements)))):
        slides.show_slide(each, scan)
        for widget in texts(slides):
            assert smallest_text(widget) >= height / 27
        assert_whole(slides)
        seen += " ".join(shown_in(slides))
    assert seen.count(note.rsplit(maxsplit=1)[-1]) == 3, "nothing of three agreements is cut"


@pytest.mark.usefixtures("two_screens")
def test_a_shows_the_agreements_one_by_one_and_goes_back(agreed: MainWindow, qtbot: QtBot) -> None:
    present(agreed, qtbot)
    press(agreed, Key.Key_A)
    assert slide(agreed) == 1, "not during the discussion"
    press(agreed, Key.Key_U, Key.Key_PageDown, Key.Key_A)
    for number, label in ((1, "2 Voorbereid"), (2, "5 Registratie"), (3, "7 Training")):
        assert slide(agreed) == f"agreement {number}"
        shown = shown_in(slides_of(agreed))
        assert f"{number} van 3" in shown
        assert any(text.startswith(label) for text in shown)
        assert agreed.statements.current == int(label.split()[0]), "the desk follows"
        press(agreed, Key.Key_PageDown)
    assert slide(agreed) == RESULT + 1
    press(agreed, Key.Key_A, Key.Key_PageDown, Key.Key_B, Key.Key_PageDown)
    assert slide(agreed) == "agreement 2"
    press(agreed, Key.Key_A)
    assert slide(agreed) == RESULT + 1
    press(agreed, Key.Key_A, Key.Key_U)
    assert slide(agreed) == 1


@pytest.mark.usefixtures("two_screens")
def test_outcomes_are_chosen_at_the_desk_by_arrows_and_enter_and_never_by_a_digit(
    agreed: MainWindow, qtbot: QtBot
) -> None:
    present(agreed, qtbot)
    press(agreed, Key.Key_U, Key.Key_A, Key.Key_F2)
    qtbot.waitUntil(agreed.isActiveWindow)

    def at_desk(*keys: Qt.Key) -> None:
        for key in keys:
            qtbot.keyClick(QApplication.focusWidget(), key)

    at_desk(Key.Key_Right, Key.Key_Return)
    assert outcome_in(agreed, 2) is Outcome.RUNNING
    assert button(slides_of(agreed), "Loopt nog").isChecked()
    at_desk(Key.Key_3)
    assert (outcome_in(agreed, 2), ticks(agreed)[2]) == (Outcome.RUNNING, "☐")
    at_desk(Key.Key_PageDown, Key.Key_Left, Key.Key_Space)
    assert outcome_in(agreed, 5) is Outcome.DROPPED
    assert ticks(agreed) == "☐☑☐☐☐☐☐☐☐☐", "no key of the choice has ticked anything"
    agreed.document.undo_stack.undo()
    assert outcome_in(agreed, 5) is None
    assert not any(b.isChecked() for b in the(agreed, Console).findChildren(QPushButton))
    at_desk(Key.Key_Escape)
    qtbot.waitUntil(slides_of(agreed).isActiveWindow)
    assert slide(agreed) == "agreement 2"


@pytest.mark.usefixtures("two_screens")
def test_after_the_last_agreement_enter_at_the_desk_chooses_nothing_more(
    agreed: MainWindow, qtbot: QtBot
) -> None:
    present(agreed, qtbot)
    press(agreed, Key.Key_U, Key.Key_A, Key.Key_F2)
    qtbot.waitUntil(agreed.isActiveWindow)
    before = agreed.scan
    for key in (Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageDown, Key.Key_Return):
        qtbot.keyClick(agreed.focusWidget() or agreed, key)
    assert slide(agreed) == RESULT
    assert agreed.scan == before


def test_on_one_screen_f2_gives_the_arrows_to_the_outcomes_and_escape_back(
    agreed_bare: BareDesk, qtbot: QtBot
) -> None:
    present(agreed_bare, qtbot)
    press(agreed_bare, Key.Key_U, Key.Key_A, Key.Key_Right)
    assert slide(agreed_bare) == "agreement 2", "the arrows are the slides' at first"
    press(agreed_bare, Key.Key_F2, Key.Key_Down, Key.Key_Down, Key.Key_Enter)
    assert outcome_in(agreed_bare, 5) is Outcome.NOT_STARTED
    press(agreed_bare, Key.Key_Return)
    assert outcome_in(agreed_bare, 5) is None, "chosen no more"
    press(agreed_bare, Key.Key_Escape, Key.Key_Right)
    assert slide(agreed_bare) == "agreement 3"


def test_the_focus_is_apart_from_the_colour_of_a_chosen_outcome(agreed_bare: BareDesk, qtbot: QtBot) -> None:
    present(agreed_bare, qtbot)
    press(agreed_bare, Key.Key_U, Key.Key_A, Key.Key_F2, Key.Key_Space)
    slides = slides_of(agreed_bare)
    chosen = button(slides, "Afgerond")
    start = chosen.mapTo(slides, QPoint(0, chosen.height() // 2))
    edge = slides.grab(QRect(start, QSize(chosen.width() // 8, 1))).toImage()
    seen = [edge.pixelColor(x, 0).name() for x in range(edge.width())]
    ring, gap, fill = LIGHT.ink.lower(), LIGHT.paper.lower(), LIGHT.accent.lower()
    assert [colour for colour, _ in groupby(seen) if colour in {ring, gap, fill}] == [ring, gap, fill]


def test_a_click_chooses_and_leaves_the_keys_to_the_slides(agreed_bare: BareDesk, qtbot: QtBot) -> None:
    present(agreed_bare, qtbot)
    press(agreed_bare, Key.Key_U, Key.Key_A)
    qtbot.mouseClick(button(slides_of(agreed_bare), "Afgerond"), LEFT)
    assert outcome_in(agreed_bare, 2) is Outcome.SETTLED
    press(agreed_bare, Key.Key_Right)
    assert slide(agreed_bare) == "agreement 2"


def test_a_settled_agreement_on_an_open_statement_asks_to_look_again_and_ticks_nothing(
    agreed_bare: BareDesk, qtbot: QtBot
) -> None:
    present(agreed_bare, qtbot)
    press(agreed_bare, Key.Key_U, Key.Key_A, Key.Key_PageDown)
    before = agreed_bare.scan.answers
    qtbot.mouseClick(button(slides_of(agreed_bare), "Afgerond"), LEFT)
    assert "Kijk nog eens naar de stelling." in " ".join(" ".join(shown_in(slides_of(agreed_bare))).split())
    assert agreed_bare.scan.answers == before


def test_the_bar_has_buttons_for_last_time_and_no_outcome_is_under_it(
    agreed_bare: BareDesk, qtbot: QtBot
) -> None:
    present(agreed_bare, qtbot)
    bar = slides_of(agreed_bare).findChild(SlideBar)
    bar.appear()
    assert not [b for b in bar.findChildren(QPushButton) if b.isVisible() and b.text() == "Afspraken"]
    qtbot.mouseClick(button(bar, "Vorige keer"), LEFT)
    assert "Stelling 1 van 10, vorige keer aangevinkt" in shown_in(slides_of(agreed_bare))
    press(agreed_bare, Key.Key_U)
    qtbot.mouseClick(button(bar, "Afspraken"), LEFT)
    assert slide(agreed_bare) == "agreement 1"
    for outcome in ("Afgerond", "Vervalt"):
        found = button(slides_of(agreed_bare), outcome)
        assert found.mapTo(slides_of(agreed_bare), found.rect().bottomLeft()).y() < bar.y()


def test_differences_agreements_and_outcomes_are_heard(
    agreed: MainWindow, qtbot: QtBot, spoken: Callable[[], list[str]]
) -> None:
    present(agreed, qtbot)
    press(agreed, Key.Key_A)
    assert spoken()[-1] == "De afspraken van vorige keer komen na de uitslag."
    press(agreed, Key.Key_U, Key.Key_PageDown)
    assert "Van 3 naar 2" in spoken()[-1]
    assert "Teruggevallen: 1 Norm en grenzen 4 Melden. Nieuw behaald:" in spoken()[-1]
    press(agreed, Key.Key_A)
    assert spoken()[-1].startswith("Afspraken van vorige keer, 1 van 3. 2 Voorbereid op contact: ")
    assert spoken()[-1].endswith("Uitkomst: nog niet ingevuld.")
    qtbot.mouseClick(button(slides_of(agreed), "Loopt nog"), LEFT)
    assert spoken()[-1] == "Uitkomst: Loopt nog."


def test_without_agreements_a_does_nothing_and_says_why(
    window: MainWindow, card: Card, qtbot: QtBot, spoken: Callable[[], list[str]]
) -> None:
    window.document.open(agreed_on(card))
    present(window, qtbot)
    press(window, Key.Key_U)
    spoken()
    press(window, Key.Key_A)
    assert spoken()[-1] == "Er zijn geen afspraken van vorige keer."
    assert slide(window) == RESULT
    assert not action(window, "Afspraken van vorige keer").isEnabled()


def test_when_the_previous_scan_is_taken_away_its_slides_go(agreed: MainWindow, qtbot: QtBot) -> None:
    present(agreed, qtbot)
    press(agreed, Key.Key_U, Key.Key_PageDown, Key.Key_A)
    agreed.document.remove_previous()
    assert slide(agreed) == RESULT
    agreed.document.undo_stack.undo()
    press(agreed, Key.Key_PageDown)
    assert shown_in(slides_of(agreed))[0] == "Vergelijking met vorige scan"
