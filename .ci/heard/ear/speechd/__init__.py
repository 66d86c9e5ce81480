"""Replaces the client of Speech Dispatcher: logs what Orca gives it to speak, and when it is told to stop.

Each line of the log is a time in seconds, a tab and a text.
"""

import importlib.util
import os
import re
import sys
import time
from collections.abc import Callable
from html import unescape
from pathlib import Path

_REAL = Path("/usr/lib/python3/dist-packages/speechd")
_spec = importlib.util.spec_from_file_location(
    "speechd_client", _REAL / "client.py", submodule_search_locations=[str(_REAL)]
)
_real = importlib.util.module_from_spec(_spec)
sys.modules["speechd_client"] = _real
_spec.loader.exec_module(_real)
globals().update({name: value for name, value in vars(_real).items() if not name.startswith("_")})


def _write(text: str) -> None:
    with Path(os.environ["EAR_LOG"]).open("a", encoding="utf-8") as log:
        log.write(f"{time.monotonic():.3f}\t{text}\n")


class SSIPClient:
    """The part of the real class that Orca calls; every other method does nothing."""

    def __init__(self, *_arguments: object, **_options: object) -> None:
        pass

    def speak(
        self, text: str, callback: Callable[[object], object] | None = None, _event_types: object = None
    ) -> None:
        """Log a text without its SSML marks, and report its end soon: Orca waits for that."""
        _write(" ".join(unescape(re.sub(r"<[^>]*>", "", text)).split()))
        if callback:
            from gi.repository import GLib  # noqa: PLC0415  only Orca's Python has it

            GLib.timeout_add(50, lambda: callback(_real.CallbackType.END) and False)

    def char(self, character: str) -> None:
        """Log a spelled character."""
        _write(character)

    def key(self, name: str) -> None:
        """Log the name of a key."""
        _write(name)

    def cancel(self, *_arguments: object) -> None:
        """Log that the rest is not spoken."""
        _write("<stop>")

    stop = cancel

    def list_synthesis_voices(self, *_arguments: object) -> tuple[tuple[str, str, None], ...]:
        """Return one Dutch voice."""
        return (("Nederlands", "nl", None),)

    def list_output_modules(self) -> tuple[str, ...]:
        """Return the one module."""
        return ("ear",)

    def get_output_module(self) -> str:
        """Return the one module."""
        return "ear"

    def get_language(self) -> str:
        """Return the voice's language."""
        return "nl"

    def get_rate(self) -> int:
        """Return the middle of the range."""
        return 0

    get_pitch = get_volume = get_rate

    def __getattr__(self, name: str) -> Callable[..., None]:
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *_arguments, **_options: None
