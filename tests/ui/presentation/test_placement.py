"""Placement of slides and desk on screens that come and go."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from tests.drawing import scan_of
from tests.ui.offscreen_screens import LAPTOP, PROJECTOR, Screen
from tests.ui.presentation.bare_desk import BareDesk, ticks
from tests.ui.screen import present, screen_under, slide, slides_of
from vpt_desktop.ui.presentation.screens import screens_apart

Plug = Callable[..., None]
SECOND_PROJECTOR = Screen("HDMI-2", 2390, 0, 1920, 1080)


@pytest.fixture
def window(bare_desk: BareDesk) -> BareDesk:
    return bare_desk


def places(window: BareDesk) -> tuple[str | None, str | None]:
    """Return the names of the screens with the slides and with the desk."""
    return screen_under(slides_of(window)), screen_under(window)


@pytest.mark.parametrize(
    ("screens", "expected"),
    [
        ([LAPTOP, PROJECTOR], "HDMI-1"),
        ([PROJECTOR, LAPTOP], "HDMI-1"),
        ([LAPTOP._replace(x=1024), PROJECTOR._replace(x=0)], "HDMI-1"),
        ([LAPTOP._replace(name="Ingebouwde Retina"), PROJECTOR._replace(name="EPSON")], "EPSON"),
        ([LAPTOP], "eDP-1"),
    ],
)
def test_the_slides_choose_the_screen_that_is_not_the_laptops_own(
    window: BareDesk, plug: Plug, screens: list[Screen], expected: str, qtbot: QtBot
) -> None:
    plug(*screens)
    present(window, qtbot)
    assert screen_under(slides_of(window)) == expected
    assert (screen_under(window) != expected) == (len(screens) > 1)


def test_of_two_equals_the_primary_stays_with_the_leader(window: BareDesk, plug: Plug, qtbot: QtBot) -> None:
    plug(Screen("Dell", 0, 0, 1366, 768), Screen("Epson", 1366, 0, 1024, 768))
    present(window, qtbot)
    assert places(window) == ("Epson", "Dell")


def test_a_mirrored_screen_is_no_second_one(window: BareDesk, plug: Plug, qtbot: QtBot) -> None:
    plug(LAPTOP, PROJECTOR._replace(x=0))
    present(window, qtbot)
    assert not window.presentation.placement.desk_in_sight
    qtbot.keyClick(slides_of(window), Qt.Key.Key_S)
    assert slides_of(window).isFullScreen()
    assert slide(window) == 1


def test_a_projector_that_is_plugged_in_gets_the_slides(window: BareDesk, plug: Plug, qtbot: QtBot) -> None:
    plug(LAPTOP)
    present(window, qtbot)
    assert places(window) == ("eDP-1", "eDP-1")
    plug(LAPTOP, PROJECTOR)
    assert places(window) == ("HDMI-1", "eDP-1")
    assert slides_of(window).isFullScreen()


def test_a_projector_that_is_pulled_out_loses_nothing(window: BareDesk, plug: Plug, qtbot: QtBot) -> None:
    plug(LAPTOP, PROJECTOR)
    window.document.open(scan_of("☑☑☐☐☐☐☐☐☐☐"), None)
    present(window, qtbot)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_Space):
        qtbot.keyClick(slides_of(window), key)
    plug(LAPTOP)
    assert (slide(window), ticks(window)) == (3, "☑☑☑☐☐☐☐☐☐☐")
    assert places(window) == ("eDP-1", "eDP-1")
    assert slides_of(window).isFullScreen()
    qtbot.waitUntil(slides_of(window).isActiveWindow)
    qtbot.keyClick(slides_of(window), Qt.Key.Key_PageDown)
    assert slide(window) == 4
    plug(LAPTOP, PROJECTOR)
    assert places(window) == ("HDMI-1", "eDP-1")
    assert (slide(window), ticks(window)) == (4, "☑☑☑☐☐☐☐☐☐☐")


def test_slides_in_a_window_come_along_when_their_screen_goes(
    window: BareDesk, plug: Plug, qtbot: QtBot
) -> None:
    plug(LAPTOP, PROJECTOR)
    present(window, qtbot)
    qtbot.keyClick(slides_of(window), Qt.Key.Key_F11)
    slides_of(window).move(LAPTOP.width - 80, 0)  # where some systems leave it when its screen is gone
    plug(LAPTOP)
    qtbot.waitUntil(lambda: screen_under(slides_of(window)) == LAPTOP.name)


def test_without_any_screen_for_a_while_the_presentation_goes_on_after_it(
    window: BareDesk, plug: Plug, qtbot: QtBot
) -> None:
    plug(LAPTOP, PROJECTOR)
    present(window, qtbot)
    qtbot.keyClick(slides_of(window), Qt.Key.Key_PageDown)
    plug()
    window.presentation.placement.swap()
    window.presentation.placement.toggle_full_screen()
    window.presentation.placement.toggle_full_screen()
    assert slide(window) == 2
    plug(LAPTOP, PROJECTOR)
    assert places(window) == ("HDMI-1", "eDP-1")
    assert slides_of(window).isFullScreen()


def test_it_starts_without_a_screen_and_stands_as_soon_as_there_is_one(window: BareDesk, plug: Plug) -> None:
    plug()
    window.presentation.start()
    assert slide(window) == 1
    plug(LAPTOP)
    assert slides_of(window).isVisible()
    assert slides_of(window).isFullScreen()


def test_a_change_of_resolution_keeps_the_slide_full(window: BareDesk, plug: Plug, qtbot: QtBot) -> None:
    plug(LAPTOP, PROJECTOR)
    present(window, qtbot)
    plug(LAPTOP, PROJECTOR._replace(width=1280, height=800))
    assert slides_of(window).size().toTuple() == (1280, 800)
    assert places(window) == ("HDMI-1", "eDP-1")


def test_s_goes_through_three_screens_and_the_desk_makes_room(
    window: BareDesk, plug: Plug, qtbot: QtBot
) -> None:
    plug(LAPTOP, PROJECTOR, SECOND_PROJECTOR)
    present(window, qtbot)
    seen = set()
    for _ in range(3):
        qtbot.keyClick(slides_of(window), Qt.Key.Key_S)
        slides, desk = places(window)
        assert slides != desk
        assert window.isVisible()
        assert slides_of(window).isVisible()
        seen.add(slides)
    assert seen == {"eDP-1", "HDMI-1", "HDMI-2"}


def test_a_choice_outlasts_another_screen(window: BareDesk, plug: Plug, qtbot: QtBot) -> None:
    plug(LAPTOP, PROJECTOR)
    present(window, qtbot)
    window.presentation.placement.choose("eDP-1")
    assert places(window) == ("eDP-1", "HDMI-1")
    plug(LAPTOP, PROJECTOR, SECOND_PROJECTOR)
    assert places(window)[0] == "eDP-1"


def test_screens_of_one_name_are_told_apart(window: BareDesk, plug: Plug, qtbot: QtBot) -> None:
    plug(Screen("Beamer", 0, 0, 1024, 768), Screen("Beamer ", 1024, 0, 1024, 768))
    present(window, qtbot)
    assert len(set(places(window))) == 2


@pytest.mark.parametrize("maximised", [False, True])
def test_the_desk_returns_to_its_place_when_the_slides_end(
    window: BareDesk, plug: Plug, qtbot: QtBot, maximised: bool
) -> None:
    plug(LAPTOP, PROJECTOR)
    window.resize(700, 500)
    window.move(90, 110)
    if maximised:
        window.setScreen(screens_apart()["eDP-1"])  # the one of the start is gone
        window.showMaximized()
    before = window.geometry()
    present(window, qtbot)
    qtbot.keyClick(slides_of(window), Qt.Key.Key_S)
    assert places(window) == ("eDP-1", "HDMI-1")
    qtbot.keyClick(slides_of(window), Qt.Key.Key_Escape)
    assert screen_under(window) == "eDP-1"
    assert (window.geometry(), window.isMaximized()) == (before, maximised)
    window.showNormal()
    assert (window.pos().toTuple(), window.size().toTuple()) == ((90, 110), (700, 500))


def test_a_desk_that_stood_on_the_projector_returns_to_it(window: BareDesk, plug: Plug, qtbot: QtBot) -> None:
    plug(LAPTOP, PROJECTOR)
    window.resize(700, 500)
    window.move(PROJECTOR.x + 50, 60)
    present(window, qtbot)
    assert places(window) == ("HDMI-1", "eDP-1")
    window.presentation.leave()
    assert (window.pos().toTuple(), window.size().toTuple()) == ((PROJECTOR.x + 50, 60), (700, 500))


def test_a_desk_whose_screen_is_gone_ends_in_sight(window: BareDesk, plug: Plug, qtbot: QtBot) -> None:
    plug(LAPTOP, PROJECTOR)
    window.resize(700, 500)
    window.move(PROJECTOR.x + 50, 60)
    present(window, qtbot)
    plug(LAPTOP)
    window.presentation.leave()
    assert QRect(0, 0, LAPTOP.width, LAPTOP.height).contains(window.frameGeometry())


def test_a_desk_that_only_its_user_moved_stays_there(window: BareDesk, plug: Plug, qtbot: QtBot) -> None:
    plug(LAPTOP, PROJECTOR)
    present(window, qtbot)
    window.resize(700, 500)
    window.move(90, 110)
    window.presentation.leave()
    assert (window.pos().toTuple(), window.size().toTuple()) == ((90, 110), (700, 500))
