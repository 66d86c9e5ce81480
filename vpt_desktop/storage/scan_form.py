"""What stands in a `.vpt` file, version by version, and what is wrong with it that its types do not say."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from vpt_desktop.domain.card import STATEMENT_COUNT, STATEMENT_LIMIT
from vpt_desktop.domain.earlier_scan import EARLIER_LIMIT, Outcome
from vpt_desktop.domain.scan import TEXT_LIMIT
from vpt_desktop.storage.json_file import Head, prepare

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FORMAT = "vpt-scan"
VERSION = 2

Text = Annotated[str, Meta(max_length=TEXT_LIMIT)]

Id = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}\Z")]

Number = Annotated[int, Meta(ge=1, le=STATEMENT_COUNT)]

Moment = Annotated[dt.datetime, Meta(tz=True)]

Statements = Annotated[
    tuple[Annotated[str, Meta(min_length=1, max_length=STATEMENT_LIMIT)], ...],
    Meta(min_length=STATEMENT_COUNT, max_length=STATEMENT_COUNT),
]

_YEARS = range(1970, 9999)
"""In which a file can be saved: every clock can show a moment in them."""


class WrittenAnswer(Struct, forbid_unknown_fields=True):
    """The answer to one statement."""

    statement: Number
    ticked: bool
    note: Text
    who: Text
    due: Text


class WrittenManager(Struct, forbid_unknown_fields=True):
    """The account manager."""

    name: Text
    phone: Text
    email: Text


class WrittenAgreement(Struct, forbid_unknown_fields=True):
    """An agreement of the last earlier scan."""

    statement: Number
    since: Annotated[int, Meta(ge=dt.MINYEAR, le=dt.MAXYEAR)]
    note: Text
    who: Text
    due: Text
    outcome: Outcome | None
    remark: Text
    carried: bool


class WrittenEarlier(Struct, forbid_unknown_fields=True):
    """An earlier scan."""

    id: Id
    saved: Moment | None
    date: dt.date
    statements: Statements
    ticks: Annotated[tuple[bool, ...], Meta(min_length=STATEMENT_COUNT, max_length=STATEMENT_COUNT)]
    agreements: Annotated[tuple[WrittenAgreement, ...], Meta(max_length=STATEMENT_COUNT)]


class WrittenScan(Struct, forbid_unknown_fields=True):
    """A scan as version 1 has it."""

    date: dt.date
    organisation: Text
    participants: Text
    leader: Text
    account_manager: WrittenManager
    answers: tuple[WrittenAnswer, ...]


class WrittenScan2(Struct, forbid_unknown_fields=True):
    """A scan as version 2 has it."""

    id: Id
    saved: Moment | None
    region_copy: bool
    date: dt.date
    organisation: Text
    participants: Text
    leader: Text
    account_manager: WrittenManager
    answers: tuple[WrittenAnswer, ...]
    earlier: Annotated[tuple[WrittenEarlier, ...], Meta(max_length=EARLIER_LIMIT)]


class ScanFile(Head, forbid_unknown_fields=True):
    """A file of version 1."""

    card: str
    scan: WrittenScan


class ScanFile2(Head, forbid_unknown_fields=True):
    """A file of version 2."""

    card: str
    statements: Statements
    scan: WrittenScan2


KINDS: Mapping[int, type[ScanFile | ScanFile2]] = {1: ScanFile, VERSION: ScanFile2}
"""By version."""
prepare(*KINDS.values())


def fault_in(file: ScanFile | ScanFile2) -> str | None:
    """Return what is wrong in a file of which all fields are of their type, None if nothing is."""
    faults = [_numbering_fault([answer.statement for answer in file.scan.answers])]
    if isinstance(file, ScanFile2):
        faults += [_saving_fault(file.scan.saved), *_earlier_faults(file.scan.earlier)]
    return next(filter(None, faults), None)


def _numbering_fault(numbers: list[int]) -> str | None:
    """Return what is wrong with the numbers of the answered statements, None if nothing is."""
    times = Counter(numbers)
    for number in range(1, STATEMENT_COUNT + 1):
        if not times[number]:
            return f"stelling {number} ontbreekt"
        if times[number] > 1:
            return f"stelling {number} staat er {times[number]} keer in"
    return None if numbers == sorted(numbers) else "de stellingen staan niet op volgorde"


def _saving_fault(saved: dt.datetime | None) -> str | None:
    if saved is None or (saved.utcoffset() == dt.timedelta() and saved.year in _YEARS):
        return None
    return "het tijdstip van opslaan kan niet"


def _age(earlier: WrittenEarlier) -> tuple[dt.date, float]:
    return earlier.date, earlier.saved.timestamp() if earlier.saved else 0.0


def _earlier_faults(earlier: tuple[WrittenEarlier, ...]) -> Iterable[str | None]:
    yield from (_saving_fault(each.saved) for each in earlier)
    keys = [(each.id, each.date) for each in earlier]
    if len(set(keys)) < len(keys):
        yield "een eerdere scan staat er twee keer in"
    elif any(_age(later) < _age(older) for older, later in pairwise(earlier)):
        yield "de eerdere scans staan niet op volgorde"
    if any(each.agreements for each in earlier[:-1]):
        yield "alleen de laatste eerdere scan heeft afspraken"
    for each in earlier[-1:]:
        numbers = [agreement.statement for agreement in each.agreements]
        if numbers != sorted(set(numbers)):
            yield "de afspraken staan niet op volgorde"
        if any(each.ticks[number - 1] for number in numbers):
            yield "er is een afspraak bij een stelling die aangevinkt was"
