"""The boxes to tick in the list of a region's files can be seen, in every theme and at every size of text."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tests.ui.region.on_screen import go_to
from tests.ui.widgets.test_theme import contrast
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.region.file_list import FileList
from vpt_desktop.ui.region.region_window import RegionWindow
from vpt_desktop.ui.widgets.colours import DARK, LIGHT, Colours, black_and_white
from vpt_desktop.ui.widgets.theme import Theme

THEMES = {
    "light": LIGHT,
    "dark": DARK,
    "black": black_and_white(dark=True),
    "white": black_and_white(dark=False),
}
COUNTED, LEFT_OUT = "Altena 2026-03-01.vpt", "Oss 2025-03-01.vpt"
LEAST = 3
"""Of a control beside what is around it, after WCAG 2.1, 1.4.11."""


def empty_box(files: FileList, paper: str) -> list[int]:
    """Return where, from the left, the outline of the box of a file that is left out is in sight."""
    model = files.model()
    (row,) = [row for row in range(model.rowCount()) if model.index(row, 0).data() == LEFT_OUT]
    files.scrollTo(model.index(row, 0))
    place = files.visualRect(model.index(row, 0))
    place.setWidth(round(1.25 * files.fontInfo().pixelSize()))  # before the name of the file
    picture = files.viewport().grab(place).toImage()
    return [
        x
        for x in range(picture.width())
        for y in range(picture.height())
        if contrast(picture.pixelColor(x, y).name(), paper) >= LEAST
    ]


@pytest.mark.parametrize("colours", THEMES.values(), ids=THEMES)
def test_an_empty_box_can_be_seen(
    filled: RegionWindow, qtbot: QtBot, change_colours: Callable[[Colours], None], colours: Colours
) -> None:
    change_colours(colours)
    files = go_to(filled, qtbot, COUNTED)
    columns = empty_box(files, QColor(colours.paper).name())
    assert len(columns) > 3 * files.fontInfo().pixelSize(), "its four sides"


def test_a_box_grows_with_the_text(filled: RegionWindow, window: MainWindow, qtbot: QtBot) -> None:
    files = go_to(filled, qtbot, COUNTED)
    before = max(empty_box(files, LIGHT.paper))
    for _ in range(5):
        window.findChild(Theme).zoom_in()
    qtbot.wait(0)
    assert max(empty_box(files, LIGHT.paper)) > before
