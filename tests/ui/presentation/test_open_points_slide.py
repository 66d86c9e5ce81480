"""The slides after the result: every open point, with what was agreed, in text that the back row reads."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.drawing import scan_of
from tests.ui.offscreen_screens import LAPTOP
from tests.ui.presentation.bare_desk import BareDesk, dialogs
from tests.ui.presentation.test_slides import LANDSCAPE, PORTRAIT, assert_whole, resize, smallest_text, texts
from tests.ui.screen import present, slide, slides_of, statement
from vpt_desktop.domain.card import Card
from vpt_desktop.domain.scan import Answer, Scan
from vpt_desktop.domain.slide_show import RESULT, SlideShow
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.presentation.note_sheet import NoteSheet
from vpt_desktop.ui.presentation.window import PresentationWindow
from vpt_desktop.ui.widgets.colours import DARK, LIGHT
from vpt_desktop.ui.widgets.statement_check_box import StatementCheckBox

Key = Qt.Key
NONE_TICKED = scan_of("☐☐☐☐☐☐☐☐☐☐")
NOTE = "Eerst een inventarisatie bij alle teams.\nDan een voorstel aan het management van de gemeente."
AGREED = Answer(note=NOTE, who="Teamleider Veiligheid", due="1 maart 2027")


def pages_of(slides: PresentationWindow, scan: Scan) -> tuple[tuple[int, ...], ...]:
    """Return the open points on each slide."""
    return slides.divided(SlideShow(), scan).pages


def said_on_all_pages(slides: PresentationWindow, scan: Scan) -> list[tuple[str, str]]:
    """Return label and text of every row on every slide with open points, one slide after another."""
    pages = pages_of(slides, scan)
    found = []
    for page in range(len(pages)):
        slides.show_slide(SlideShow(pages=pages).at(RESULT + 1 + page), scan)
        labels = [label for label in texts(slides) if isinstance(label, QLabel) and label.accessibleName()]
        labels.sort(key=lambda label: (label.y(), label.x()))
        found += [
            (a.accessibleName(), b.accessibleName()) for a, b in zip(labels[::2], labels[1::2], strict=True)
        ]
    return found


@pytest.mark.parametrize("size", LANDSCAPE + PORTRAIT)
def test_all_open_points_are_whole_and_legible_on_as_many_slides_as_they_need(
    slides: PresentationWindow, card: Card, size: tuple[int, int]
) -> None:
    height = resize(slides, size)
    scan = NONE_TICKED.with_tick(4, ticked=True).with_tick(7, ticked=True)
    for number in (1, 2, 3, 8):
        scan = scan.with_answer(number, AGREED)
    pages = pages_of(slides, scan)
    assert len(pages) > 1 or size in PORTRAIT
    for page in range(len(pages)):
        slides.show_slide(SlideShow(pages=pages).at(RESULT + 1 + page), scan)
        for widget in texts(slides):
            assert smallest_text(widget) >= height / 27
        assert_whole(slides)
    rows = said_on_all_pages(slides, scan)
    assert [label for label, _ in rows] == [
        f"{number} {card.statement(number).label}" for number in scan.open_points
    ]
    agreed = f"{' '.join(NOTE.split())} Wie: Teamleider Veiligheid Wanneer gereed: 1 maart 2027"
    assert [text for _, text in rows] == [
        agreed if number in {1, 2, 3, 8} else "nog geen afspraak" for number in scan.open_points
    ]


def test_ten_points_without_an_agreement_share_one_slide(slides: PresentationWindow) -> None:
    resize(slides, (1920, 1080))
    assert pages_of(slides, NONE_TICKED) == (tuple(range(1, 11)),)


def test_a_long_agreement_goes_on_on_the_next_slides_and_says_so(slides: PresentationWindow) -> None:
    resize(slides, (1024, 768))
    note = " ".join(f"woord{place}" for place in range(600))
    scan = NONE_TICKED.with_answer(2, Answer(note=note))
    pages = pages_of(slides, scan)
    assert sum(2 in page for page in pages) > 2
    rows = [row for row in said_on_all_pages(slides, scan) if row[0].startswith("2 ")]
    assert {label for label, _ in rows[1:]} == {"2 Voorbereid op contact (vervolg)"}
    assert " ".join(text for _, text in rows) == note


def test_markup_in_an_agreement_is_text(slides: PresentationWindow) -> None:
    resize(slides, (1024, 768))
    scan = NONE_TICKED.with_answer(1, Answer(note="<b>dik</b> &amp;"))
    assert said_on_all_pages(slides, scan)[0][1] == "<b>dik</b> &amp;"


def test_other_slides_come_with_another_size(slides: PresentationWindow) -> None:
    scan = NONE_TICKED
    for number in range(1, 11):
        scan = scan.with_answer(number, AGREED)
    resize(slides, (1920, 1080))
    wide = pages_of(slides, scan)
    resize(slides, (1080, 1920))
    assert len(pages_of(slides, scan)) < len(wide)


@pytest.mark.usefixtures("two_screens")
def test_f2_edits_the_point_in_sight_at_the_desk(window: MainWindow, qtbot: QtBot) -> None:
    for number in (1, 3):
        window.document.set_ticked(number, ticked=True)
    present(window, qtbot)
    QTest.keyClick(slides_of(window), Key.Key_U)
    QTest.keyClick(slides_of(window), Key.Key_PageDown)
    assert slide(window) == RESULT + 1
    QTest.keyClick(slides_of(window), Key.Key_F2)
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClicks(QApplication.focusWidget(), "Morgen")
    assert window.scan.answer(2).note == "Morgen"
    assert any("Morgen" in label.text() for label in texts(slides_of(window)) if isinstance(label, QLabel))


def test_on_one_screen_f2_edits_the_point_in_sight_over_the_slide(bare_desk: BareDesk, qtbot: QtBot) -> None:
    bare_desk.document.set_ticked(1, ticked=True)
    present(bare_desk, qtbot)
    QTest.keyClick(slides_of(bare_desk), Key.Key_U)
    QTest.keyClick(slides_of(bare_desk), Key.Key_F2)
    assert not dialogs(NoteSheet), "the result has no note"
    QTest.keyClick(slides_of(bare_desk), Key.Key_PageDown)
    QTest.keyClick(slides_of(bare_desk), Key.Key_F2)
    (sheet,) = dialogs(NoteSheet)
    qtbot.keyClicks(sheet.findChild(QPlainTextEdit), "Morgen")
    assert bare_desk.scan.answer(2).note == "Morgen"
    assert slide(bare_desk) == RESULT + 1


def test_the_open_points_are_heard_and_so_is_the_end(
    window: MainWindow, qtbot: QtBot, spoken: Callable[[], list[str]]
) -> None:
    for number in range(1, 10):
        window.document.set_ticked(number, ticked=True)
    present(window, qtbot)
    QTest.keyClick(slides_of(window), Key.Key_U)
    spoken()
    QTest.keyClick(slides_of(window), Key.Key_PageDown)
    assert spoken()[-1] == "Open punten. 10 Nazorg: nog geen afspraak."
    QTest.keyClick(slides_of(window), Key.Key_PageDown)
    assert spoken()[-1] == "Dit is de laatste dia."
    assert slide(window) == RESULT + 1


def test_a_point_that_is_ticked_after_all_leaves_the_list(window: MainWindow, qtbot: QtBot) -> None:
    for number in range(1, 9):
        window.document.set_ticked(number, ticked=True)
    present(window, qtbot)
    QTest.keyClick(slides_of(window), Key.Key_U)
    QTest.keyClick(slides_of(window), Key.Key_PageDown)
    QTest.keyClick(slides_of(window), Key.Key_9)
    assert [
        label.text() for label in texts(slides_of(window)) if label.accessibleName().startswith("9 ")
    ] == []
    QTest.keyClick(slides_of(window), Key.Key_0)
    assert slide(window) == RESULT, "nothing is open"


def test_over_open_points_a_note_hides_no_part_of_a_row(
    bare_desk: BareDesk, plug: Callable[..., None], qtbot: QtBot
) -> None:
    plug(LAPTOP._replace(width=1024))
    bare_desk.document.set_answer(3, AGREED)
    present(bare_desk, qtbot)
    QTest.keyClick(slides_of(bare_desk), Key.Key_U)
    QTest.keyClick(slides_of(bare_desk), Key.Key_PageDown)
    alone = texts(slides_of(bare_desk))
    QTest.keyClick(slides_of(bare_desk), Key.Key_F2)
    (sheet,) = dialogs(NoteSheet)
    beside = [label for label in texts(slides_of(bare_desk)) if label.window() == slides_of(bare_desk)]
    assert any(label.accessibleName().startswith("1 ") for label in beside), "the point that is edited"
    for label in beside:
        assert label.mapToGlobal(label.rect().bottomLeft()).y() < sheet.frameGeometry().top()
    names = [label.accessibleName().split() for label in beside]
    numbers = [int(number) for number, *_ in filter(None, names) if number.isdigit()]
    assert numbers == list(range(1, len(numbers) + 1)), "none is left out between two others"
    sheet.close()
    assert texts(slides_of(bare_desk)) == alone


def test_of_a_long_point_a_note_leaves_the_first_lines_in_sight(
    bare_desk: BareDesk, plug: Callable[..., None], qtbot: QtBot
) -> None:
    plug(LAPTOP._replace(width=1024))
    bare_desk.document.set_answer(1, Answer(note="Een zin van acht woorden die wordt herhaald. " * 12))
    present(bare_desk, qtbot)
    QTest.keyClick(slides_of(bare_desk), Key.Key_U)
    QTest.keyClick(slides_of(bare_desk), Key.Key_PageDown)
    QTest.keyClick(slides_of(bare_desk), Key.Key_F2)
    (sheet,) = dialogs(NoteSheet)
    (text,) = (label for label in texts(slides_of(bare_desk)) if "Een zin van acht" in label.accessibleName())
    assert text.text().count("\n") > 3
    assert text.mapToGlobal(text.rect().bottomLeft()).y() < sheet.frameGeometry().top()


@pytest.mark.parametrize("size", LANDSCAPE)
def test_no_number_stands_alone_before_its_label(slides: PresentationWindow, size: tuple[int, int]) -> None:
    resize(slides, size)
    for page in range(len(pages_of(slides, NONE_TICKED))):
        slides.show_slide(
            SlideShow(slide=RESULT + 1 + page, pages=pages_of(slides, NONE_TICKED)), NONE_TICKED
        )
        for label in texts(slides):
            assert not label.text().split("\n")[0].isdigit()


@pytest.mark.parametrize("lines", range(12, 30))
def test_no_slide_goes_on_with_a_line_or_two(slides: PresentationWindow, lines: int) -> None:
    resize(slides, (1024, 768))
    scan = NONE_TICKED
    for number in range(1, 11):
        scan = scan.with_answer(number, Answer(note="Regel.\n" * lines, due="mei"))
    assert all(
        text.count("Regel.") + text.count("mei") >= 3
        for label, text in said_on_all_pages(slides, scan)
        if "vervolg" in label
    )


def test_open_points_take_other_colours_while_they_are_in_sight(
    slides: PresentationWindow, qapp: QApplication
) -> None:
    resize(slides, (1280, 800))
    scan = NONE_TICKED.with_answer(1, AGREED)
    pages = pages_of(slides, scan)
    for colours in (LIGHT, DARK, LIGHT):
        slides.set_dark(colours is DARK)
        slides.show_slide(SlideShow(slide=RESULT + 1, pages=pages), scan)
        qapp.processEvents()
        slides.show_slide(SlideShow(slide=RESULT + 1, pages=pages), scan)
        for said, ink in (("Eerst een", colours.ink), ("nog geen", colours.muted)):
            label = next(label for label in texts(slides) if said in label.accessibleName())
            picture = label.grab().toImage()
            drawn = {
                picture.pixelColor(x, y).name()
                for x in range(picture.width())
                for y in range(picture.height())
            }
            assert ink.lower() in drawn


@pytest.mark.usefixtures("two_screens")
def test_the_desk_follows_with_the_first_open_point_on_the_slide(window: MainWindow, qtbot: QtBot) -> None:
    for number in range(1, 8):
        window.document.set_ticked(number, ticked=True)
    present(window, qtbot)
    QTest.keyClick(slides_of(window), Key.Key_U)
    QTest.keyClick(slides_of(window), Key.Key_PageDown)
    qtbot.waitUntil(lambda: not statement(window, 8).visibleRegion().isEmpty())
    assert window.statements.current == 8
    assert [box.number for box in boxes(window) if box.parent().property("presented")] == [8]
    window.document.set_ticked(8, ticked=True)
    qtbot.waitUntil(lambda: not statement(window, 9).visibleRegion().isEmpty())
    assert window.statements.current == 9


def boxes(window: MainWindow) -> list[StatementCheckBox]:
    return window.findChildren(StatementCheckBox)
