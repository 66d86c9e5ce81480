"""The boxes to tick in the list of a region's files can be seen, in every theme and at every size of text."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.region.on_screen import go_to
from tests.ui.widgets.test_theme import contrast
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.region.file_list import FileList
from vpt_desktop.ui.region.region_window import RegionWindow
from vpt_desktop.ui.widgets import theme
from vpt_desktop.ui.widgets.colours import DARK, LIGHT, Colours, black_and_white
from vpt_desktop.ui.widgets.theme import Theme

THEMES = {
    "light": LIGHT,
    "dark": DARK,
    "black": black_and_white(dark=True),
    "white": black_and_white(dark=False),
}
LEAST = 3
"""Of a control beside what is around it, after WCAG 2.1, 1.4.11."""


@pytest.fixture
def in_colours(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[Colours]:
    """Change the theme of the program that runs, and change it back."""
    hints, colours = QApplication.styleHints(), THEMES[request.param]
    monkeypatch.setattr(theme, "colours_for", lambda *_system: colours)
    hints.colorSchemeChanged.emit(hints.colorScheme())
    yield colours
    monkeypatch.undo()
    hints.colorSchemeChanged.emit(hints.colorScheme())


def left_out(region: RegionWindow, qtbot: QtBot) -> FileList:
    """Return the list with a file that is left out and not the current one."""
    go_to(region, qtbot, "Altena 2026-03-01.vpt")
    return region.findChild(FileList)


def box(files: FileList, name: str, paper: str) -> list[int]:
    """Return where, from the left, the outline of a file's box to tick is in sight."""
    model = files.model()
    (row,) = [row for row in range(model.rowCount()) if model.index(row, 0).data() == name]
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


@pytest.mark.parametrize("in_colours", THEMES, indirect=True)
def test_an_empty_box_can_be_seen(filled: RegionWindow, in_colours: Colours, qtbot: QtBot) -> None:
    files = left_out(filled, qtbot)
    columns = box(files, "Oss 2025-03-01.vpt", QColor(in_colours.paper).name())
    assert len(columns) > 3 * files.fontInfo().pixelSize(), "its four sides"


def test_a_box_grows_with_the_text(filled: RegionWindow, window: MainWindow, qtbot: QtBot) -> None:
    files = left_out(filled, qtbot)
    name = "Oss 2025-03-01.vpt"
    before = max(box(files, name, LIGHT.paper))
    for _ in range(5):
        window.findChild(Theme).zoom_in()
    qtbot.wait(0)
    assert max(box(files, name, LIGHT.paper)) > before
