"""Runs a program until its first frame is painted.

`first_frame.py MODULE` calls the module's `main()` and prints a line at the moment that the frame stands, and
then a line with the peak of its resident memory in MB (0 where the system does not tell). The program is not
changed: only its event loop ends after the first frame. With `--only` before MODULE the process ends there,
without what a program does at its end.
"""

import os
import sys
from importlib import import_module

sys.modules["typing_extensions"] = None  # tools of developers bring it, no installation or bundle has it
program = import_module(sys.argv.pop())  # before Qt, as where nobody measures: PySide slows imports after it

from empty_profile import use_empty_profile  # noqa: E402
from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402


class FirstFrame(QObject):
    """Ends the event loop, or the process, once a window and all in it have been painted."""

    def __init__(self, *, only: bool) -> None:
        super().__init__()
        self._only = only

    def eventFilter(self, window: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() == QEvent.Type.Paint:
            window.removeEventFilter(self)
            QTimer.singleShot(0, self, self.report)  # its children are painted right after the window
        return False

    def report(self) -> None:
        print("painted", flush=True)
        print(peak_memory(), flush=True)
        if self._only:
            os._exit(0)
        QApplication.quit()


def peak_memory() -> float:
    """Return the most memory, in MB, that this process has had resident; 0 if the system does not tell."""
    if sys.platform == "linux":  # whose getrusage() counts the process that started this one
        with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123  pathlib would add to it
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:")) / 1024
    if sys.platform == "win32":
        return 0
    from resource import RUSAGE_SELF, getrusage  # noqa: PLC0415  Windows has no such module

    return getrusage(RUSAGE_SELF).ru_maxrss / 1024**2


def main(*, only: bool) -> int:
    first_frame = FirstFrame(only=only)
    run_event_loop = QApplication.exec

    def run_until_painted(_app: QApplication) -> int:
        for window in QApplication.topLevelWidgets():
            window.installEventFilter(first_frame)
        return run_event_loop()

    QApplication.exec = run_until_painted
    use_empty_profile()
    return program.main()


if __name__ == "__main__":
    only = "--only" in sys.argv
    if only:
        sys.argv.remove("--only")
    sys.exit(main(only=only))
