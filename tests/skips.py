"""Why a test is skipped: what a system lacks, or Wine in the place of Windows. Each reason stands here once.

Reasons that begin with "Wine " hold for Wine alone: `.ci/windows/run` reports them.
"""

import ctypes
import sys

import pytest

WINDOWS = sys.platform == "win32"
WINE = WINDOWS and hasattr(ctypes.windll.ntdll, "wine_get_version")

NO_LINKS = "Wine makes symbolic links that nothing can follow"
NO_READ_ONLY_DISK = "Wine reports a read-only disk as a folder without rights"
NO_SMALL_DISKS = "Windows mounts no small disk for a test: VPT_DISKS gives a folder with three"
NO_POSIX = "Windows has no FIFOs, devices, permission bits or files to mount on"
NO_SIGNALS = "a windowed program of Windows has no terminal that sends it signals"
OTHER_LETTERS = "other systems than Linux draw letters of another width"

with_semicolons = pytest.mark.skipif(WINE, reason="Wine finds no DLL in a folder with a semicolon")
files_can_be_held = pytest.mark.skipif(
    not WINDOWS, reason="only Windows lets a program keep a file to itself"
)
where_open_files_can_be_removed = pytest.mark.skipif(WINDOWS, reason="Windows removes no file that is open")
where_the_profile_moves = pytest.mark.skipif(
    sys.platform != "linux", reason="Windows and macOS have no variable that says where the profile is"
)
where_a_screen_can_be_missing = pytest.mark.skipif(
    sys.platform != "linux", reason="Windows and macOS always have a screen"
)
where_none_can_be_freed = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="Python frees no None from 3.12 on"
)
