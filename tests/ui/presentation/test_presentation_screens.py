"""The screens of a presentation, where the main window is needed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.offscreen_screens import LAPTOP, PROJECTOR, Screen
from tests.ui.screen import button, present, screen_under, slide, slides_of, statement, the
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.widgets.statement_check_box import StatementCheckBox

Plug = Callable[..., None]
SECOND_PROJECTOR = Screen("HDMI-2", 2390, 0, 1920, 1080)


def places(window: MainWindow) -> tuple[str | None, str | None]:
    """Return the names of the screens with the slides and with the desk."""
    return screen_under(slides_of(window)), screen_under(window)


def test_the_desk_keeps_the_statement_on_the_projector_in_sight_whatever_its_size(
    window: MainWindow, plug: Plug, qtbot: QtBot
) -> None:
    plug(LAPTOP, PROJECTOR)
    present(window, qtbot)
    for _ in range(6):
        qtbot.keyClick(slides_of(window), Qt.Key.Key_PageDown)
    presented = statement(window, 7)
    for size in ((800, 600), (1300, 500), (1366, 768)):
        window.resize(*size)
        qtbot.waitUntil(lambda: presented.visibleRegion().boundingRect() == presented.rect())


def test_the_menu_puts_the_slides_on_a_screen_by_its_name(
    window: MainWindow, plug: Plug, qtbot: QtBot
) -> None:
    plug(LAPTOP, PROJECTOR, SECOND_PROJECTOR)
    present(window, qtbot)
    menu = next(menu for menu in window.findChildren(QMenu) if "Scherm" in menu.title())
    for name in ("eDP-1", "HDMI-2", "HDMI-1"):
        menu.aboutToShow.emit()
        next(entry for entry in menu.actions() if entry.text().startswith(name)).trigger()
        assert places(window)[0] == name
    menu.aboutToShow.emit()
    assert [(entry.text(), entry.isChecked()) for entry in menu.actions()] == [
        ("eDP-1 (1366 x 768)", False),
        ("HDMI-1 (1024 x 768)", True),
        ("HDMI-2 (1920 x 1080)", False),
    ]


@pytest.mark.usefixtures("two_screens")
def test_the_desk_follows_the_projector(window: MainWindow, qtbot: QtBot) -> None:
    present(window, qtbot)
    for number in range(1, 11):
        row = statement(window, number).parentWidget()
        assert row.property("presented") is True
        assert "nu op het scherm" in statement(window, number).accessibleName()
        qtbot.waitUntil(lambda row=row: row.visibleRegion().boundingRect().height() == row.height())
        qtbot.keyClick(slides_of(window), Qt.Key.Key_PageDown)
    assert not any(statement(window, n).parentWidget().property("presented") for n in range(1, 11))
    window.presentation.leave()


@pytest.mark.usefixtures("two_screens")
def test_a_tick_on_either_screen_is_on_both_at_once(window: MainWindow, qtbot: QtBot) -> None:
    present(window, qtbot)
    shown = the(slides_of(window), StatementCheckBox)
    qtbot.keyClick(slides_of(window), Qt.Key.Key_Space)
    assert shown.isChecked()
    assert statement(window, 1).isChecked()
    qtbot.mouseClick(statement(window, 1), Qt.MouseButton.LeftButton)
    assert not shown.isChecked()
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert statement(window, 1).isChecked()


@pytest.mark.parametrize("screens", [1, 2])
def test_the_question_about_unsaved_changes_is_never_behind_the_slides(
    window: MainWindow, plug: Plug, qtbot: QtBot, screens: int
) -> None:
    plug(*[LAPTOP, PROJECTOR][:screens])
    present(window, qtbot)
    qtbot.keyClick(slides_of(window), Qt.Key.Key_Space)
    window.close()
    question = window.findChild(QMessageBox)
    assert question.isVisible()
    assert screen_under(question) == LAPTOP.name
    assert slide(window) == (None if screens == 1 else 1)


def test_the_presentation_ends_with_the_window(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(window, "Presenteren"), Qt.MouseButton.LeftButton)
    assert slide(window) == 1
    window.close()
    assert slide(window) is None
