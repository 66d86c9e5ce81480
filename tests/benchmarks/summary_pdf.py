"""Times the summary as PDF.

`summary_pdf.py COUNT [LENGTH]` prints the milliseconds of that many summaries, no two alike, with a note of
LENGTH characters (0 if not given) at each statement. The first includes importing the report package and
Typst, as the first click on the program's button does.
"""

import datetime as dt
import sys
from time import perf_counter

from vpt_desktop.domain.card import STATEMENT_COUNT, Card
from vpt_desktop.domain.scan import Answer, Scan
from vpt_desktop.resources import load_card

PARAGRAPH = "Eén verantwoordelijke aanwijzen voor de opbouw van dossiers.\n\nEerst inventariseren.\n"


def some_scan(number: int, length: int) -> Scan:
    """Return a scan that differs from those of other numbers in name, date, notes and (below 1,024) ticks."""
    ticks = number * 37 % 1024
    note = (f"{number} {PARAGRAPH}" * length)[:length]
    return Scan(
        date=dt.date(2026, 11, 23) + dt.timedelta(days=number),
        organisation=f"Gemeente {number}",
        answers=tuple(Answer(ticked=bool(ticks >> place & 1), note=note) for place in range(STATEMENT_COUNT)),
    )


def time_summary(scan: Scan, card: Card) -> float:
    """Return how many milliseconds it takes from a scan to a PDF."""
    start = perf_counter()
    from vpt_desktop.report.summary import summary_document  # noqa: PLC0415  loading is part of the first
    from vpt_desktop.report.typesetting import typeset  # noqa: PLC0415

    typeset(summary_document(scan, card))
    return (perf_counter() - start) * 1000


def main(count: str, length: str = "0") -> None:
    card = load_card()
    for number in range(int(count)):
        print(time_summary(some_scan(number, int(length)), card))


if __name__ == "__main__":
    main(*sys.argv[1:])
