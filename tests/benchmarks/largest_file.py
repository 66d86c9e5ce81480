"""Times opening the largest file of a scan: all texts at their limit, in characters that JSON escapes.

`largest_file.py COUNT` prints that many times the milliseconds of reading it as a scan, and then those of
json.loads() on its content, on a line each.
"""

import datetime as dt
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from msgspec.structs import replace

from vpt_desktop.domain.card import STATEMENT_COUNT, STATEMENT_LIMIT
from vpt_desktop.domain.earlier_scan import EARLIER_LIMIT, NO_ID, Agreement, EarlierScan
from vpt_desktop.domain.scan import TEXT_LIMIT, AccountManager, Answer, Scan
from vpt_desktop.resources import load_card
from vpt_desktop.storage.scan_file import encode_scan, read_scan


def largest_scan() -> Scan:
    """Return a scan with texts of six bytes a character, everywhere that a text can be, of two years."""
    text, statements = "\x01" * TEXT_LIMIT, ("\x01" * STATEMENT_LIMIT,) * STATEMENT_COUNT
    agreements = tuple(
        Agreement(number, 2025, text, text, text, remark=text) for number in range(1, STATEMENT_COUNT + 1)
    )
    earlier = [
        EarlierScan(NO_ID, dt.date(year, 11, 20), statements, (False,) * STATEMENT_COUNT)
        for year in range(2026 - EARLIER_LIMIT, 2026)
    ]
    return Scan(
        date=dt.date(2026, 11, 23),
        organisation=text,
        participants=text,
        leader=text,
        account_manager=AccountManager(text, text, text),
        answers=(Answer(ticked=True, note=text, who=text, due=text),) * STATEMENT_COUNT,
        earlier=(*earlier[:-1], replace(earlier[-1], agreements=agreements)),
    )


def main(count: str) -> None:
    card = load_card()
    content = encode_scan(largest_scan(), card)
    with TemporaryDirectory() as folder:
        path = Path(folder, "scan.vpt")
        path.write_bytes(content)
        for _ in range(int(count)):
            start = perf_counter()
            read_scan(path, card)
            print((perf_counter() - start) * 1000)
            start = perf_counter()
            json.loads(content)
            print((perf_counter() - start) * 1000)


if __name__ == "__main__":
    main(*sys.argv[1:])
