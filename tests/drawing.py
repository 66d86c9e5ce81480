"""Scans drawn as ten boxes, so that a test shows the state it speaks of."""

import datetime as dt

from vpt_desktop.domain.scan import Answer, Scan

DAY = dt.date(2026, 11, 23)


def scan_of(drawing: str) -> Scan:
    """Return the scan that is ticked as drawn, statement 1 first, such as `☑☑☐☐☐☐☐☐☐☑`."""
    assert len(drawing) == 10
    return Scan(date=DAY, answers=tuple(Answer(ticked=mark == "☑") for mark in drawing))


def drawing_of(scan: Scan) -> str:
    """Return the drawing of a scan's ticks."""
    return "".join("☑" if answer.ticked else "☐" for answer in scan.answers)
