"""Many scan files read one after the other, where one that is no scan does not stop the rest."""

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

from tests.drawing import drawing_of, scan_of
from vpt_desktop.domain.card import Card
from vpt_desktop.domain.scan import Scan
from vpt_desktop.storage.scan_file import encode_scan
from vpt_desktop.storage.scan_reading import read_scans


def saved(path: Path, drawing: str, card: Card) -> Path:
    path.write_bytes(encode_scan(scan_of(drawing), card))
    return path


def test_each_file_is_a_scan_or_a_refusal_in_the_order_asked_for(tmp_path: Path, card: Card) -> None:
    first = saved(tmp_path / "z.vpt", "☑☐☐☐☐☐☐☐☐☐", card)
    photo = tmp_path / "foto.vpt"
    photo.write_bytes(b"\xff\xd8")
    absent = tmp_path / "weg.vpt"
    last = saved(tmp_path / "a.vpt", "☐☐☐☐☐☐☐☐☐☑", card)
    read = [
        (path, drawing_of(found) if isinstance(found, Scan) else str(found).partition(";")[0])
        for path, found in read_scans([first, photo, absent, last], card)
    ]
    assert read == [
        (first, "☑☐☐☐☐☐☐☐☐☐"),
        (photo, "foto.vpt is niet geopend: het is geen VPT-scan"),
        (absent, "weg.vpt is niet geopend: het bestand is er niet meer"),
        (last, "☐☐☐☐☐☐☐☐☐☑"),
    ]


def test_a_file_is_read_when_its_turn_comes(tmp_path: Path, card: Card) -> None:
    asked = []

    def paths() -> Iterator[Path]:
        for name in ("een.vpt", "twee.vpt"):
            asked.append(name)
            yield saved(tmp_path / name, "☑☑☑☑☑☑☑☑☑☑", card)

    reading = read_scans(paths(), card)
    assert asked == []
    next(reading)
    assert asked == ["een.vpt"]


def test_refusals_that_are_kept_do_not_keep_what_was_read(tmp_path: Path, card: Card) -> None:
    size = 1_000_000
    paths = [tmp_path / f"{number}.vpt" for number in range(5)]
    for path in paths:
        path.write_bytes(b"{" + b" " * size)
    tracemalloc.start()
    try:
        refusals = list(read_scans(paths, card))
        kept, _peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(refusals) == len(paths)
    assert kept < size
