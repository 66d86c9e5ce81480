"""Roles and states for assistive technology that Qt's widgets do not have of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6 import QtGui, QtWidgets
from shiboken6 import isValid

from vpt_desktop.override import override
from vpt_desktop.ui.widgets.button import Button

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface
    from PySide6.QtWidgets import QWidget

_ROLE = "accessibleRole"
_EXPANDED = "expanded"


def make_heading(label: QWidget) -> None:
    """Have assistive technology meet a label as a heading."""
    label.setProperty(_ROLE, "Heading")


def make_paragraph(label: QWidget) -> None:
    """Have assistive technology meet a label as text of its own, not as a label of what it stands in."""
    label.setProperty(_ROLE, "Paragraph")


def make_group(widget: QWidget, name: str) -> None:
    """Have assistive technology meet a widget as a group, which it names when the user enters it."""
    widget.setProperty(_ROLE, "Grouping")
    widget.setAccessibleName(name)


class DisclosureButton(Button):
    """Button that shows and hides something else; the property `expanded` says which it did last."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty(_ROLE, "Button")
        self.setProperty(_EXPANDED, False)

    def set_expanded(self, expanded: bool) -> None:
        """Tell whether what the button belongs to is shown now."""
        if expanded != self.property(_EXPANDED):
            self.setProperty(_EXPANDED, expanded)
            # By its module: PySide6 makes a class at its first use, and the first frame needs none of these.
            if QtGui.QAccessible.isActive():
                changed = QtGui.QAccessible.State()
                changed.expanded = True
                QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleStateChangeEvent(self, changed))


def install_roles() -> None:
    """Make the roles known to Qt; once for a process, and before it asks for those of any widget."""
    kept: list[QAccessibleInterface] = []

    def interface(_class_name: str, widget: QObject) -> QAccessibleInterface | None:
        role = widget.property(_ROLE)
        if role is None:
            return None
        kept[:] = [other for other in kept if isValid(other)]  # Qt deletes each with its widget
        kept.append(_interface(cast("QWidget", widget), role))
        return kept[-1]

    QtGui.QAccessible.installFactory(interface)


def _interface(widget: QWidget, role: str) -> QAccessibleInterface:
    kinds = {"Button": _Disclosure}
    return kinds.get(role, _Named)(widget, getattr(QtGui.QAccessible.Role, role))


class _Named(QtWidgets.QAccessibleWidget):
    """Widget that is called by its text, if it has no other name."""

    @override
    def text(self, kind: QtGui.QAccessible.Text) -> str:
        text = super().text(kind)
        if not text and kind == QtGui.QAccessible.Text.Name:
            return getattr(self.widget(), "text", str)()
        return text


class _Disclosure(_Named):
    @override
    def state(self) -> QtGui.QAccessible.State:
        state = super().state()
        state.expandable = True
        state.expanded = self.widget().property(_EXPANDED)
        return state

    @override
    def actionNames(self) -> list[str]:
        return [QtGui.QAccessibleActionInterface.pressAction(), *super().actionNames()]

    @override
    def doAction(self, name: str) -> None:
        if name == QtGui.QAccessibleActionInterface.pressAction():
            cast("Button", self.widget()).click()
        else:
            super().doAction(name)
