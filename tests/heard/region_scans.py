"""`region_scans.py FOLDER` writes 15 scans: two older, one damaged, one nameless, one of another card."""

import datetime as dt
import sys
from pathlib import Path

from msgspec.structs import replace

from vpt_desktop.domain.scan import Answer, new_scan
from vpt_desktop.resources import load_card
from vpt_desktop.storage.scan_file import encode_scan

NAMES = "Altena", "Breda", "Deurne", "Eersel", "Gemert", "Helmond", "Oss", "Reusel", "Vught", "Waalre"
DAY = dt.date(2026, 3, 1)


def write(file: Path, name: str, date: dt.date = DAY) -> bytes:
    """Write a scan with seven ticks; return the content of its file."""
    answers = tuple(Answer(ticked=place < 7) for place in range(10))
    content = encode_scan(replace(new_scan(date), organisation=name, answers=answers), load_card())
    file.write_bytes(content)
    return content


def main(folder: Path) -> None:
    """Write all files into `folder`, which is made."""
    folder.mkdir()
    for name in NAMES:
        content = write(folder / f"{name}.vpt", name)
    for name in NAMES[:2]:
        write(folder / f"{name} 2025.vpt", name, dt.date(2025, 3, 1))
    (folder / "kapot.vpt").write_bytes(content[:200])
    write(folder / "naamloos.vpt", "")
    (folder / "oude kaart.vpt").write_bytes(content.replace(load_card().identity.encode(), b"f" * 64))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
