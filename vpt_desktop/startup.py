"""What comes before Qt: sentences without a window, a lacking screen or library, the command of Windows.

Qt is imported inside functions only: this module must load where Qt cannot.
"""

from __future__ import annotations

import builtins
import os
import re
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from vpt_desktop.errors import WindowSystemError

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from typing import TextIO

    from PySide6.QtCore import QMessageLogContext, QtMsgType

EXIT_CODE = 2

DEBIAN_PACKAGES = (
    "libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 "
    "libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1"
)
"""What Qt needs on a Debian or Ubuntu without a desktop."""


_TITLE = "VPT Desktop"


def show(sentence: str, stream: TextIO | None) -> None:
    """Print `sentence` on `stream`; on Windows, show it in a box where there is no terminal (None)."""
    if stream is not None:
        _print(sentence, stream)
    elif sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        ctypes.windll.user32.MessageBoxW(None, sentence, _TITLE, 0)


def write_line(sentence: str, stream: TextIO | None) -> None:
    """Print `sentence` on `stream`, if there is one, as one line: a name may hold control characters."""
    if stream is not None:
        _print(re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", _escaped, sentence), stream)


def _escaped(char: re.Match[str]) -> str:
    return char[0].encode("unicode_escape").decode()


def _print(text: str, stream: TextIO) -> None:
    """Print `text` on `stream`; on one that is full or closed, print no more."""
    try:
        print(text, file=stream, flush=True)
    except OSError:
        _silence(stream)


def _silence(stream: TextIO) -> None:
    """Lead `stream` nowhere; otherwise Python would try again at its end, and fail with a traceback."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def is_command() -> bool:
    """Return whether this is `vpt-desktop.com`: terminals of Windows wait for no windowed program."""
    return getattr(sys, "frozen", False) and Path(sys.executable).suffix.lower() == ".com"


def start_windowed(arguments: Sequence[str]) -> int:
    """Start the windowed program of the same bundle, which leaves the terminal free; return the exit code."""
    import subprocess  # noqa: PLC0415  a window does not need it

    program = Path(sys.executable).with_suffix(".exe")
    subprocess.Popen([program, *arguments])  # noqa: S603  our own
    return 0


def missing_library(error: ImportError | OSError) -> WindowSystemError | None:
    """Return the error to raise if `error` is that of a missing shared library, else None."""
    library = re.match(r"(\S+\.so[.\d]*): cannot open shared object file", str(error))
    return WindowSystemError.missing_library(library[1], DEBIAN_PACKAGES) if library else None


def import_qt() -> None:
    """Import Qt, and bring back the `import` that PySide replaces: its own reads each later module's source.

    It looks there for the features `snake_case` and `true_property`, which nobody uses here.

    Raises:
        ImportError: a library of the system is missing.
    """
    import PySide6.QtCore  # noqa: F401, PLC0415  # pyright: ignore[reportUnusedImport]

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


@contextmanager
def no_abort() -> Generator[None]:
    """Create the application object within this; exit with a sentence and EXIT_CODE where Qt would abort."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler  # noqa: PLC0415

    def on_message(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            show(str(_why_no_window()), sys.stderr)
            os._exit(EXIT_CODE)  # returning would let Qt abort
        messages.append(text)

    messages: list[str] = []
    qInstallMessageHandler(on_message)
    try:
        yield
    finally:
        qInstallMessageHandler(None)
        for message in messages:
            print(message, file=sys.stderr)


def qt_folder(name: str) -> Path:
    """Return Qt's folder of `name`, such as "plugins"; QLibraryInfo's ends at a semicolon in its path."""
    import PySide6  # noqa: PLC0415

    package = Path(next(iter(PySide6.__path__)))
    inside = package / "Qt" / name  # on Windows it is in the package itself
    return inside if inside.is_dir() else package / name


def _why_no_window() -> WindowSystemError:
    """Return the error that explains why Qt could not load its platform plugin."""
    import ctypes  # noqa: PLC0415

    folder = qt_folder("plugins") / "platforms"
    wanted = os.environ.get("QT_QPA_PLATFORM", "xcb").partition(":")[0]
    for plugin in folder.glob(f"*q{wanted}.*"):
        try:
            ctypes.CDLL(str(plugin))
        except OSError as error:
            return missing_library(error) or WindowSystemError.no_screen()
    return WindowSystemError.no_screen()
