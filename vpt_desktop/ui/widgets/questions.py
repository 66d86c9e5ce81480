"""Questions before something is lost: one box at a time over a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtWidgets
from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMessageBox, QWidget


class Questions:
    """Asks over a window, where nothing else can be done until the answer."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._is_open = False

    @property
    def is_open(self) -> bool:
        """Whether the user has a question before them."""
        return self._is_open

    def ask_to_save(self, what: str, save: Callable[[], object], discard: Callable[[], object]) -> None:
        """Ask whether to save `what`, a Dutch noun phrase, and call what the user chooses, if anything."""
        button = QtWidgets.QMessageBox.StandardButton
        box = self._box(f"Wil je {what} opslaan?", button.Save | button.Discard | button.Cancel, button.Save)
        box.button(button.Save).setText("Opslaan")
        box.button(button.Discard).setText("Niet opslaan")
        self._ask(box, {button.Save: save, button.Discard: discard})

    def ask_to_overwrite(self, name: str, overwrite: Callable[[], object]) -> None:
        """Ask whether what someone else has made of the file of that name may be lost; if so, call that."""
        sentence = f"{name} is intussen door iemand anders gewijzigd. Toch overschrijven?"
        button = QtWidgets.QMessageBox.StandardButton
        box = self._box(sentence, button.Save | button.Cancel, button.Cancel)
        box.button(button.Save).setText("Overschrijven")
        self._ask(box, {button.Save: overwrite})

    def _box(
        self, sentence: str, buttons: QMessageBox.StandardButton, default: QMessageBox.StandardButton
    ) -> QMessageBox:
        # By its module: PySide6 makes a class at its first use, and the first frame needs none of this one.
        question = QtWidgets.QMessageBox.Icon.Question
        box = QtWidgets.QMessageBox(question, "VPT Desktop", sentence, buttons, self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)  # a file can be named as if it were HTML
        box.setDefaultButton(default)
        return box

    def _ask(self, box: QMessageBox, answers: dict[QMessageBox.StandardButton, Callable[[], object]]) -> None:
        def answered(answer: int) -> None:
            self._is_open = False
            box.deleteLater()
            answers.get(QtWidgets.QMessageBox.StandardButton(answer), lambda: None)()

        box.finished.connect(answered)
        self._is_open = True
        box.open()
