"""What a user finds on the screen, by what it is and what it is called."""

from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

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


def ticks(window: QWidget) -> str:
    """Return the ticks on the screen as a drawing."""
    boxes = sorted(window.findChildren(StatementCheckBox), key=lambda box: box.number)
    return "".join("☑" if box.isChecked() else "☐" for box in boxes)


def place(widget: QWidget, x: float, y: float) -> QPoint:
    """Return a point in the widget, as fractions of its width and height."""
    return QPoint(round((widget.width() - 1) * x), round((widget.height() - 1) * y))
