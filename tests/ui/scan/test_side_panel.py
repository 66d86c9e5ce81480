"""The side panel: what it shows of a scan, and what it announces to a screen reader."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.drawing import scan_of
from tests.ui.screen import heading, score, the
from vpt_desktop.domain.card import Card
from vpt_desktop.ui.scan.side_panel import SidePanel


@pytest.fixture
def panel(qtbot: QtBot, card: Card) -> SidePanel:
    panel = SidePanel(card, scan_of("☐☐☐☐☐☐☐☐☐☐"))
    qtbot.addWidget(panel)
    panel.show()
    return panel


def test_with_one_point_to_go_it_speaks_of_one_point(panel: SidePanel) -> None:
    panel.show_scan(scan_of("☑☑☑☐☐☐☐☐☐☐"))
    assert the(panel, QLabel, "volgende groep").text() == "Nog 1 punt tot de volgende groep."


def test_with_everything_ticked_no_point_is_open(panel: SidePanel) -> None:
    panel.show_scan(scan_of("☑☑☑☑☑☑☑☑☑☑"))
    assert score(panel) == 10
    assert heading(panel) == "MEER DAN 8 VINKJES"
    assert not any(b.isVisible() for b in panel.findChildren(QPushButton) if "Ga naar" in b.accessibleName())
    assert the(panel, QLabel, "Alle punten").text() == "Alle punten zijn aangevinkt."
    assert the(panel, QLabel, "hoogste groep").text() == "Dit is de hoogste groep."


def test_every_tick_is_answered_with_the_score(panel: SidePanel, spoken: Callable[[], list[str]]) -> None:
    panel.show_scan(scan_of("☑☐☐☐☐☐☐☐☐☐"))
    assert spoken() == ["1 van de 10 punten."]
    panel.show_scan(scan_of("☑☑☐☐☐☐☐☐☐☐"))
    assert spoken()[1:] == ["2 van de 10 punten."]


def test_of_ticks_in_one_moment_only_the_last_score_is_said(
    panel: SidePanel, spoken: Callable[[], list[str]]
) -> None:
    panel.show_scan(scan_of("☑☐☐☐☐☐☐☐☐☐"))
    panel.show_scan(scan_of("☑☑☐☐☐☐☐☐☐☐"))
    assert spoken() == ["2 van de 10 punten."]


def test_a_new_result_is_read_out_whole(
    panel: SidePanel, spoken: Callable[[], list[str]], card: Card
) -> None:
    panel.show_scan(scan_of("☑☑☑☐☐☐☐☐☐☐"))
    panel.show_scan(scan_of("☑☑☑☑☐☐☐☐☐☐"))
    band = card.band(4)
    assert spoken()[-1] == " ".join(("4 van de 10 punten.", f"{band.heading}.", *band.message))


def test_a_change_of_the_organisation_says_nothing_of_the_score(
    panel: SidePanel, spoken: Callable[[], list[str]]
) -> None:
    panel.show_scan(replace(scan_of("☐☐☐☐☐☐☐☐☐☐"), organisation="Gemeente"))
    assert spoken() == []
