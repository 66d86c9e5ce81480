"""A coordinator's yearly ten minutes, with nothing but the keyboard."""

from pathlib import Path

import pikepdf
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.screen import heading, score, statement, ticks
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.widgets.result_panel import ResultPanel

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Keyboard:
    """All that the coordinator touches."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot

    @property
    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def press(self, *keys: Qt.Key, hold: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            self.qtbot.keyClick(self.focus, key, hold)

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.focus, text)

    def answer_dialog(self, path: Path) -> None:
        def dialogs() -> list[QFileDialog]:
            return [d for d in self.window.findChildren(QFileDialog) if d.isVisible()]

        self.qtbot.waitUntil(lambda: len(dialogs()) == 1)
        name = dialogs()[0].findChild(QLineEdit)
        name.setText(str(path))  # typed, its completions would take the Return
        self.qtbot.keyClick(name, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: not dialogs())
        self.window.files.settle()
        self.window.export.settle()


def test_a_whole_scan_with_nothing_but_the_keyboard(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    hands = Keyboard(window, qtbot)

    # Whose scan it is: two steps back from the first statement to the name of the organisation.
    while hands.focus.accessibleName() != "Organisatie":
        hands.press(Qt.Key.Key_Backtab, hold=SHIFT)
    hands.type("Gemeente Voorbeeldstad")

    # Forward to the statements: four are true, by figure and by space.
    while hands.focus != statement(window, 1):
        hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_1, Qt.Key.Key_4, Qt.Key.Key_0)
    hands.press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert ticks(window) == "☑☑☐☑☐☐☐☐☐☑"
    assert score(window) == 4
    assert heading(window) == "TUSSEN DE 4 EN 8 VINKJES"

    # The third is not: what is to be done, by whom, and when.
    hands.press(Qt.Key.Key_Down, Qt.Key.Key_F2)
    hands.type("Dossiervorming ligt bij 3 teams")
    hands.press(Qt.Key.Key_Tab)
    hands.type("Teamleider Veiligheid")
    hands.press(Qt.Key.Key_Tab)
    hands.type("1 maart 2027")
    hands.press(Qt.Key.Key_F2)

    # A slip, and back.
    hands.press(Qt.Key.Key_9)
    hands.press(Qt.Key.Key_Z, hold=CONTROL)
    assert score(window) == 4

    # Kept in the dossier, and sent to the management team.
    hands.press(Qt.Key.Key_S, hold=CONTROL)
    hands.answer_dialog(tmp_path / "dossier.vpt")
    hands.press(Qt.Key.Key_E, hold=CONTROL)
    hands.answer_dialog(tmp_path / "samenvatting.pdf")
    assert not window.isWindowModified()
    with pikepdf.open(tmp_path / "samenvatting.pdf") as pdf, pdf.open_metadata() as metadata:
        assert "Gemeente Voorbeeldstad" in str(metadata["dc:title"])

    # A year later it is all there.
    hands.press(Qt.Key.Key_N, hold=CONTROL)
    assert score(window) == 0
    hands.press(Qt.Key.Key_O, hold=CONTROL)
    hands.answer_dialog(tmp_path / "dossier.vpt")
    assert window.scan.organisation == "Gemeente Voorbeeldstad"
    assert ticks(window) == "☑☑☐☑☐☐☐☐☐☑"
    assert window.scan.answer(3).who == "Teamleider Veiligheid"
    assert window.findChild(ResultPanel).property("band") == 1
