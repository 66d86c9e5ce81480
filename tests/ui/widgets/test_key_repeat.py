"""A held key is told from one that is pressed again, however late its events are handled."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from vpt_desktop.ui.widgets.key_repeat import KeyRepeat

PRESS, RELEASE = QEvent.Type.ShortcutOverride, QEvent.Type.KeyRelease


@pytest.mark.parametrize(("gap", "is_repeat"), [(0, True), (80, False)])
def test_a_press_is_a_repetition_if_it_came_with_the_release_not_if_it_is_handled_with_it(
    gap: int, is_repeat: bool, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    key_repeat = KeyRepeat(window)
    key_repeat.watch(window)

    def send(kind: QEvent.Type, time: int) -> None:
        event = QKeyEvent(kind, Qt.Key.Key_5, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(time)
        QCoreApplication.sendEvent(window.windowHandle(), event)

    send(PRESS, 1000)
    assert not key_repeat.is_repeat("5")
    send(RELEASE, 1100)
    assert not key_repeat.is_repeat("5")
    send(PRESS, 1100 + gap)
    assert key_repeat.is_repeat("5") is is_repeat
    send(RELEASE, 2000)
    assert not key_repeat.is_repeat("5")
