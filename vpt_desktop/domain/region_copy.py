"""A scan as it is sent to the region: what was ticked and when, and nothing that was typed but the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from vpt_desktop.domain.scan import Answer, Scan

if TYPE_CHECKING:
    from vpt_desktop.domain.earlier_scan import EarlierScan


def region_copy(scan: Scan) -> Scan:
    """Return `scan` with its id, date, organisation and ticks, and of its earlier scans id, date and ticks.

    Notes, who, when, agreements, participants, leader and account manager are left out.
    """
    return Scan(
        date=scan.date,
        organisation=scan.organisation,
        answers=tuple(Answer(ticked=answer.ticked) for answer in scan.answers),
        id=scan.id,
        saved=scan.saved,
        earlier=tuple(map(_without_agreements, scan.earlier)),
        region_copy=True,
    )


def _without_agreements(earlier: EarlierScan) -> EarlierScan:
    return replace(earlier, agreements=())
