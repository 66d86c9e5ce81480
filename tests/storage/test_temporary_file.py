"""What programs that were killed leave beside the files that they wrote."""

import os
from pathlib import Path

from vpt_desktop.storage.atomic_file import write_atomically
from vpt_desktop.storage.temporary_file import temporary_beside

HOUR = 3600


def left(path: Path, hours: float) -> Path:
    """Return `path`, last written so many hours ago."""
    path.write_bytes(b"{}")
    then = path.stat().st_mtime - hours * HOUR
    os.utime(path, (then, then))
    return path


def test_saving_removes_what_was_left_behind_over_an_hour_ago(tmp_path: Path) -> None:
    path = tmp_path / "scan.vpt"
    old, new = left(temporary_beside(path), 1.1), left(temporary_beside(path), 0.9)
    others = [
        left(tmp_path / name, 9) for name in (".vpt-1.tmp", "x.vpt-0123456789abcdef.tmp", ".vpt-kopie.tmp")
    ]
    (tmp_path / ".vpt-0123456789abcdef.tmp").mkdir()
    write_atomically(path, b"a", flushed=False)
    assert old.exists()
    write_atomically(path, b"b")
    assert not old.exists()
    assert all(each.exists() for each in (new, *others, path))


def test_what_cannot_be_removed_is_no_reason_not_to_save(tmp_path: Path) -> None:
    path = tmp_path / "scan.vpt"
    folders = [temporary_beside(path) for _ in range(3)]
    for folder in folders:
        folder.mkdir()
        os.utime(folder, (0, 0))
    old = left(temporary_beside(path), 2)
    write_atomically(path, b"b")
    assert all(folder.is_dir() for folder in folders)
    assert not old.exists()
    assert path.read_bytes() == b"b"
