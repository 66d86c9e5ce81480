"""A saved file keeps what it had on any system: hard links, read and write rights."""

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from vpt_desktop.errors import SaveError
from vpt_desktop.storage.atomic_file import write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable

OLD, NEW = b"old content", b"new content, somewhat longer"


@pytest.fixture
def file(folder: Path) -> Path:
    path = folder / "scan.vpt"
    path.write_bytes(OLD)
    return path


@pytest.mark.parametrize("new", [NEW, b"kort", b""])
@pytest.mark.parametrize("flushed", [True, False])
def test_each_hard_link_has_the_new_content(file: Path, new: bytes, *, flushed: bool) -> None:
    other = file.with_name("other.vpt")
    other.hardlink_to(file)
    write_atomically(file, new, flushed=flushed)
    assert file.read_bytes() == other.read_bytes() == new
    assert file.samefile(other)


@pytest.mark.parametrize("step", [step for step in ("posix_fallocate", "fsync") if hasattr(os, step)])
def test_a_file_that_cannot_be_overwritten_gets_its_old_content_back(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    file.with_name("other.vpt").hardlink_to(file)
    real: Callable[..., None] = getattr(os, step)
    calls = iter([True])

    def fail_once(*arguments: int) -> None:
        if next(calls, False):
            raise OSError(errno.ENOSPC, "No space left on device")
        real(*arguments)

    monkeypatch.setattr(os, step, fail_once)
    with pytest.raises(SaveError, match="de schijf is vol"):
        write_atomically(file, NEW)
    assert file.read_bytes() == OLD


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_a_system_without_extended_attributes_keeps_the_permissions(
    file: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    file.chmod(0o644)
    before = file.stat().st_mode
    monkeypatch.setattr(sys, "platform", system)
    write_atomically(file, NEW)
    assert file.read_bytes() == NEW
    assert file.stat().st_mode == before


def test_an_old_file_is_replaced_without_waiting_for_the_disk_too(file: Path) -> None:
    write_atomically(file, NEW, flushed=False)
    assert file.read_bytes() == NEW
