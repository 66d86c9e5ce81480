"""Text fields in a window with menus: which keys and files are the window's, and the cursor in a new text."""

from __future__ import annotations

import re

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from vpt_desktop.domain.text_change import piece_between
from vpt_desktop.override import override

TextField = QLineEdit | QPlainTextEdit

_EDITING = (
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
)
"""What a text field does itself, also where a menu offers it by the same key."""

_WITH_TEXT = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_DROPS = {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop}

_LINE_END = re.compile("\r\n|[\r\u2028\u2029]")
_NO_BREAK_SPACE = "\u00a0"


class _LeaveToTheWindow(QObject):
    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ignore what is the window's: a key of its menus, and a file that is dropped."""
        if isinstance(event, QKeyEvent):
            leave = event.type() == QEvent.Type.ShortcutOverride and _is_menu_key(event, watched)
        else:
            leave = event.type() in _DROPS and isinstance(event, QDropEvent) and _has_file(event)
        if leave:
            event.ignore()
        return leave


def leave_to_the_window(field: TextField) -> None:
    """Have the keys of the window's menus work in a text field too, and files that are dropped on it open.

    On X11 a field would take Ctrl+U, for one, to delete its line; undo, which is the document's, everywhere.
    """
    window_first = _LeaveToTheWindow(field)
    field.installEventFilter(window_first)
    if isinstance(field, QPlainTextEdit):
        field.viewport().installEventFilter(window_first)  # which gets the drops


def show_text(field: TextField, text: str) -> None:
    """Show `text`; where it differs from what was shown, the cursor is at the end of the difference."""
    shown = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    if isinstance(field, QLineEdit):
        if shown != text:
            piece = piece_between(shown, text)
            field.setText(text)
            field.setCursorPosition(_units(text[: piece.start] + piece.after))
        return
    text = _LINE_END.sub("\n", text)
    if shown == text.replace(_NO_BREAK_SPACE, " "):
        return
    piece = piece_between(shown, text)
    cursor = field.textCursor()
    cursor.setPosition(_units(shown[: piece.start]))
    cursor.setPosition(_units(shown[: piece.start] + piece.before), QtGui.QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(piece.after)
    field.setTextCursor(cursor)
    field.document().clearUndoRedoStacks()  # which would bring back what another scan showed


def is_typing() -> bool:
    """Return whether a text field has the focus: then keys are text, and the focus must not be moved."""
    focused = QApplication.focusWidget()
    return isinstance(focused, TextField) and not focused.isReadOnly()


def _is_menu_key(event: QKeyEvent, field: QObject) -> bool:
    if event.key() < Qt.Key.Key_Escape and not event.modifiers() & ~_WITH_TEXT:
        return False  # it types text
    key = QKeySequence(event.keyCombination())
    if any(key in QKeySequence.keyBindings(editing) for editing in _EDITING) or not isinstance(
        field, TextField
    ):
        return False
    window = field.window()
    actions = (*window.actions(), *window.findChildren(QAction))
    return any(key in action.shortcuts() for action in actions if action.isEnabled())


def _has_file(event: QDropEvent) -> bool:
    return any(url.isLocalFile() for url in event.mimeData().urls())


def _units(text: str) -> int:
    """Return the length of `text` as Qt counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
