"""What the back row reads: sizes as drawn, at the resolutions that projectors have."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QBitmap, QFontMetricsF, QImage, QPalette, QRegion
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.drawing import scan_of
from tests.ui.screen import the
from vpt_desktop.domain.card import Card, Statement
from vpt_desktop.domain.scan import AccountManager
from vpt_desktop.domain.slide_show import QUESTION, RESULT, SlideShow
from vpt_desktop.ui.presentation.slide_dots import SlideDots
from vpt_desktop.ui.presentation.window import PresentationWindow
from vpt_desktop.ui.widgets.result_panel import ResultPanel
from vpt_desktop.ui.widgets.score_meter import BAND_LABEL, ScoreMeter
from vpt_desktop.ui.widgets.statement_check_box import StatementCheckBox

LANDSCAPE = [(1024, 768), (1280, 800), (1366, 768), (1920, 1080), (3840, 2160)]
PORTRAIT = [(768, 1024), (800, 1280), (768, 1366), (1080, 1920), (2160, 3840)]
GEMEENTE = "Gemeente Voorbeeldstad"
MANAGER = AccountManager("Jan de Vries", "013-123 45 67", "jan.devries@riec-brabantzeeland.nl")


def resize(slides: PresentationWindow, size: tuple[int, int]) -> int:
    """Return the height that the brief's fractions are of; of an upright screen that is the width."""
    slides.resize(*size)
    assert slides.size().toTuple() == size
    return min(size)


def smallest_text(widget: QWidget) -> float:
    return widget.fontInfo().pixelSize() * (BAND_LABEL if isinstance(widget, ScoreMeter) else 1)


def texts(slides: PresentationWindow) -> list[QWidget]:
    """Return all that draws text on the slide in sight."""
    kinds = (QLabel, StatementCheckBox, SlideDots)
    return [w for kind in kinds for w in slides.findChildren(kind) if w.isVisible() and w.visibleRegion()]


def on_slide(slides: PresentationWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(slides, QPoint(0, 0)), widget.size())


def ink(shown: QWidget, place: QRect) -> QRect:
    """Return the smallest rectangle in a widget that holds all that is drawn within `place`."""
    place = place & shown.rect()
    picture = shown.grab(place).toImage()
    paper = picture.pixel(picture.width() - 1, 0)
    drawn = picture.createMaskFromColor(paper, Qt.MaskMode.MaskInColor)
    return QRegion(QBitmap.fromImage(drawn)).boundingRect().translated(place.topLeft())


def drawn_size(slides: PresentationWindow, widget: QWidget, place: QRect, line: str) -> float:
    """Return the text size, in pixels, that a line of text is drawn in at that place."""
    font = widget.font()
    font.setPixelSize(1000)
    return 1000 * ink(slides, place).height() / QFontMetricsF(font).tightBoundingRect(line).height()


def assert_whole(slides: PresentationWindow) -> None:
    """Check that nothing on the slide is cut, lies over something else, or touches the edge."""
    margin = min(slides.width(), slides.height()) // 40
    inside = slides.rect().adjusted(margin, margin, -margin, -margin)
    places: list[QRect] = []
    for widget in texts(slides):
        place = on_slide(slides, widget)
        assert inside.contains(ink(slides, place))
        assert not any(place.intersects(other) for other in places)
        places.append(place)
        if isinstance(widget, QLabel) and not isinstance(widget, ScoreMeter) and not widget.wordWrap():
            assert widget.sizeHint().width() <= widget.width()
        elif widget.hasHeightForWidth():
            assert widget.heightForWidth(widget.width()) <= widget.height()


@pytest.mark.parametrize("size", LANDSCAPE + PORTRAIT)
def test_every_statement_fits_at_a_sixteenth_of_the_height(
    slides: PresentationWindow, card: Card, size: tuple[int, int]
) -> None:
    height = resize(slides, size)
    for number, statement in enumerate(card.statements, 1):
        slides.show_slide(
            SlideShow(live=number > 5).at(number), replace(scan_of("☑☐☑☐☑☐☑☐☑☐"), organisation=GEMEENTE)
        )
        box = the(slides, StatementCheckBox)
        first_line = box.text_lines()[0]
        line = on_slide(slides, box).adjusted(2 * box.fontInfo().pixelSize(), 0, 0, 0)
        line.setHeight(box.height() // len(box.text_lines()))
        assert box.text() == statement.text
        assert drawn_size(slides, box, line, first_line) >= height / 16 - 1
        for widget in texts(slides):
            assert smallest_text(widget) >= height / 27
        assert_whole(slides)
        place = the(slides, QLabel, "Stelling")
        assert drawn_size(slides, place, on_slide(slides, place), place.text()) >= height / 27 - 1


@pytest.mark.parametrize("size", LANDSCAPE + PORTRAIT)
@pytest.mark.parametrize("drawing", ["☑☐☐☐☐☐☐☐☐☐", "☑☑☑☑☑☑☑☐☐☐", "☑☑☑☑☑☑☑☑☑☑"])
def test_every_message_fits_with_the_account_manager(
    slides: PresentationWindow, card: Card, size: tuple[int, int], drawing: str
) -> None:
    height = resize(slides, size)
    scan = replace(scan_of(drawing), account_manager=MANAGER)
    slides.show_slide(SlideShow().at(RESULT), scan)
    band = card.band(scan.score)
    heading = the(slides, QLabel, band.heading)
    (numeral,) = (
        label for label in texts(slides) if isinstance(label, QLabel) and label.text() == str(scan.score)
    )
    assert drawn_size(slides, numeral, on_slide(slides, numeral), str(scan.score)) >= height / 5 - 1
    assert heading.fontInfo().pixelSize() >= height / 12
    for widget in texts(slides):
        assert smallest_text(widget) >= height / 27
    assert MANAGER.email in the(slides, QLabel, "Accountmanager").accessibleName()
    assert_whole(slides)


@pytest.mark.parametrize("size", LANDSCAPE)
@pytest.mark.parametrize("drawing", ["☑☐☐☐☐☐☐☐☐☐", "☑☑☑☑☑☑☑☐☐☐", "☑☑☑☑☑☑☑☑☑☑"])
def test_the_heading_of_a_message_is_on_one_line(
    slides: PresentationWindow, card: Card, size: tuple[int, int], drawing: str
) -> None:
    resize(slides, size)
    scan = replace(scan_of(drawing), account_manager=MANAGER)
    slides.show_slide(SlideShow().at(RESULT), scan)
    heading = the(slides, QLabel, card.band(scan.score).heading)
    assert heading.height() < 2 * heading.fontMetrics().height()


@pytest.mark.parametrize("size", LANDSCAPE + PORTRAIT)
def test_the_question_fits(slides: PresentationWindow, card: Card, size: tuple[int, int]) -> None:
    height = resize(slides, size)
    slides.show_slide(SlideShow().at(QUESTION), scan_of("☑☐☑☐☑☐☑☐☑☐"))
    assert the(slides, QLabel, card.question).fontInfo().pixelSize() >= height / 12
    assert_whole(slides)


def test_a_text_that_is_too_long_gets_smaller_and_is_never_cut(qtbot: QtBot, card: Card) -> None:
    statements = (Statement("Lang", " ".join([card.statements[1].text] * 4)), *card.statements[1:])
    window = PresentationWindow(replace(card, statements=statements), ())
    qtbot.addWidget(window)
    window.show()
    height = resize(window, (1024, 768))
    window.show_slide(SlideShow().at(1), replace(scan_of("☐☐☐☐☐☐☐☐☐☐"), organisation=GEMEENTE))
    assert the(window, StatementCheckBox).fontInfo().pixelSize() < height / 16
    assert_whole(window)


def test_the_longest_account_manager_makes_the_message_smaller(slides: PresentationWindow) -> None:
    resize(slides, (1024, 768))
    for manager in (
        AccountManager("Van " * 500, "1 " * 200, "a@b.nl"),
        AccountManager("🙂\u202e Van\n\u0007 der Aa " * 20, "013 \u202e 1234567", "x" * 104 + "@riec.nl"),
    ):
        scan = replace(scan_of("☑☑☑☑☑☑☑☑☑☑"), account_manager=manager)
        slides.show_slide(SlideShow().at(RESULT), scan)
        assert_whole(slides)


def test_the_longest_name_of_an_organisation_stays_in_its_corner(slides: PresentationWindow) -> None:
    resize(slides, (1024, 768))
    scan = replace(scan_of("☐☐☐☐☐☐☐☐☐☐"), organisation="Gemeente\n\u0007 🙂 " * 1000)
    slides.show_slide(SlideShow().at(1), scan)
    assert_whole(slides)


def picture(slides: PresentationWindow) -> QImage:
    return slides.grab().toImage()


def test_before_the_result_is_revealed_nothing_tells_how_many_are_ticked(slides: PresentationWindow) -> None:
    resize(slides, (1366, 768))
    others = "☐☐☐☐☑☐☐☐☐☐", "☑☑☑☐☑☑☑☑☑☑"  # statement 4 is open in both
    for slide in (4, QUESTION):
        seen = []
        for drawing in others:
            slides.show_slide(SlideShow(visited=frozenset(range(1, 11))).at(slide), scan_of(drawing))
            assert not slides.findChild(ResultPanel).isVisible()
            seen.append(picture(slides))
        assert seen[0] == seen[1]


def test_a_live_score_is_on_every_slide(slides: PresentationWindow) -> None:
    resize(slides, (1366, 768))
    show = SlideShow(live=True).at(4)
    slides.show_slide(show, scan_of("☑☑☑☐☐☐☐☐☐☐"))
    before = picture(slides)
    assert the(slides, QLabel, "van de 10 punten").text() == "<b>3</b> van de 10 punten"
    slides.show_slide(show, scan_of("☑☑☑☐☐☐☐☐☐☑"))
    assert the(slides, QLabel, "van de 10 punten").text() == "<b>4</b> van de 10 punten"
    assert picture(slides) != before


def test_the_dots_show_where_we_are_and_where_we_were(slides: PresentationWindow) -> None:
    resize(slides, (1366, 768))
    scan = scan_of("☐☐☐☐☐☐☐☐☐☐")
    pictures = []
    for show in (SlideShow().at(4), SlideShow().at(3).at(4), SlideShow().at(4).at(3)):
        slides.show_slide(show, scan)
        dots = the(slides, SlideDots)
        pictures.append(dots.grab().toImage())
        assert dots.statement == show.statement
    assert len({bytes(p.constBits()) for p in pictures}) == 3


def test_the_slides_are_as_dark_as_the_windows(slides: PresentationWindow) -> None:
    slides.show_slide(SlideShow().at(1), scan_of("☐☐☐☐☐☐☐☐☐☐"))
    assert picture(slides).pixelColor(3, 3) == slides.palette().color(QPalette.ColorRole.Base)


def is_no_orphan(label: QWidget, lines: list[str], width: float) -> bool:
    metrics = QFontMetricsF(label.font())
    return len(lines) == 1 or metrics.horizontalAdvance(lines[-1]) >= 0.25 * width - 2


@pytest.mark.parametrize("size", LANDSCAPE)
def test_no_last_line_of_a_statement_or_the_question_is_too_short(
    slides: PresentationWindow, card: Card, size: tuple[int, int]
) -> None:
    resize(slides, size)
    for number in range(1, 11):
        slides.show_slide(SlideShow().at(number), scan_of("☐☐☐☐☐☐☐☐☐☐"))
        box = the(slides, StatementCheckBox)
        assert " ".join(box.text_lines()) == card.statement(number).text
        assert is_no_orphan(box, box.text_lines(), box.width() - 1.65 * box.fontInfo().pixelSize())
    slides.show_slide(SlideShow().at(QUESTION), scan_of("☐☐☐☐☐☐☐☐☐☐"))
    question = the(slides, QLabel, card.question)
    assert is_no_orphan(question, question.text().split("\n"), question.width() - 2 * question.margin())


@pytest.mark.parametrize("size", LANDSCAPE)
@pytest.mark.parametrize("drawing", ["☑☐☐☐☐☐☐☐☐☐", "☑☑☑☑☑☑☑☐☐☐", "☑☑☑☑☑☑☑☑☑☑"])
def test_no_last_line_of_a_message_is_too_short_and_no_address_is_broken(
    slides: PresentationWindow, card: Card, size: tuple[int, int], drawing: str
) -> None:
    resize(slides, size)
    scan = replace(scan_of(drawing), account_manager=MANAGER)
    slides.show_slide(SlideShow().at(RESULT), scan)
    contact = the(slides, QLabel, "Accountmanager")
    assert MANAGER.email in contact.text()
    message = next(
        label for label in slides.findChildren(QLabel) if label.isVisible() and "<p" in label.text()
    )
    for paragraph in message.text().split("</p>")[:-1]:
        lines = paragraph.partition(">")[2].split("<br>")
        assert is_no_orphan(message, lines, message.width())
    assert len(message.text().split("</p>")) - 1 == len(card.band(scan.score).message)


@pytest.mark.parametrize("size", LANDSCAPE)
def test_the_cells_of_the_meter_are_no_taller_than_wide(
    slides: PresentationWindow, size: tuple[int, int]
) -> None:
    resize(slides, size)
    slides.show_slide(SlideShow().at(RESULT), scan_of("☑☑☑☑☑☑☑☑☑☑"))
    meter = the(slides, ScoreMeter)
    picture = meter.grab().toImage()
    filled = meter.palette().color(QPalette.ColorRole.Highlight)
    middle = meter.width() // 20
    column = [y for y in range(picture.height()) if picture.pixelColor(middle, y) == filled]
    row = [x for x in range(meter.width() // 10) if picture.pixelColor(x, column[len(column) // 4]) == filled]
    top = [y for y in column if y - column[0] < len(row) + 1]
    assert len(top) <= len(row) + 1
