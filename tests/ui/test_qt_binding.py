"""What the program needs of PySide6 itself."""

import sys

import pytest
from PySide6.QtCore import QObject


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot be freed from Python 3.12 on")
def test_a_call_that_returns_nothing_does_not_use_up_none() -> None:
    """PySide6 6.12.0 fails this, and every program on it ends with "deallocating None"."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(100):
        thing.setObjectName("thing")
    assert sys.getrefcount(None) > before - 50
