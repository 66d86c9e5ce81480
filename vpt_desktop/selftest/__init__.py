"""The self-test of an installed program, on a profile of its own: `vpt-desktop --self-test`."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from vpt_desktop.selftest.steps import STEPS
from vpt_desktop.selftest.window import SelfTestWindow, expect
from vpt_desktop.ui.application import start

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from vpt_desktop.domain.card import Card


def run(card: Card) -> int:
    """Test the program as it is installed here; return the exit code, as `prove` does."""
    return prove(start(), card)


def prove(app: QApplication, card: Card) -> int:
    """Run all steps; return 0, or 1 with the name of the step that failed on standard error."""
    hook, name, complaints = sys.excepthook, "tijdelijke map", list[str]()
    try:
        with TemporaryDirectory(prefix="vpt-desktop-zelftest-", ignore_cleanup_errors=True) as folder:
            name = "venster maken"
            with closing(SelfTestWindow(app, card, Path(folder), complaints)) as test:
                sys.excepthook = test.on_error
                for name, step in STEPS:  # noqa: B007  the handler below reports it
                    step(test)
                    expect(not complaints, "geen klacht")
    except Exception as error:  # noqa: BLE001  any error is a failure of its step
        reasons = "; ".join((f"{type(error).__name__}: {error}", *complaints))
        print(f"Zelftest mislukt bij {name}: {reasons}", file=sys.stderr)
        return 1
    finally:
        sys.excepthook = hook
    print(f"Zelftest geslaagd, {len(STEPS)} stappen.")
    return 0
