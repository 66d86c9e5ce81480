"""What a text field with the keyboard has for itself, and what it leaves to the document: undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from vpt_desktop.override import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class _LeaveUndoToTheDocument(QObject):
    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a text field from claiming the keys for undo and redo, so that the menu's actions get them."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if QKeySequence(event.keyCombination()) not in {*undo_keys(), *redo_keys()}:
            return False
        event.ignore()
        return True


def undo_keys() -> list[QKeySequence]:
    """Return what this system undoes with."""
    return QKeySequence.keyBindings(QKeySequence.StandardKey.Undo)


def redo_keys() -> list[QKeySequence]:
    """Return what this system undoes an undo with, and what everyone knows from Windows."""
    known = QKeySequence("Ctrl+Y")
    keys = QKeySequence.keyBindings(QKeySequence.StandardKey.Redo)
    return keys if known in keys else [*keys, known]


def undo_with_the_document(field: QWidget) -> None:
    """Let Ctrl+Z and its like in a text field undo the scan's last change, as everywhere else."""
    field.installEventFilter(_LeaveUndoToTheDocument(field))


def is_typing() -> bool:
    """Return whether a text field has the keyboard: then keys are text, and the focus stays where it is."""
    focused = QApplication.focusWidget()
    return isinstance(focused, QLineEdit | QPlainTextEdit) and not focused.isReadOnly()
