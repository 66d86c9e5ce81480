"""The least that PySide6 can do: a window with ten check boxes, in the default style and typeface."""

import sys

from PySide6.QtWidgets import QApplication, QCheckBox, QVBoxLayout, QWidget

ROWS = 10


def bare_window() -> QWidget:
    """Return the window, not yet shown."""
    window = QWidget()
    column = QVBoxLayout(window)
    for number in range(1, ROWS + 1):
        column.addWidget(QCheckBox(f"Statement {number}"))
    return window


def main() -> int:
    """Show the window until the user closes it; returns the exit code."""
    app = QApplication(sys.argv[:1])
    window = bare_window()
    window.show()
    return app.exec()
