"""Which earlier scans a scan is compared with: how one comes in, and goes."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from vpt_desktop.domain.earlier_scan import EARLIER_LIMIT, Agreement, EarlierScan
from vpt_desktop.domain.organisation_name import name_key
from vpt_desktop.domain.scan import Scan, new_id

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator


class AnsweredScan(Struct, frozen=True):
    """A scan with the statements that it answers, which may be those of another card."""

    scan: Scan
    texts: tuple[str, ...]


class Arrival(Enum):
    """What happens to a scan that was chosen as an earlier one."""

    ADDED = "added"
    RENEWED = "renewed"
    """It was there, and has changed since; outcomes of agreements that are the same stay, and what a copy for
    the region does not say."""

    PRESENT = "present"
    """It is there already, and nothing changes."""

    SAME = "same"
    """It is the open scan itself, and nothing changes."""

    LATER = "later"
    """It is later than the open scan, which is an earlier one of it; nothing changes."""

    TOO_OLD = "too_old"
    """As many as can be are there, all of them newer, and nothing changes."""


class Organisation(Enum):
    """Whose scan it is that was chosen as an earlier one."""

    SAME = "same"
    OTHER = "other"
    UNNAMED = "unnamed"
    """One of the two does not say."""


class Addition(Struct, frozen=True):
    """What comes of choosing an earlier scan; `scan` is the open one as it then is."""

    arrival: Arrival
    scan: Scan
    organisation: Organisation
    dropped: tuple[EarlierScan, ...] = ()
    """The oldest ones, which had to go."""

    is_same_day: bool = False
    """Whether both are of one day, so that the times of saving say which is the earlier."""


def as_earlier(scan: Scan, texts: tuple[str, ...]) -> EarlierScan:
    """Return `scan`, which answers the statements `texts`, as a later one takes it along."""
    return EarlierScan(
        id=scan.id,
        date=scan.date,
        texts=texts,
        ticks=tuple(answer.ticked for answer in scan.answers),
        saved=scan.saved,
        agreements=tuple(_agreements(scan, texts)),
    )


def add_previous(scan: Scan, chosen: AnsweredScan) -> Addition:
    """Return what comes of choosing another scan as an earlier one of `scan`; its own earlier ones come too.

    Where the open scan was not saved yet, it is the later of two of one day.
    """
    other = chosen.scan
    organisation = _whose(scan.organisation, other.organisation)
    new = as_earlier(other, chosen.texts)
    is_same_day = other.date == scan.date

    def unchanged(arrival: Arrival) -> Addition:
        return Addition(arrival, scan, organisation, is_same_day=is_same_day)

    if new.key == (scan.id, scan.date):
        return unchanged(Arrival.SAME)
    saved_later = other.saved is not None and scan.saved is not None and other.saved > scan.saved
    if other.date > scan.date or (is_same_day and saved_later):
        return unchanged(Arrival.LATER)
    present = next((each for each in scan.earlier if each.key == new.key), None)
    if present is not None and other.lacks_agreements:
        new = _agreed_as(present, new)
    elif present is not None:
        new = _settled_as(present, new)
    older = (each for each in other.earlier if each.age < new.age)
    earlier, dropped = _kept([*older, *scan.earlier, new], scan)
    if new.key not in {each.key for each in earlier}:
        return unchanged(Arrival.TOO_OLD)
    if [replace(each, saved=None) for each in earlier] == [
        replace(each, saved=None) for each in scan.earlier
    ]:
        return unchanged(Arrival.PRESENT)
    known = {each.key for each in scan.earlier}
    return Addition(
        Arrival.ADDED if present is None else Arrival.RENEWED,
        replace(scan, earlier=earlier),
        organisation,
        tuple(each for each in dropped if each.key in known),
        is_same_day,
    )


def without_earlier(scan: Scan, gone: EarlierScan) -> Scan:
    """Return `scan` without one of its earlier scans."""
    return replace(scan, earlier=tuple(each for each in scan.earlier if each.key != gone.key))


def following(scan: AnsweredScan, date: dt.date) -> Scan:
    """Return a new scan after another, of `date` or of the day of that one if it is later.

    Organisation, leader and account manager come along, and it is compared with the other and its earlier
    ones; nothing is ticked or noted.
    """
    before = scan.scan
    new = Scan(
        date=max(date, before.date),
        organisation=before.organisation,
        leader=before.leader,
        account_manager=before.account_manager,
        id=new_id(),
    )
    previous = as_earlier(before, scan.texts)
    older = (each for each in before.earlier if each.date <= before.date and each.key != previous.key)
    earlier, _dropped = _kept([*older, previous], new)
    return replace(new, earlier=earlier)


def _agreements(scan: Scan, texts: tuple[str, ...]) -> Iterator[Agreement]:
    for number in scan.open_points:
        answer = scan.answer(number)
        if any(text.strip() for text in (answer.note, answer.who, answer.due)):
            yield Agreement(
                number, _since(scan, texts[number - 1], answer.note), answer.note, answer.who, answer.due
            )


def _since(scan: Scan, text: str, note: str) -> int:
    """Return since when there is the agreement in `note`, on statement `text`: earlier if it was carried."""
    previous = scan.previous
    carried = (
        agreement.since
        for agreement in (previous.agreements if previous else ())
        if agreement.carried and previous and previous.texts[agreement.statement - 1] == text
        if agreement.note.strip() in note
    )
    return min((scan.date.year, *carried))


def _whose(one: str, other: str) -> Organisation:
    one, other = name_key(one), name_key(other)
    if not (one and other):
        return Organisation.UNNAMED
    return Organisation.SAME if one == other else Organisation.OTHER


def _settled_as(present: EarlierScan, new: EarlierScan) -> EarlierScan:
    """Return `new` with the outcomes that `present`, an older state of it, has of the same agreements."""
    for old in present.agreements:
        for agreement in new.agreements:
            if _said(old) == _said(agreement):
                new = new.with_agreement(old)
    return new


def _agreed_as(present: EarlierScan, new: EarlierScan) -> EarlierScan:
    """Return `new`, of a copy without agreements, with those of `present` on what is open in it."""
    agreements = (each for each in present.agreements if not new.ticks[each.statement - 1])
    return replace(new, agreements=tuple(agreements))


def _said(agreement: Agreement) -> tuple[int, str, str, str]:
    return agreement.statement, agreement.note, agreement.who, agreement.due


def _kept(
    scans: Iterable[EarlierScan], scan: Scan
) -> tuple[tuple[EarlierScan, ...], tuple[EarlierScan, ...]]:
    """Return which of `scans`, of equal ones the last, `scan` keeps, and which drop off; from old to new.

    Only the newest keeps its agreements.
    """
    distinct = {each.key: each for each in scans if each.key != (scan.id, scan.date)}
    ordered = sorted(distinct.values(), key=lambda each: each.age)
    *older, last = ordered
    kept = (*(replace(each, agreements=()) for each in older), last)
    return kept[-EARLIER_LIMIT:], tuple(ordered[:-EARLIER_LIMIT])
