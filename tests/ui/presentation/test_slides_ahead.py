"""Slides drawn ahead: they look as if they were not, and are drawn anew when anything is another."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.drawing import scan_of
from tests.ui.paint_watch import painted
from tests.ui.presentation.bare_desk import BareDesk
from tests.ui.presentation.test_differences import agreed_on
from tests.ui.screen import present, slide, slides_of
from vpt_desktop.domain.card import Card
from vpt_desktop.domain.scan import Answer
from vpt_desktop.domain.slide_show import QUESTION, RESULT
from vpt_desktop.ui.presentation.slides_ahead import Picture, SlidesAhead
from vpt_desktop.ui.presentation.statement_slide import StatementSlide
from vpt_desktop.ui.presentation.window import PresentationWindow

NEXT, PREVIOUS = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp
LEAST = 0.003
"""Of the bits: a line of large text may be rounded a pixel higher; another line is five times as much."""
NOTE = "Eerst een inventarisatie bij alle teams, dan een voorstel aan het management van de gemeente. "


@pytest.fixture
def shown(bare_desk: BareDesk, qtbot: QtBot) -> PresentationWindow:
    """The slides of a scan with enough agreed for more than two slides, at the question."""
    scan = scan_of("☐☑☐☐☐☐☐☐☐☐")
    for number in range(1, 11):
        scan = scan.with_answer(number, Answer(ticked=number == 2, note=NOTE * 2, who="HR", due="mei"))
    bare_desk.document.open(scan)
    present(bare_desk, qtbot)
    slides = slides_of(bare_desk)
    for _ in range(QUESTION - 1):
        QTest.keyClick(slides, NEXT)
    assert slide(bare_desk) == QUESTION
    return slides


def pictures(slides: PresentationWindow) -> list[Picture]:
    return [found for found in slides.findChildren(Picture) if not found.isHidden()]


def the_ahead(slides: PresentationWindow) -> SlidesAhead:
    (ahead,) = slides.findChildren(SlidesAhead)
    return ahead


def step_when_drawn(slides: PresentationWindow, key: Qt.Key, qtbot: QtBot) -> None:
    """Step, once the neighbours have been drawn ahead."""
    qtbot.waitUntil(lambda: the_ahead(slides).is_ready)
    QTest.keyClick(slides, key)
    assert len(pictures(slides)) == 1, "the slide is drawn from its picture"


def test_a_statement_is_painted_once_as_it_takes_the_place_of_another_slide(
    shown: PresentationWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: the_ahead(shown).is_ready)
    (statement,) = shown.findChildren(StatementSlide)
    with painted(statement) as watch:
        QTest.keyClick(shown, PREVIOUS)
    assert watch.times == 1


def difference(one: QImage, other: QImage) -> float:
    """Return which part of all bits of two pictures of one size is not the same."""
    bits, others = (int.from_bytes(picture.constBits(), "little") for picture in (one, other))
    return (bits ^ others).bit_count() / (8 * one.sizeInBytes())


def picture_of(slides: PresentationWindow) -> QImage:
    QApplication.processEvents()
    return slides.grab().toImage()


@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (768, 1024)])
def test_a_slide_drawn_ahead_looks_as_if_it_were_not(
    shown: PresentationWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    shown.showNormal()
    shown.resize(*size)
    for key in (NEXT, NEXT, NEXT, PREVIOUS, PREVIOUS, PREVIOUS):
        step_when_drawn(shown, key, qtbot)
        ahead = picture_of(shown)
        for picture in pictures(shown):
            picture.hide()
        assert difference(picture_of(shown), ahead) < LEAST


def test_what_is_typed_is_seen_at_once_on_a_slide_drawn_ahead(
    bare_desk: BareDesk, shown: PresentationWindow, qtbot: QtBot
) -> None:
    for _ in range(2):
        step_when_drawn(shown, NEXT, qtbot)
    before = picture_of(shown)
    bare_desk.document.set_answer(1, Answer(note="Iets anders"))
    assert not pictures(shown)
    assert difference(picture_of(shown), before) > LEAST


def test_other_colours_are_seen_at_once_on_a_slide_drawn_ahead(
    shown: PresentationWindow, qtbot: QtBot
) -> None:
    step_when_drawn(shown, NEXT, qtbot)
    shown.set_dark(True)
    assert picture_of(shown).pixelColor(3, 3).lightness() < 60
    step_when_drawn(shown, NEXT, qtbot)
    assert picture_of(shown).pixelColor(3, 3).lightness() < 60


def test_the_outcome_that_has_the_focus_is_seen_on_a_slide_drawn_ahead(
    bare_desk: BareDesk, card: Card, qtbot: QtBot
) -> None:
    bare_desk.document.open(agreed_on(card, 2, 5))
    present(bare_desk, qtbot)
    slides = slides_of(bare_desk)
    QTest.keyClick(slides, Qt.Key.Key_U)
    step_when_drawn(slides, Qt.Key.Key_A, qtbot)
    seen = [picture_of(slides)]
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Right):
        QTest.keyClick(slides.focusWidget() or slides, key)
        seen.append(picture_of(slides))
    assert seen[0] != seen[1] != seen[2]
    assert len(pictures(slides)) == 1


def test_a_note_over_a_slide_drawn_ahead_has_the_foot_for_itself(
    shown: PresentationWindow, qtbot: QtBot
) -> None:
    for _ in range(2):
        step_when_drawn(shown, NEXT, qtbot)
    QTest.keyClick(shown, Qt.Key.Key_F2)
    assert not pictures(shown)


def test_back_at_the_statements_nothing_is_drawn_from_a_picture_of_the_result(
    bare_desk: BareDesk, shown: PresentationWindow, qtbot: QtBot
) -> None:
    step_when_drawn(shown, NEXT, qtbot)
    assert slide(bare_desk) == RESULT
    for _ in range(2):
        QTest.keyClick(shown, PREVIOUS)
    assert not pictures(shown)
