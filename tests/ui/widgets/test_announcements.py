"""What a screen reader says of its own accord."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from tests.ui.screen import field
from vpt_desktop.domain.card import Card
from vpt_desktop.ui.main_window import MainWindow


def test_every_tick_is_answered_with_the_score(
    window: MainWindow, qtbot: QtBot, spoken: Callable[[], list[str]]
) -> None:
    for key in "12":
        qtbot.keyClick(window.focusWidget(), key)
    assert spoken() == ["1 van de 10 punten.", "2 van de 10 punten."]


def test_a_new_result_is_read_out_whole(
    window: MainWindow, qtbot: QtBot, spoken: Callable[[], list[str]], card: Card
) -> None:
    for key in "1234":
        qtbot.keyClick(window.focusWidget(), key)
    band = card.band(4)
    assert spoken()[-1] == " ".join(("4 van de 10 punten.", f"{band.heading}.", *band.message))


def test_typing_the_organisation_says_nothing_of_the_score(
    window: MainWindow, qtbot: QtBot, spoken: Callable[[], list[str]]
) -> None:
    qtbot.keyClicks(field(window, "Organisatie"), "Gemeente")
    assert spoken() == []
