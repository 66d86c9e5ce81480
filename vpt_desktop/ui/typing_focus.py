"""Whether the user is typing."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit


def is_typing() -> bool:
    """Return whether a text field has the keyboard: then keys are text, and the focus stays where it is."""
    focused = QApplication.focusWidget()
    return isinstance(focused, QLineEdit | QPlainTextEdit) and not focused.isReadOnly()
