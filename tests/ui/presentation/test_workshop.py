"""A whole workshop with a remote of two buttons, the space bar, and at the end a click on the laptop."""

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.screen import button, message, present, slide, slides_of, the, ticks
from vpt_desktop.domain.card import Card
from vpt_desktop.domain.scan import Answer
from vpt_desktop.domain.slide_show import QUESTION, RESULT
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.widgets.result_panel import ResultPanel
from vpt_desktop.ui.widgets.score_meter import ScoreMeter

NEXT, BACK, TICK = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Space


def press(*keys: Qt.Key) -> None:
    """Press keys on whatever window has the keyboard."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


@pytest.mark.usefixtures("two_screens")
def test_a_workshop_from_the_first_statement_to_the_saved_pdf(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, card: Card
) -> None:
    present(window, qtbot)

    # The first four: true, true, not, true; the group comes back on the third.
    press(TICK, NEXT, TICK, NEXT, NEXT, TICK, BACK, TICK, NEXT, NEXT)
    assert (slide(window), ticks(window)) == (5, "☑☑☑☑☐☐☐☐☐☐")

    # The rest: the sixth and the last are not true. Nobody has seen a score so far.
    press(TICK, NEXT, NEXT, TICK, NEXT, TICK, NEXT, TICK, NEXT)
    assert (slide(window), ticks(window)) == (10, "☑☑☑☑☑☐☑☑☑☐")
    press(NEXT)
    assert slide(window) == QUESTION
    assert not [m for m in slides_of(window).findChildren(ScoreMeter) if m.isVisible()]

    # The result; then back, since the last is true after all, and the result is another.
    press(NEXT)
    assert the(slides_of(window), ResultPanel).property("band") == 1
    press(BACK, BACK, TICK, NEXT, NEXT)
    assert slide(window) == RESULT
    assert the(slides_of(window), ResultPanel).property("band") == 2
    assert the(slides_of(window), ScoreMeter).value() == 9
    assert the(slides_of(window), QLabel, card.bands[2].heading)

    # The one open point, with what was agreed on it; there is nothing after that.
    window.document.set_answer(6, Answer(note="Afspreken wie dit doet.", who="HR"))
    press(NEXT, NEXT)
    assert slide(window) == RESULT + 1
    assert the(slides_of(window), QLabel, "6 Dader aanspreken")
    assert the(slides_of(window), QLabel, "Afspreken wie dit doet.")

    # That goes home as a PDF too, while it stays on the wall.
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.mouseClick(button(window, "Samenvatting opslaan als PDF"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(QFileDialog)))
    name = window.findChild(QFileDialog).findChild(QLineEdit)
    name.setText(str(tmp_path / "werkbijeenkomst.pdf"))
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Opgeslagen" in message(window))
    assert slide(window) == RESULT + 1
    with pikepdf.open(tmp_path / "werkbijeenkomst.pdf") as pdf:
        assert len(pdf.pages) == 1
        assert str(pdf.Root.Lang) == "nl-NL"
