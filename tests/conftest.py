"""What every test shares: no screen is needed, and the card."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from vpt_desktop.domain.card import Card
from vpt_desktop.resources import load_card
from vpt_desktop.startup import missing_library

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform == "win32":  # where that platform looks in a folder that no Qt has had since 5, and warns
    os.environ.setdefault("QT_QPA_FONTDIR", str(Path(os.environ["SYSTEMROOT"], "Fonts")))

try:
    import PySide6.QtWidgets  # noqa: F401  before pytest-qt does, which would not say what to install
except ImportError as error:
    print(missing_library(error) or error, file=sys.stderr)  # noqa: T201  pytest would wrap an exception
    sys.exit(2)


# The same examples each time, so that a change is judged by what it changes; others on a long run.
settings.register_profile("same", derandomize=True)
settings.load_profile("default" if os.environ.get("VPT_LONG_TESTS") else "same")


@pytest.fixture(scope="session")
def card() -> Card:
    return load_card()


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Return the arguments of the application of all tests, which is the program's in style too."""
    from vpt_desktop.ui.application import STYLE  # noqa: PLC0415  most tests need no Qt

    return ["pytest", *STYLE]
