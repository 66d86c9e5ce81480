"""Ends a Windows program as logging off does: `python end_session.py TITLE`, the begin of its window's title.

Asks as soon as there is such a window (WM_QUERYENDSESSION), and ends the program by force once it has
answered. With `--without-asking` it is only ended: what is lost then is what the asking keeps.
"""

import ctypes
import sys
import time
from ctypes import wintypes

QUERY_END_SESSION, LOGGING_OFF, TERMINATE = 0x11, 0x80000000, 1
user32, kernel32 = ctypes.windll.user32, ctypes.windll.kernel32
user32.SendMessageW.argtypes = (wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM)


def find(title: str) -> int:
    """Return the window whose title begins so, 0 if there is none."""
    found: list[int] = []

    @ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)
    def look(window: int, _: int) -> bool:
        text = ctypes.create_unicode_buffer(200)
        user32.GetWindowTextW(window, text, 200)
        if text.value.startswith(title) and user32.IsWindowVisible(window):
            found.append(window)
        return not found

    user32.EnumWindows(look, 0)
    return found[0] if found else 0


title, *options = sys.argv[1:]
print("looking", flush=True)  # noqa: T201  whoever makes the change waits for this
deadline = time.monotonic() + 20
while not (window := find(title)):
    if time.monotonic() > deadline:
        sys.exit(f"no window {title}")
if not options and not user32.SendMessageW(window, QUERY_END_SESSION, 0, LOGGING_OFF - (1 << 32)):
    sys.exit("the program does not want the session to end")
process = wintypes.DWORD()
user32.GetWindowThreadProcessId(window, ctypes.byref(process))
kernel32.TerminateProcess(kernel32.OpenProcess(TERMINATE, False, process), 1)  # noqa: FBT003  Windows' own order
