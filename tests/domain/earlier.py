"""Earlier scans for tests, drawn as ten boxes."""

import datetime as dt

from msgspec.structs import replace

from tests.drawing import scan_of
from vpt_desktop.domain.earlier_scan import EarlierScan
from vpt_desktop.domain.earlier_scans import as_earlier
from vpt_desktop.domain.scan import Scan

TEXTS = tuple(f"Stelling {number}." for number in range(1, 11))


def scan_in(year: int, drawing: str = "☐☐☐☐☐☐☐☐☐☐") -> Scan:
    """Return the scan of 1 March in `year`, ticked as drawn; the year is its id."""
    return replace(scan_of(drawing), date=dt.date(year, 3, 1), id=f"{year:032}", organisation="Gemeente Oss")


def earlier_in(year: int, drawing: str = "☐☐☐☐☐☐☐☐☐☐") -> EarlierScan:
    """Return the same as an earlier scan."""
    return as_earlier(scan_in(year, drawing), TEXTS)
