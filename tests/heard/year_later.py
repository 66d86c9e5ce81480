"""`year_later.py FILE` writes an empty scan of 2026 after one of 2025 with two agreements."""

import datetime as dt
import sys
from pathlib import Path

from vpt_desktop.domain.earlier_scans import AnsweredScan, following
from vpt_desktop.domain.scan import Answer, new_scan
from vpt_desktop.resources import load_card
from vpt_desktop.storage.scan_file import encode_scan


def main(file: Path) -> None:
    """Write the scan."""
    card = load_card()
    before = (
        new_scan(dt.date(2025, 3, 1))
        .with_answer(2, Answer(note="Lijst maken", who="Ans", due="1 mei"))
        .with_answer(5, Answer(note="Aangiftes tellen"))
    )
    after = following(AnsweredScan(before, card.texts), dt.date(2026, 3, 1))
    file.write_bytes(encode_scan(after, card))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
