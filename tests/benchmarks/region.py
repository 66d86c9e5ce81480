"""Times a region of 100, 342, 1,000 and 10,000 files, and prints a table.

`region.py` runs itself once for each size, so that the memory is that size's own. Werkversies have four
agreements an organisation; that of 10,000 is not typeset, as nobody would print it.
"""

import datetime as dt
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from vpt_desktop.domain.card import STATEMENT_COUNT
from vpt_desktop.domain.earlier_scan import EarlierScan
from vpt_desktop.domain.region.region_file import Choices
from vpt_desktop.domain.scan import Answer, new_scan
from vpt_desktop.region_outputs import laid_together, shared_version, working_version
from vpt_desktop.region_writing import Kind, Writing
from vpt_desktop.resources import load_card
from vpt_desktop.storage.region_reading import RegionReading
from vpt_desktop.storage.scan_file import encode_scan

SIZES = 100, 342, 1_000, 10_000
LARGEST_PDF = 1_000
DAY = dt.date(2026, 3, 1)
HEADS = (
    "files",
    "read ms",
    "lay ms",
    "MB",
    "werk .xlsx ms",
    "deel .pdf ms",
    "werk .pdf ms",
    "MB, + typesetter",
)
_LETTERS = "aeioubdgklmnprstvz"


def fill(folder: Path, count: int) -> None:
    """Write so many scans of organisations with other names, half of them with an earlier one inside."""
    card = load_card()
    random = Random(count)  # noqa: S311  for names and ticks
    texts = tuple(statement.text for statement in card.statements)
    note = "Eén verantwoordelijke aanwijzen voor de opbouw van dossiers, met het team."
    for number in range(count):
        name = "".join(random.choices(_LETTERS, k=9)) + str(number)
        answers = tuple(
            Answer(random.random() < 0.6, note, "Teamleider Veiligheid", "eind mei")
            for _ in range(STATEMENT_COUNT)
        )
        scan = replace(new_scan(DAY), organisation=name, answers=answers)
        if number % 2:
            ticks = tuple(random.random() < 0.4 for _ in range(STATEMENT_COUNT))
            earlier = EarlierScan(f"{number:032x}", dt.date(2025, 3, 1), texts, ticks)
            scan = replace(scan, earlier=(earlier,))
        (folder / f"{number}.vpt").write_bytes(encode_scan(scan, card))


def milliseconds(work: Callable[[], object]) -> tuple[object, float]:
    """Return what `work` returns, and how long it takes."""
    start = time.perf_counter()
    result = work()
    return result, (time.perf_counter() - start) * 1000


def most_memory(*, children: bool = False) -> int:
    """Return the most memory that this process, or the largest of its children, has had, in MB."""
    import resource  # noqa: PLC0415  not on Windows

    whose = resource.RUSAGE_CHILDREN if children else resource.RUSAGE_SELF
    return resource.getrusage(whose).ru_maxrss // 1024


def measure(count: int) -> list[str]:
    """Return a row of the table."""
    card = load_card()
    with TemporaryDirectory() as place:
        folder = Path(place, "scans")
        folder.mkdir()
        subprocess.run([sys.executable, __file__, "fill", str(folder), str(count)], check=True)
        files, reading = milliseconds(lambda: RegionReading().read([folder]))
        source, laying = milliseconds(lambda: laid_together(files, card, DAY, Choices()))
        memory = most_memory()
        working, _ = milliseconds(lambda: working_version(source))
        kept = Path(place, "kept")
        shared = shared_version(source, kept, DAY)

        def written(version: object, kind: Kind) -> float:
            targets = {kind: Path(place, f"uit{kind.value}")}
            return milliseconds(lambda: Writing().write(version, targets, kept))[1]

        spreadsheet = written(working, Kind.SPREADSHEET)
        deelversie = written(shared, Kind.PDF)
        pdf = written(working, Kind.PDF) if count <= LARGEST_PDF else None
        times = [f"{figure:,.0f}" for figure in (reading, laying)]
        outputs = ["-" if figure is None else f"{figure:,.0f}" for figure in (spreadsheet, deelversie, pdf)]
        typesetter = f"{most_memory()} + {most_memory(children=True)}"
    return [f"{count:,}", *times, str(memory), *outputs, typesetter]


def main(*arguments: str) -> None:
    """Fill a folder, measure one size, or print the table of all."""
    match arguments:
        case ["fill", folder, count]:
            fill(Path(folder), int(count))
        case ["measure", count]:
            print("\t".join(measure(int(count))))
        case _:
            print("| " + " | ".join(HEADS) + " |\n|" + " ---: |" * len(HEADS), flush=True)
            for size in SIZES:
                command = [sys.executable, __file__, "measure", str(size)]
                done = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
                print("| " + " | ".join(done.stdout.strip().split("\t")) + " |", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
