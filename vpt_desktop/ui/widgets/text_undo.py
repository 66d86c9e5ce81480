"""Undo and redo in text fields, which are the document's, and whether the user is typing in one."""

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
        """Keep a text field from accepting the keys of undo and redo: the menu's actions get them."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if QKeySequence(event.keyCombination()) not in {*undo_keys(), *redo_keys()}:
            return False
        event.ignore()
        return True


def undo_keys() -> list[QKeySequence]:
    """Return this system's keys for undo."""
    return QKeySequence.keyBindings(QKeySequence.StandardKey.Undo)


def redo_keys() -> list[QKeySequence]:
    """Return this system's keys for redo, and Ctrl+Y."""
    known = QKeySequence("Ctrl+Y")
    keys = QKeySequence.keyBindings(QKeySequence.StandardKey.Redo)
    return keys if known in keys else [*keys, known]


def undo_with_the_document(field: QWidget) -> None:
    """Have the keys for undo and redo in a text field act on the document, as everywhere else."""
    field.installEventFilter(_LeaveUndoToTheDocument(field))


def is_typing() -> bool:
    """Return whether a text field has the focus: then keys are text, and the focus must not be moved."""
    focused = QApplication.focusWidget()
    return isinstance(focused, QLineEdit | QPlainTextEdit) and not focused.isReadOnly()
