"""The score meter keeps the contract of the progress bar that it inherits, and draws the score."""

from itertools import groupby

import pytest
from PySide6.QtGui import QAccessible, QColor, QImage, QPalette
from pytestqt.qtbot import QtBot

from vpt_desktop.domain.card import Card
from vpt_desktop.ui.widgets.score_meter import ScoreMeter

BLUE = QColor("#0000ff")


@pytest.fixture
def meter(qtbot: QtBot, card: Card) -> ScoreMeter:
    meter = ScoreMeter(card)
    qtbot.addWidget(meter)
    meter.resize(400, meter.sizeHint().height())
    meter.show()
    return meter


@pytest.mark.parametrize("score", range(11))
def test_to_assistive_technology_it_is_a_text_with_the_score(meter: ScoreMeter, score: int) -> None:
    meter.setValue(score)
    assert meter.value() == score
    accessible = QAccessible.queryAccessibleInterface(meter)
    assert accessible.role() == QAccessible.Role.StaticText
    assert accessible.text(QAccessible.Text.Name) == f"Score: {score} van de 10 punten"


@pytest.mark.parametrize("score", range(11))
def test_it_fills_as_many_cells_as_there_are_points(meter: ScoreMeter, score: int) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Highlight, BLUE)
    palette.setColor(QPalette.ColorRole.Base, QColor("#ffffff"))
    meter.setPalette(palette)
    meter.setValue(score)
    assert cells(meter) == "■" * score + "□" * (10 - score)


@pytest.mark.parametrize("score", [0, 5, 10])
def test_on_a_narrow_scale_no_label_is_cut(qtbot: QtBot, card: Card, score: int) -> None:
    scale = ScoreMeter(card, scale_only=True)
    qtbot.addWidget(scale)
    scale.setValue(score)
    scale.show()
    widths = []
    for width in (800, 9 * scale.fontInfo().pixelSize()):
        scale.resize(width, scale.sizeHint().height())
        widths.append(label_widths(scale))
    assert widths[1] == pytest.approx(widths[0], abs=1)


def label_widths(meter: ScoreMeter) -> list[int]:
    """Return how wide the ink of each label under the scale is, from left to right."""
    image = meter.grab().toImage()
    row = range(round(image.height() * 0.75), image.height())
    paper = image.pixelColor(0, image.height() - 1)
    inked = [any(image.pixelColor(x, y) != paper for y in row) for x in range(image.width())]
    gap = meter.fontMetrics().height() // 2
    runs: list[list[int]] = []
    for x in (x for x, has_ink in enumerate(inked) if has_ink):
        if runs and x - runs[-1][-1] < gap:
            runs[-1].append(x)
        else:
            runs.append([x])
    return [run[-1] - run[0] + 1 for run in runs]


def cells(meter: ScoreMeter) -> str:
    """Return the drawn cells: filled where a column of pixels is blue for longer than a line is thick."""
    image = meter.grab().toImage()
    columns = [column_of(image, round((cell + 0.5) * image.width() / 10)) for cell in range(10)]
    return "".join("■" if longest_run(column, BLUE) > image.height() / 10 else "□" for column in columns)


def column_of(image: QImage, x: int) -> list[QColor]:
    return [image.pixelColor(x, y) for y in range(image.height())]


def longest_run(column: list[QColor], colour: QColor) -> int:
    return max((len(list(run)) for key, run in groupby(column) if key == colour), default=0)


@pytest.mark.parametrize(("score", "current"), [(0, 0), (3, 0), (4, 1), (8, 1), (9, 2), (10, 2)])
def test_it_marks_the_band_of_the_score_by_a_thicker_line(
    meter: ScoreMeter, score: int, current: int
) -> None:
    meter.setValue(score)
    image = meter.grab().toImage()
    thickness = []
    for cell in (0, 3, 8):  # the first of each band: its label stands in the middle
        x = round((cell + 0.15) * image.width() / 10)
        thickness.append(height_of_the_lowest_mark(column_of(image, x)))
    assert thickness.index(max(thickness)) == current
    assert thickness.count(max(thickness)) == 1


def height_of_the_lowest_mark(column: list[QColor]) -> int:
    """Return how many pixels the last stretch that differs from the background is high."""
    background = column[-1]
    inked = [colour != background for colour in column]
    end = len(inked) - inked[::-1].index(True)
    start = end
    while inked[start - 1]:
        start -= 1
    return end - start
