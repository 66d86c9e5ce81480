"""What the error numbers of the system mean, those of POSIX and Windows' own."""

from __future__ import annotations

import errno
import sys
import time
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Result = TypeVar("Result")


class Cause(Enum):
    """Why the system refused to read or write a file."""

    BAD_NAME = auto()
    DEFECT = auto()
    FULL = auto()
    GONE = auto()
    IN_USE = auto()
    IS_FOLDER = auto()
    IS_NO_FOLDER = auto()
    LINKS_IN_A_RING = auto()
    LONG_NAME = auto()
    NO_RIGHTS = auto()
    READ_ONLY = auto()
    UNKNOWN = auto()
    UNREACHABLE = auto()


_ERRNO = {
    errno.EACCES: Cause.NO_RIGHTS,
    errno.EBUSY: Cause.IN_USE,
    errno.EDQUOT: Cause.FULL,
    errno.EEXIST: Cause.IS_NO_FOLDER,
    errno.EHOSTDOWN: Cause.UNREACHABLE,
    errno.EHOSTUNREACH: Cause.UNREACHABLE,
    errno.EIO: Cause.DEFECT,
    errno.EISDIR: Cause.IS_FOLDER,
    errno.ELOOP: Cause.LINKS_IN_A_RING,
    errno.ENAMETOOLONG: Cause.LONG_NAME,
    errno.ENODEV: Cause.UNREACHABLE,
    errno.ENOENT: Cause.GONE,
    errno.ENOSPC: Cause.FULL,
    errno.ENOTCONN: Cause.UNREACHABLE,
    errno.ENOTDIR: Cause.IS_NO_FOLDER,
    errno.ENXIO: Cause.UNREACHABLE,
    errno.EPERM: Cause.NO_RIGHTS,
    errno.EROFS: Cause.READ_ONLY,
    errno.ESTALE: Cause.UNREACHABLE,
    errno.ETIMEDOUT: Cause.UNREACHABLE,
    errno.ETXTBSY: Cause.IN_USE,
}

ACCESS_DENIED = 5
_SHARING_VIOLATION, _LOCK_VIOLATION = 32, 33
_WINDOWS = {
    ACCESS_DENIED: Cause.NO_RIGHTS,
    19: Cause.READ_ONLY,  # write protect
    21: Cause.UNREACHABLE,  # not ready: a stick was pulled out
    23: Cause.DEFECT,  # cyclic redundancy check
    27: Cause.DEFECT,  # sector not found
    _SHARING_VIOLATION: Cause.IN_USE,
    _LOCK_VIOLATION: Cause.IN_USE,
    39: Cause.FULL,  # handle disk full
    53: Cause.UNREACHABLE,  # bad network path
    55: Cause.UNREACHABLE,  # device does not exist any more
    59: Cause.UNREACHABLE,  # unexpected network error
    64: Cause.UNREACHABLE,  # network name deleted
    67: Cause.UNREACHABLE,  # bad network name
    112: Cause.FULL,  # disk full
    121: Cause.UNREACHABLE,  # semaphore timeout, of a network drive
    123: Cause.BAD_NAME,  # invalid name
    161: Cause.BAD_NAME,  # bad pathname
    206: Cause.LONG_NAME,  # file name exceeds range
    1117: Cause.DEFECT,  # I/O device error
    1167: Cause.UNREACHABLE,  # device not connected
    1231: Cause.UNREACHABLE,  # network unreachable
    1295: Cause.FULL,  # disk quota exceeded
    1392: Cause.DEFECT,  # file or folder corrupt
}

_ATTEMPTS = 25
_DELAY = 0.04
"""Seconds between attempts; a second in total, as long as a virus scanner may hold a new file."""

if sys.platform == "win32":
    _READ, _WRITE_AND_DELETE = 0x8000_0000, 0x4001_0000
    _SHARE_ALL = 7
    _CREATE_NEW, _OPEN_EXISTING = 1, 3
    _DELETE_ON_CLOSE = 0x0400_0000

    def windows_number(path: Path, *, to_create: bool) -> int | None:
        """Return Windows' own error number of opening or creating the file at `path`, 0 if that succeeds.

        Python's open() reports a lack of rights and a file in use with one number, that of the C library.
        """
        import ctypes  # noqa: PLC0415  needed after an error, not for the window to open

        library = ctypes.WinDLL("kernel32", use_last_error=True)
        library.CreateFileW.restype = ctypes.c_void_p
        handle = library.CreateFileW(
            ctypes.c_wchar_p(str(path)),
            ctypes.c_uint32(_WRITE_AND_DELETE if to_create else _READ),
            _SHARE_ALL,
            None,
            _CREATE_NEW if to_create else _OPEN_EXISTING,
            ctypes.c_uint32(_DELETE_ON_CLOSE if to_create else 0),
            None,
        )
        if handle == ctypes.c_void_p(-1).value:
            return ctypes.get_last_error()
        library.CloseHandle(ctypes.c_void_p(handle))
        return 0
else:

    def windows_number(path: Path, *, to_create: bool) -> int | None:  # noqa: ARG001
        """Return None: only Windows has numbers of its own."""
        return None


def cause_of(error: OSError) -> Cause:
    """Return why the system raised `error`."""
    number: int | None = getattr(error, "winerror", None)
    if number in _WINDOWS:
        return _WINDOWS[number]
    return _ERRNO.get(error.errno or 0, Cause.UNKNOWN)


def cause_of_opening(error: OSError, path: Path, *, to_create: bool = False) -> Cause:
    """Return why opening the file at `path`, or creating it, raised `error`."""
    if error.errno == errno.EACCES and getattr(error, "winerror", None) is None:
        number = windows_number(path, to_create=to_create)
        if number == 0:  # what held it has let go of it
            return Cause.IN_USE
        if number in _WINDOWS:
            return _WINDOWS[number]
    return cause_of(error)


def number_of(error: OSError) -> str:
    """Return a clause with the number of an error of which nothing more is known."""
    number = getattr(error, "winerror", None) or error.errno
    return "het systeem weigert het" + (f" (foutnummer {number})" if number else "")


def patiently(action: Callable[[], Result], is_held: Callable[[OSError], bool]) -> Result:
    """Return what `action` returns, trying again for a second as long as `is_held` of its error.

    Virus scanners and synchronising folders hold a file for a moment after it was written.
    """
    for _attempt in range(_ATTEMPTS):
        try:
            return action()
        except OSError as error:
            if not is_held(error):
                raise
        time.sleep(_DELAY)
    return action()
