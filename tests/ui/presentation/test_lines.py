"""Lines on a slide stand at one distance, whatever typefaces are in them."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from tests.ui.presentation.test_slides import ink
from vpt_desktop.ui.presentation.lines import Lines

MIDDLE = {"emoji": "👍 gedaan", "Arabic": "تم", "isolated": "\u2068gedaan\u2069", "Chinese": "完成"}


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
    assert abs(last.y() - first.y() - 2 * height) <= 1
