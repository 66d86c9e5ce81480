"""Lines on a slide stand at one distance, whatever typefaces are in them."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBitmap, QFontMetrics, QRegion
from pytestqt.qtbot import QtBot

from vpt_desktop.ui.presentation.lines import Lines

MIDDLE = {"emoji": "👍 gedaan", "Arabic": "تم", "isolated": "\u2068gedaan\u2069", "Chinese": "完成"}


def ink(lines: Lines, place: QRect) -> QRect:
    """Return the smallest rectangle that holds all that is drawn within `place`, from its corner."""
    picture = lines.grab(place).toImage()
    paper = picture.pixel(picture.width() - 1, 0)
    return QRegion(
        QBitmap.fromImage(picture.createMaskFromColor(paper, Qt.MaskMode.MaskInColor))
    ).boundingRect()


def test_a_writing_direction_is_isolated_over_several_lines(qtbot: QtBot) -> None:
    first, last = "אנחנו נכין רשימה", "עם RIEC (12)."
    wanted, drawn = (Lines(text) for text in (f"{first}\n\u2067{last}", f"\u2068{first}\n{last}\u2069"))
    for lines in (wanted, drawn):
        qtbot.addWidget(lines)
        lines.resize(400, 100)
    assert drawn.grab().toImage() == wanted.grab().toImage()


@pytest.mark.parametrize("middle", MIDDLE.values(), ids=MIDDLE)
def test_a_line_after_one_in_another_typeface_is_where_it_belongs(qtbot: QtBot, middle: str) -> None:
    lines = Lines(f"H\n{middle}\nH")
    qtbot.addWidget(lines)
    font = lines.font()
    font.setPixelSize(40)
    lines.setFont(font)
    height = QFontMetrics(font).lineSpacing()
    lines.resize(400, 3 * height)
    first, last = (ink(lines, QRect(0, line * height, 400, height)) for line in (0, 2))
    assert first.height() > 0
    assert first.size() == last.size()
    assert abs(first.y() - last.y()) <= 1
