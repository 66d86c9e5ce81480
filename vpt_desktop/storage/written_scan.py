"""A scan in the form in which a file has it, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import asdict

from vpt_desktop.domain.earlier_scan import Agreement, EarlierScan
from vpt_desktop.domain.scan import AccountManager, Answer, Scan
from vpt_desktop.storage.scan_form import (
    FORMAT,
    VERSION,
    ScanFile,
    ScanFile2,
    WrittenAgreement,
    WrittenAnswer,
    WrittenEarlier,
    WrittenManager,
    WrittenScan2,
)

if TYPE_CHECKING:
    from vpt_desktop.domain.card import Card


def file_of(scan: Scan, card: Card) -> ScanFile2:
    """Return the file of `scan`, filled in on `card`; half a surrogate pair becomes U+FFFD."""
    manager = scan.account_manager
    written = WrittenScan2(
        id=scan.id,
        saved=scan.saved,
        region_copy=scan.region_copy,
        date=scan.date,
        organisation=_valid(scan.organisation),
        participants=_valid(scan.participants),
        leader=_valid(scan.leader),
        account_manager=WrittenManager(
            name=_valid(manager.name), phone=_valid(manager.phone), email=_valid(manager.email)
        ),
        answers=tuple(
            WrittenAnswer(number, answer.ticked, _valid(answer.note), _valid(answer.who), _valid(answer.due))
            for number, answer in enumerate(scan.answers, 1)
        ),
        earlier=tuple(map(_written_earlier, scan.earlier)),
    )
    return ScanFile2(FORMAT, VERSION, card.identity, card.texts, written)


def scan_in(file: ScanFile | ScanFile2) -> Scan:
    """Return the scan in a file without faults."""
    written = file.scan
    manager = written.account_manager
    scan = Scan(
        date=written.date,
        organisation=written.organisation,
        participants=written.participants,
        leader=written.leader,
        account_manager=AccountManager(name=manager.name, phone=manager.phone, email=manager.email),
        answers=tuple(
            Answer(ticked=answer.ticked, note=answer.note, who=answer.who, due=answer.due)
            for answer in written.answers
        ),
    )
    if not isinstance(written, WrittenScan2):
        return msgspec.structs.replace(scan, id=_id_of(file))
    return msgspec.structs.replace(
        scan,
        id=written.id,
        saved=written.saved,
        region_copy=written.region_copy,
        earlier=tuple(map(_earlier, written.earlier)),
    )


def _id_of(file: ScanFile | ScanFile2) -> str:
    """Return an id that equal files of version 1, which have none, have in common."""
    import hashlib  # noqa: PLC0415  needed for a file of version 1, not for the window to open

    return hashlib.sha256(msgspec.json.encode(file)).hexdigest()[:32]


def _valid(text: str) -> str:
    """Return `text` in a form that UTF-8 can encode: surrogate pairs joined, a lone half as U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _written_earlier(scan: EarlierScan) -> WrittenEarlier:
    return WrittenEarlier(
        id=scan.id,
        saved=scan.saved,
        date=scan.date,
        statements=scan.texts,
        ticks=scan.ticks,
        agreements=tuple(
            WrittenAgreement(
                statement=each.statement,
                since=each.since,
                note=_valid(each.note),
                who=_valid(each.who),
                due=_valid(each.due),
                outcome=each.outcome,
                remark=_valid(each.remark),
                carried=each.carried,
            )
            for each in scan.agreements
        ),
    )


def _earlier(written: WrittenEarlier) -> EarlierScan:
    return EarlierScan(
        id=written.id,
        date=written.date,
        texts=written.statements,
        ticks=written.ticks,
        saved=written.saved,
        agreements=tuple(Agreement(**asdict(each)) for each in written.agreements),
    )
