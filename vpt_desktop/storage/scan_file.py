"""Scans as `.vpt` files: JSON that people can read, described in docs/bestandsformaat.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import asdict, replace

from vpt_desktop.domain.earlier_scan import Agreement
from vpt_desktop.domain.earlier_scans import AnsweredScan
from vpt_desktop.domain.scan import TEXT_LIMIT, AccountManager, Answer, Scan
from vpt_desktop.errors import OpenError, OtherVersionError, TextTooLongError
from vpt_desktop.storage.file_reading import read_file
from vpt_desktop.storage.json_fault import content_fault
from vpt_desktop.storage.json_file import ADVICE, decode_document
from vpt_desktop.storage.scan_form import FORMAT, KINDS, ScanFile2, fault_in
from vpt_desktop.storage.written_scan import file_of, scan_in

if TYPE_CHECKING:
    from pathlib import Path

    from vpt_desktop.domain.card import Card

_OTHER_CARD = (
    "het is ingevuld op een andere kaart dan die van deze versie van VPT Desktop",
    "dus open het met de versie waarmee het is gemaakt",
)

_NO_STATEMENTS = (
    "het is ingevuld op een andere kaart, en dit oudere bestand zegt niet met welke stellingen",
    "dus vergelijk met een andere scan",
)

_OTHER_STATEMENTS = "de stellingen zijn niet die van de kaart"

_Texts = TypeVar("_Texts", Scan, AccountManager, Answer, Agreement)


class CardScan(Struct, frozen=True):
    """A scan as its file has it."""

    card: str
    """The identity of the card that it was filled in on."""

    scan: Scan
    texts: tuple[str, ...] = ()
    """The statements of that card, empty in a file of version 1."""


def encode_scan(scan: Scan, card: Card) -> bytes:
    """Return the content of a file with `scan`, filled in on `card`.

    A lone half of a surrogate pair, which UTF-8 cannot encode, becomes U+FFFD.

    Raises:
        TextTooLongError: a text is longer than `TEXT_LIMIT`, so that the file could not be read back.
    """
    content = msgspec.json.format(msgspec.json.encode(file_of(scan, card))) + b"\n"
    try:
        msgspec.json.decode(content, type=ScanFile2)
    except msgspec.ValidationError as error:
        raise TextTooLongError(content_fault(error)) from error
    return content


def shortened(scan: Scan) -> Scan:
    """Return `scan` with only as much of each text as a file can hold."""

    def cut(struct: _Texts) -> _Texts:
        texts = {name: text for name, text in asdict(struct).items() if isinstance(text, str)}
        return replace(struct, **{name: text[:TEXT_LIMIT] for name, text in texts.items()})

    answers = tuple(map(cut, scan.answers))
    earlier = tuple(replace(each, agreements=tuple(map(cut, each.agreements))) for each in scan.earlier)
    return replace(cut(scan), account_manager=cut(scan.account_manager), answers=answers, earlier=earlier)


def decode_scan(content: bytes, card: Card, path: Path) -> Scan:
    """Return the scan in `content`; `path` is for the errors only.

    Raises:
        OpenError: it is no scan; the sentence has what is wrong and where.
        OtherVersionError: it is of a newer version of the format, or of another card than `card`.
    """
    found = decode_scan_of_any_card(content, path)
    if found.card != card.identity:
        raise OtherVersionError(path, *_OTHER_CARD)
    return _answered(found, card, path).scan


def decode_scan_of_any_card(content: bytes, path: Path) -> CardScan:
    """Return the scan in `content`, with the card that it was filled in on.

    Raises:
        OpenError, OtherVersionError: as `decode_scan` does, but for the card.
    """
    document = decode_document(content, KINDS, FORMAT, path)
    if fault := fault_in(document):
        raise OpenError(path, fault, ADVICE)
    texts = document.statements if isinstance(document, ScanFile2) else ()
    return CardScan(document.card, scan_in(document), texts)


def decode_previous_scan(content: bytes, card: Card, path: Path) -> AnsweredScan:
    """Return the scan in `content`, of any card, with its statements, to compare one of `card` with it.

    Raises:
        OpenError, OtherVersionError: as `decode_scan` does; of another card, only if its statements are not
            in the file.
    """
    return _answered(decode_scan_of_any_card(content, path), card, path)


def _answered(found: CardScan, card: Card, path: Path) -> AnsweredScan:
    if found.card != card.identity:
        if not found.texts:
            raise OtherVersionError(path, *_NO_STATEMENTS)
        return AnsweredScan(found.scan, found.texts)
    if found.texts not in {(), card.texts}:
        raise OpenError(path, _OTHER_STATEMENTS, ADVICE)
    return AnsweredScan(found.scan, card.texts)


def read_scan(path: Path, card: Card) -> Scan:
    """Return the scan in the file at `path`; raises as `decode_scan`, and OpenError if it cannot be read."""
    return decode_scan(read_file(path), card, path)


def read_previous_scan(path: Path, card: Card) -> AnsweredScan:
    """Return what `decode_previous_scan` does of the file at `path`; OpenError if it cannot be read."""
    return decode_previous_scan(read_file(path), card, path)
