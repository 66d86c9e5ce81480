"""The panel keeps how a band's message is laid out until its size changes."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.screen import action, the
from vpt_desktop.domain.card import Card
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.widgets.result_panel import ResultPanel

WIDTH = 400


@pytest.fixture
def panel(qtbot: QtBot, card: Card) -> ResultPanel:
    panel = ResultPanel(card)
    qtbot.addWidget(panel)
    panel.resize(WIDTH, WIDTH)
    panel.show()
    return panel


@pytest.fixture
def layouts(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Return what counts how many times a label's text has been laid out for a width since it was asked."""
    widths: list[int] = []
    lay_out = QLabel.heightForWidth

    def counted(label: QLabel, width: int) -> int:
        widths.append(width)
        return lay_out(label, width)

    monkeypatch.setattr(QLabel, "heightForWidth", counted)

    def count() -> int:
        QApplication.processEvents()
        times = len(widths)
        widths.clear()
        return times

    return count


def sight_all(panel: ResultPanel, card: Card) -> None:
    for band in (*card.bands[1:], card.bands[0]):
        panel.show_band(band)
        QApplication.processEvents()


def test_a_message_that_comes_back_is_not_laid_out_again(
    panel: ResultPanel, card: Card, layouts: Callable[[], int]
) -> None:
    sight_all(panel, card)
    assert layouts() > 0
    sight_all(panel, card)
    assert layouts() == 0


def is_whole(message: QLabel) -> bool:
    """Return whether a label has the height that its text takes in its width, laid out anew."""
    return abs(message.height() - QLabel.heightForWidth(message, message.width())) <= 1


def test_each_message_has_the_height_of_its_text_at_another_width_and_text_size(
    window: MainWindow, card: Card, qtbot: QtBot
) -> None:
    panel = the(window, ResultPanel)
    sight_all(panel, card)
    for change in (lambda: window.resize(1000, 700), action(window, "Tekst groter").trigger):
        change()
        QApplication.processEvents()
        for band in card.bands:
            panel.show_band(band)
            qtbot.waitUntil(lambda band=band: is_whole(the(panel, QLabel, band.message[0])))


def test_only_the_message_of_the_band_is_shown(panel: ResultPanel, card: Card) -> None:
    for band in (*card.bands, *card.bands):
        panel.show_band(band)
        shown = "".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())
        assert [each.message[0] in shown for each in card.bands] == [each is band for each in card.bands]
