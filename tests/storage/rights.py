"""Rights on files and folders: by permission bits, or by access control lists on Windows."""

import ctypes
import re
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


def is_private(folder: Path) -> bool:
    """Return whether nobody but its owner has a right on `folder`; on Windows the system has, too."""
    if sys.platform != "win32":
        return folder.stat().st_mode & 0o777 == 0o700
    allowed = _allowed(folder)
    return "SY" in allowed and not allowed & {"WD", "AU", "BU", "AN", "BG"}


def is_for_its_user(file: Path) -> bool:
    """Return whether only its user can read `file`; on Windows, whoever its folder lets read new files."""
    if sys.platform != "win32":
        return file.stat().st_mode & 0o777 == 0o600
    new = file.with_name("new")
    new.touch()
    allowed = _allowed(new)
    new.unlink()
    return _allowed(file) <= allowed | {"OW"}  # the owner


def _allowed(path: Path) -> set[str]:
    return set(re.findall(r"\(A;[^)]*;([^;)]+)\)", _list_of(path)))


def _list_of(path: Path) -> str:
    api = ctypes.WinDLL("advapi32", use_last_error=True)
    descriptor, text = ctypes.create_string_buffer(65_536), ctypes.c_wchar_p()
    done = api.GetFileSecurityW(
        ctypes.c_wchar_p(str(path)), 4, descriptor, len(descriptor), ctypes.byref(ctypes.c_uint32())
    ) and api.ConvertSecurityDescriptorToStringSecurityDescriptorW(descriptor, 1, 4, ctypes.byref(text), None)
    if not done:
        raise ctypes.WinError(ctypes.get_last_error())
    return text.value or ""


def _set_list(folder: Path, text: str) -> None:
    api = ctypes.WinDLL("advapi32", use_last_error=True)
    descriptor = ctypes.c_void_p()
    done = api.ConvertStringSecurityDescriptorToSecurityDescriptorW(
        ctypes.c_wchar_p(text), 1, ctypes.byref(descriptor), None
    ) and api.SetFileSecurityW(ctypes.c_wchar_p(str(folder)), 4, descriptor)
    if not done:
        raise ctypes.WinError(ctypes.get_last_error())
