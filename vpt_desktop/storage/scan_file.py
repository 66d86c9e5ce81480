"""Scans as `.vpt` files: JSON that people can read, described in docs/bestandsformaat.md."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Annotated, TypeVar

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import asdict, replace

from vpt_desktop.domain.card import STATEMENT_COUNT
from vpt_desktop.domain.scan import TEXT_LIMIT, AccountManager, Answer, Scan
from vpt_desktop.errors import OpenError, OtherVersionError, TextTooLongError
from vpt_desktop.storage.file_reading import read_file
from vpt_desktop.storage.json_fault import content_fault
from vpt_desktop.storage.json_file import ADVICE, Head, decode_document

if TYPE_CHECKING:
    from pathlib import Path

    from vpt_desktop.domain.card import Card

_HEAD = Head(format="vpt-scan", version=1)

_OTHER_CARD = (
    "het is ingevuld op een andere kaart dan die van deze versie van VPT Desktop",
    "dus open het met de versie waarmee het is gemaakt",
)

_Texts = TypeVar("_Texts", Scan, AccountManager, Answer)

_Text = Annotated[str, Meta(max_length=TEXT_LIMIT)]


class _Answer(Struct, forbid_unknown_fields=True):
    statement: Annotated[int, Meta(ge=1, le=STATEMENT_COUNT)]
    ticked: bool
    note: _Text
    who: _Text
    due: _Text


class _AccountManager(Struct, forbid_unknown_fields=True):
    name: _Text
    phone: _Text
    email: _Text


class _Scan(Struct, forbid_unknown_fields=True):
    date: dt.date
    organisation: _Text
    participants: _Text
    leader: _Text
    account_manager: _AccountManager
    answers: tuple[_Answer, ...]


class _ScanFile(Head, forbid_unknown_fields=True):
    card: str
    scan: _Scan


def encode_scan(scan: Scan, card: Card) -> bytes:
    """Return the content of a file with `scan`, filled in on `card`.

    A lone half of a surrogate pair, which UTF-8 cannot encode, becomes U+FFFD.

    Raises:
        TextTooLongError: a text is longer than `TEXT_LIMIT`, so that the file could not be read back.
    """
    document = _ScanFile(_HEAD.format, _HEAD.version, card.identity, _to_file(scan))
    content = msgspec.json.format(msgspec.json.encode(document)) + b"\n"
    try:
        msgspec.json.decode(content, type=_ScanFile)
    except msgspec.ValidationError as error:
        raise TextTooLongError(content_fault(error)) from error
    return content


def shortened(scan: Scan) -> Scan:
    """Return `scan` with only as much of each text as a file can hold."""

    def cut(struct: _Texts) -> _Texts:
        texts = {name: text for name, text in asdict(struct).items() if isinstance(text, str)}
        return replace(struct, **{name: text[:TEXT_LIMIT] for name, text in texts.items()})

    answers = tuple(map(cut, scan.answers))
    return replace(cut(scan), account_manager=cut(scan.account_manager), answers=answers)


def decode_scan(content: bytes, card: Card, path: Path) -> Scan:
    """Return the scan in `content`; `path` is for the errors only.

    Raises:
        OpenError: it is no scan; the sentence has what is wrong and where.
        OtherVersionError: it is of a newer version of the format, or of another card than `card`.
    """
    identity, scan = decode_scan_of_any_card(content, path)
    if identity != card.identity:
        raise OtherVersionError(path, *_OTHER_CARD)
    return scan


def decode_scan_of_any_card(content: bytes, path: Path) -> tuple[str, Scan]:
    """Return the scan in `content` and the identity of the card that it was filled in on.

    Raises:
        OpenError, OtherVersionError: as `decode_scan` does, but for the card.
    """
    document = decode_document(content, _ScanFile, _HEAD, path)
    if fault := _numbering_fault([answer.statement for answer in document.scan.answers]):
        raise OpenError(path, fault, ADVICE)
    return document.card, _from_file(document.scan)


def read_scan(path: Path, card: Card) -> Scan:
    """Return the scan in the file at `path`; raises as `decode_scan`, and OpenError if it cannot be read."""
    return decode_scan(read_file(path), card, path)


def _numbering_fault(numbers: list[int]) -> str | None:
    """Return what is wrong with the numbers of the answered statements, None if nothing is."""
    times = Counter(numbers)
    for number in range(1, STATEMENT_COUNT + 1):
        if not times[number]:
            return f"stelling {number} ontbreekt"
        if times[number] > 1:
            return f"stelling {number} staat er {times[number]} keer in"
    return None if numbers == sorted(numbers) else "de stellingen staan niet op volgorde"


def _valid(text: str) -> str:
    """Return `text` in a form that UTF-8 can encode: surrogate pairs joined, a lone half as U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _to_file(scan: Scan) -> _Scan:
    manager = scan.account_manager
    return _Scan(
        date=scan.date,
        organisation=_valid(scan.organisation),
        participants=_valid(scan.participants),
        leader=_valid(scan.leader),
        account_manager=_AccountManager(
            name=_valid(manager.name), phone=_valid(manager.phone), email=_valid(manager.email)
        ),
        answers=tuple(
            _Answer(number, answer.ticked, _valid(answer.note), _valid(answer.who), _valid(answer.due))
            for number, answer in enumerate(scan.answers, 1)
        ),
    )


def _from_file(written: _Scan) -> Scan:
    manager = written.account_manager
    return Scan(
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
