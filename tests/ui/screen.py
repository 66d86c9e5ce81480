"""What a user finds on the screen, by what it is and what it is called."""

from collections.abc import Iterator
from typing import Protocol, TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from vpt_desktop.ui.presentation.controller import Presentation
from vpt_desktop.ui.presentation.window import PresentationWindow
from vpt_desktop.ui.widgets.message_bar import MessageBar
from vpt_desktop.ui.widgets.result_panel import ResultPanel
from vpt_desktop.ui.widgets.score_meter import ScoreMeter
from vpt_desktop.ui.widgets.statement_check_box import StatementCheckBox

W = TypeVar("W", bound=QWidget)


class Presenting(Protocol):
    """A window that presents a scan."""

    presentation: Presentation


def the(window: QWidget, kind: type[W], name: str = "") -> W:
    """Return the one visible widget of that kind whose accessible name or text holds `name`."""
    found = [
        widget
        for widget in window.findChildren(kind)
        if widget.isVisible() and name in (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert len(found) == 1, f"{len(found)} times {kind.__name__} {name!r}"
    return found[0]


def action(window: QWidget, name: str) -> QAction:
    """Return the action in the menus whose text begins with `name`."""
    return next(a for a in window.findChildren(QAction) if a.text().replace("&", "").startswith(name))


def entries_of(menu: QWidget) -> Iterator[QAction]:
    """Yield every entry of a menu and of the menus in it."""
    for entry in menu.actions():
        yield entry
        if entry.menu() is not None:
            yield from entries_of(entry.menu())


def statement(window: QWidget, number: int) -> StatementCheckBox:
    return next(box for box in window.findChildren(StatementCheckBox) if box.number == number)


def field(window: QWidget, name: str) -> QLineEdit:
    return the(window, QLineEdit, name)


def button(window: QWidget, name: str) -> QPushButton:
    return the(window, QPushButton, name)


def score(window: QWidget) -> int:
    return the(window, ScoreMeter).value()


def heading(window: QWidget) -> str:
    return the(window, ResultPanel).findChildren(QLabel)[0].text()


def message(window: QWidget) -> str:
    """Return the sentence in the bar under the window."""
    return the(window, MessageBar).findChildren(QLabel)[0].accessibleName()


def ticks(window: QWidget) -> str:
    """Return the ticks on the screen as a drawing."""
    boxes = sorted(window.findChildren(StatementCheckBox), key=lambda box: box.number)
    return "".join("☑" if box.isChecked() else "☐" for box in boxes)


def place(widget: QWidget, x: float, y: float) -> QPoint:
    """Return a point in the widget, as fractions of its width and height."""
    return QPoint(round((widget.width() - 1) * x), round((widget.height() - 1) * y))


def slides_of(window: Presenting) -> PresentationWindow:
    """Return the window of the slides."""
    assert window.presentation.window is not None
    return window.presentation.window


def present(window: Presenting, qtbot: QtBot) -> None:
    """Start presenting, and wait until the slides have the keyboard."""
    window.presentation.start()
    qtbot.waitUntil(slides_of(window).isActiveWindow)


def screen_under(widget: QWidget) -> str | None:
    """Return the name of the screen that the middle of a window lies on."""
    middle = widget.frameGeometry().center()
    return next((s.name() for s in QGuiApplication.screens() if s.geometry().contains(middle)), None)


def slide(window: Presenting) -> int | str | None:
    """Return the slide on the projector (1-12) or the name of a blank screen; None without a presentation."""
    presented = window.presentation.window
    return None if presented is None else presented.property("slide")
