"""Why the system refused, by its numbers; those of Windows with a stand-in on other systems."""

import ctypes
import errno
import runpy
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from vpt_desktop.storage import system_error
from vpt_desktop.storage.system_error import Cause, cause_of, cause_of_opening, number_of, patiently


def windows_error(number: int, error: int = errno.EINVAL) -> OSError:
    raised = OSError(error, "English words")
    raised.winerror = number
    return raised


@pytest.mark.parametrize(
    ("number", "cause"),
    [
        (5, "NO_RIGHTS"),
        (19, "READ_ONLY"),
        (32, "IN_USE"),
        (112, "FULL"),
        (64, "UNREACHABLE"),
        (123, "BAD_NAME"),
    ],
)
def test_windows_own_number_goes_before_the_one_of_c(number: int, cause: str) -> None:
    assert cause_of(windows_error(number)) is Cause[cause]


def test_a_number_of_windows_that_means_nothing_here_leaves_the_one_of_c() -> None:
    assert cause_of(windows_error(1314, errno.ENOSPC)) is Cause.FULL
    assert cause_of(windows_error(1314)) is Cause.UNKNOWN
    assert number_of(windows_error(1314)) == "het systeem weigert het (foutnummer 1314)"


class Kernel:
    """`kernel32` as far as opening a file goes: refuses with `number`, or opens if that is 0."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.dispositions: list[object] = []
        self.closed: list[int | None] = []

        def create_file(_path: object, *options: object) -> int | None:
            self.dispositions.append(options[3])
            return ctypes.c_void_p(-1).value if number else 7

        def close_handle(handle: ctypes.c_void_p) -> None:
            self.closed.append(handle.value)

        self.CreateFileW = create_file
        self.CloseHandle = close_handle


Windows = Callable[[int], tuple[SimpleNamespace, Kernel]]


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Windows:
    """Give a function that returns the module as on Windows, and a kernel that refuses with a number."""

    def make(number: int) -> tuple[SimpleNamespace, Kernel]:
        kernel = Kernel(number)
        monkeypatch.setattr(sys, "platform", "win32")
        monkeypatch.setattr(ctypes, "WinDLL", lambda *_name, **_options: kernel, raising=False)
        monkeypatch.setattr(ctypes, "get_last_error", lambda: number, raising=False)
        return SimpleNamespace(**runpy.run_path(system_error.__file__)), kernel

    return make


@pytest.mark.parametrize(
    ("number", "cause"),
    [(32, "IN_USE"), (5, "NO_RIGHTS"), (19, "READ_ONLY"), (4711, "NO_RIGHTS"), (0, "IN_USE")],
)
def test_what_c_calls_a_lack_of_rights_is_asked_of_windows_again(
    number: int, cause: str, windows: Windows
) -> None:
    module, kernel = windows(number)
    denied = PermissionError(errno.EACCES, "Permission denied")
    assert module.cause_of_opening(denied, Path("scan.vpt")) is module.Cause[cause]
    assert kernel.closed == ([] if number else [7])


def test_a_file_that_could_not_be_created_is_not_looked_for(windows: Windows) -> None:
    module, kernel = windows(5)
    denied = PermissionError(errno.EACCES, "Permission denied")
    module.cause_of_opening(denied, Path("scan.vpt"))
    module.cause_of_opening(denied, Path("scan.vpt"), to_create=True)
    assert kernel.dispositions == [3, 1]


def test_elsewhere_a_lack_of_rights_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_error, "windows_number", lambda _path, **_options: None)
    denied = PermissionError(errno.EACCES, "Permission denied")
    assert cause_of_opening(denied, Path("scan.vpt")) is Cause.NO_RIGHTS


@pytest.fixture
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Give the seconds that are waited, without waiting them."""
    naps: list[float] = []
    monkeypatch.setattr(system_error.time, "sleep", naps.append)
    return naps


def test_what_is_held_for_a_moment_is_tried_again(naps: list[float]) -> None:
    answers = [OSError(errno.EBUSY, "busy"), OSError(errno.EBUSY, "busy"), "done"]

    def action() -> str:
        answer = answers.pop(0)
        if isinstance(answer, OSError):
            raise answer
        return answer

    assert patiently(action, lambda error: error.errno == errno.EBUSY) == "done"
    assert len(naps) == 2


def test_the_wait_ends_after_a_second(naps: list[float]) -> None:
    def action() -> None:
        raise OSError(errno.EBUSY, "busy")

    with pytest.raises(OSError, match="busy"):
        patiently(action, lambda _error: True)
    assert sum(naps) == pytest.approx(1)


def test_any_other_error_is_not_waited_for(naps: list[float]) -> None:
    def action() -> None:
        raise OSError(errno.EIO, "broken")

    with pytest.raises(OSError, match="broken"):
        patiently(action, lambda error: error.errno == errno.EBUSY)
    assert naps == []
