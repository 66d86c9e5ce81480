"""A bound on the memory of this process, set by the process itself."""

from __future__ import annotations

import sys

if sys.platform == "win32":  # pragma: no cover  coverage is measured on Linux
    import ctypes
    from ctypes import wintypes

    _PROCESS_MEMORY = 0x100
    _EXTENDED_LIMITS = 9

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = (
            ("Basic", _BasicLimits),
            ("Io", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    def limit_memory(most: int) -> None:
        """Let this process have at most `most` bytes of memory, where the system offers that."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.c_void_p,
            wintypes.DWORD,
        )
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        job = kernel.CreateJobObjectW(None, None)
        limits = _ExtendedLimits(ProcessMemoryLimit=most)
        limits.Basic.LimitFlags = _PROCESS_MEMORY
        kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
        kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())

else:
    import resource
    from contextlib import suppress

    def limit_memory(most: int) -> None:
        """Let this process have at most `most` bytes of memory, where the system offers that.

        Nor does it leave a copy of its memory, with what was typed, on the disk when it crashes.
        """
        for kind, limit in ((resource.RLIMIT_AS, most), (resource.RLIMIT_CORE, 0)):
            with suppress(ValueError, OSError):  # macOS has the first in name only
                resource.setrlimit(kind, (limit, limit))
