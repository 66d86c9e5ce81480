"""Sentences for assistive technology to say, in one queue for the whole program."""

from __future__ import annotations

from enum import IntEnum
from time import monotonic
from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Hashable

    from PySide6.QtWidgets import QWidget

GAP = 150
"""Milliseconds between two announcements: of two within a tenth of a second Orca says one only."""


class Topic(IntEnum):
    """What a sentence is about, in the order in which sentences of one moment are said."""

    MESSAGE = 0
    """A result, an error or a question that is in sight, too."""

    CHANGE = 1
    """What the user did, or what a key led to."""

    SCORE = 2


def announce(
    source: QWidget, sentence: str, topic: Topic = Topic.CHANGE, *, subject: Hashable = None
) -> None:
    """Queue a sentence for a screen reader; without one, nothing happens.

    Sentences of one moment become one announcement, by topic.

    Args:
        source: the widget that shows what is said: nothing is said of one that is hidden by then.
        sentence: one or more sentences, each with its full stop.
        topic: when it is said.
        subject: within a topic, a newer sentence with the same subject replaces the waiting one.
    """
    # By its module: PySide6 makes a class when it is first named, and the first frame needs none of these.
    if QtGui.QAccessible.isActive():
        _queue().add(source, sentence, topic, subject)


def withdraw(topic: Topic) -> None:
    """Remove the sentences with this topic that are still waiting: others say it better, or it is over."""
    if QtGui.QAccessible.isActive():
        _queue().withdraw(topic)


class _Queue(QObject):
    """Says what waits once the control that has changed has been reported, which would cut it short."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: dict[tuple[Topic, Hashable], tuple[QWidget, str]] = {}
        self._said_at = -float(GAP)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._say)

    def add(self, source: QWidget, sentence: str, topic: Topic, subject: Hashable) -> None:
        self._waiting.pop((topic, subject), None)
        self._waiting[topic, subject] = source, sentence
        if not self._timer.isActive():
            since = (monotonic() - self._said_at) * 1000
            self._timer.start(max(0, round(GAP - since)))

    def withdraw(self, topic: Topic) -> None:
        for key in [key for key in self._waiting if key[0] == topic]:
            del self._waiting[key]

    def _say(self) -> None:
        waiting = sorted(self._waiting.items(), key=lambda item: item[0][0])
        self._waiting.clear()
        audible = [part for _, part in waiting if isValid(part[0]) and part[0].isVisible()]
        if audible:
            self._said_at = monotonic()
            # From the window: of what comes from elsewhere Orca ignores more.
            event = QtGui.QAccessibleAnnouncementEvent(
                audible[0][0].window(), " ".join(sentence for _, sentence in audible)
            )
            QtGui.QAccessible.updateAccessibility(event)


def _queue() -> _Queue:
    """Return the application's queue, made when it is first needed."""
    app = QCoreApplication.instance()
    assert app is not None, "without an application no widget can announce anything"  # noqa: S101
    queue = next((child for child in app.children() if isinstance(child, _Queue)), None)
    return queue or _Queue(app)
