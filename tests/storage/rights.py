"""Taking a right on a folder away: by its permission bits, or by its access control list on Windows."""

import ctypes
import sys
from collections.abc import Generator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from tests.skips import WINE

_MODES = {"write": 0o555, "all": 0}

_EVERYTHING = "D:P(A;OICI;FA;;;WD)"
_LISTS = {"write": "D:P(D;;0x46;;;WD)(A;OICI;FA;;;WD)", "all": "D:P"}
"""In Windows' own language: to everyone, a new file, a new folder and the removal of either are denied."""


@contextmanager
def denied(right: str, folder: Path) -> Generator[None]:
    """Within this, nobody has the right to "write" in `folder`, or to do anything at "all" there."""
    before = folder.stat().st_mode
    if sys.platform == "win32":
        _set_list(folder, _LISTS[right])
    else:
        folder.chmod(_MODES[right])
    try:
        yield
    finally:
        if sys.platform == "win32":
            with suppress(PermissionError) if WINE else nullcontext():  # Wine forgets who may give it back
                _set_list(folder, _EVERYTHING)
        else:
            folder.chmod(before)


def _set_list(folder: Path, text: str) -> None:
    api = ctypes.WinDLL("advapi32", use_last_error=True)
    descriptor = ctypes.c_void_p()
    done = api.ConvertStringSecurityDescriptorToSecurityDescriptorW(
        ctypes.c_wchar_p(text), 1, ctypes.byref(descriptor), None
    ) and api.SetFileSecurityW(ctypes.c_wchar_p(str(folder)), 4, descriptor)
    if not done:
        raise ctypes.WinError(ctypes.get_last_error())
