"""Reporting of unexpected errors."""

from __future__ import annotations

import datetime as dt
import sys
import traceback
from contextlib import suppress
from typing import TYPE_CHECKING

from vpt_desktop import __version__
from vpt_desktop.ui.user_data import log_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

_PRIVATE = 0o600
"""Permission bits of what only its user may read."""

_LARGEST_LOG = 1_000_000
"""Bytes; a larger log is started afresh."""


def report_unexpected_errors(keep: Callable[[], bool], show: Callable[[str], object]) -> None:
    """At any unexpected error, call `keep` to store the scan, log the error and `show` a sentence.

    The program continues. `keep` returns whether the scan is stored. An error in that
    itself is logged only.
    """
    is_keeping = False

    def is_kept() -> bool:
        nonlocal is_keeping
        is_keeping = True
        try:
            return keep()
        finally:
            is_keeping = False

    def on_error(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        if is_keeping:
            with suppress(OSError):  # the sentence on the first error follows
                _append(log_file(), _anonymous(kind, trace))
            return
        safe = "je gegevens zijn bewaard" if is_kept() else "sla je scan nu zelf op"
        log = log_file()
        try:
            _append(log, _anonymous(kind, trace))
            logged = f"Wat er gebeurde staat, zonder jouw teksten, in {log}."
        except OSError:  # a log that cannot be written must not hide the error
            logged = f"Wat er gebeurde kon niet worden opgeschreven in {log}."
        show(f"Er ging iets mis dat niet voorzien was; {safe}. {logged}")
        del error  # its message may hold what was typed

    sys.excepthook = on_error


def log_diagnostic(diagnostic: str) -> None:
    """Log what is wrong with the program, in which there is nothing that a user typed."""
    with suppress(OSError):  # the user reads a sentence of its own
        _append(log_file(), f"{_heading()}: {diagnostic}\n\n")


def _heading() -> str:
    return f"{dt.datetime.now(dt.UTC).isoformat(timespec='seconds')} VPT Desktop {__version__}"


def _anonymous(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return the log entry: the error's kind and traceback, without any text that a user may have typed."""
    frames = "".join(traceback.format_tb(trace))
    return f"{_heading()}: {kind.__name__}\n{frames}\n"


def _append(log: Path, entry: str) -> None:
    log.parent.mkdir(parents=True, exist_ok=True)
    fresh = not log.exists() or log.stat().st_size > _LARGEST_LOG
    log.touch(_PRIVATE)
    log.chmod(_PRIVATE)  # it has names of folders, which may be those of organisations
    with log.open("w" if fresh else "a", encoding="utf-8", errors="backslashreplace") as file:
        file.write(entry)
