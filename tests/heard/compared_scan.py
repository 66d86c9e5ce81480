"""`compared_scan.py FILE` writes a scan with a previous one, in which something was agreed on 5 and on 7."""

import datetime as dt
import sys
from pathlib import Path

from msgspec.structs import replace

from vpt_desktop.domain.earlier_scans import AnsweredScan, following
from vpt_desktop.domain.scan import Answer, new_scan
from vpt_desktop.resources import load_card
from vpt_desktop.storage.scan_file import encode_scan


def main(path: str) -> None:
    card = load_card()
    before = replace(new_scan(dt.date(2025, 3, 1)), organisation="Gemeente Oss").with_tick(1, ticked=True)
    before = before.with_answer(5, Answer(note="Formulier maken.", who="HR"))
    before = before.with_answer(7, Answer(note="Cursus plannen.", due="1 mei"))
    scan = following(AnsweredScan(before, card.texts), dt.date(2026, 3, 1)).with_tick(5, ticked=True)
    Path(path).write_bytes(encode_scan(scan, card))


if __name__ == "__main__":
    main(*sys.argv[1:])
