"""What the program needs of PySide6 itself."""

import sys

from PySide6.QtCore import QObject

from tests.skips import where_none_can_be_freed


@where_none_can_be_freed
def test_a_call_that_returns_nothing_does_not_use_up_none() -> None:
    """PySide6 6.12.0 fails this, and every program on it ends with "deallocating None"."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(100):
        thing.setObjectName("thing")
    assert sys.getrefcount(None) > before - 50
