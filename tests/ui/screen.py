"""What a user finds on the screen, by what it is and what it is called."""

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from vpt_desktop.ui.message_bar import MessageBar
from vpt_desktop.ui.result_panel import ResultPanel
from vpt_desktop.ui.score_meter import ScoreMeter
from vpt_desktop.ui.statement_check_box import StatementCheckBox

W = TypeVar("W", bound=QWidget)


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
