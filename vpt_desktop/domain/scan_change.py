"""What differs between two scans: of a character typed in a long note, that character only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from vpt_desktop.domain.text_change import Piece, piece_between

if TYPE_CHECKING:
    from collections.abc import Collection

    from vpt_desktop.domain.earlier_scan import EarlierScan
    from vpt_desktop.domain.scan import Scan


class _Values(Struct, frozen=True):
    """Two values that are no texts."""

    before: object
    after: object

    def done(self, _before: object) -> object:
        return self.after

    def undone(self, _after: object) -> object:
        return self.before


_Fields = dict[str, Piece | _Values]
"""What differs, by the name of the field."""


class ScanChange(Struct, frozen=True):
    """The way from one scan to another, and back."""

    details: _Fields
    account_manager: _Fields
    answers: dict[int, _Fields]
    """By the number of the statement, 1-10."""

    agreements: dict[int, _Fields]
    """Of the last earlier scan, by the number of the statement, where nothing else of it differs."""

    def done(self, before: Scan) -> Scan:
        """Return the second scan, given the first."""
        return self._applied(before, "done")

    def undone(self, after: Scan) -> Scan:
        """Return the first scan, given the second."""
        return self._applied(after, "undone")

    def _applied(self, scan: Scan, way: str) -> Scan:
        for number, fields in self.answers.items():
            answer = scan.answer(number)
            scan = scan.with_answer(number, replace(answer, **_values(fields, answer, way)))
        for number, fields in self.agreements.items():
            *older, last = scan.earlier
            agreement = last.agreement(number)
            last = last.with_agreement(replace(agreement, **_values(fields, agreement, way)))
            scan = replace(scan, earlier=(*older, last))
        manager = scan.account_manager
        manager = replace(manager, **_values(self.account_manager, manager, way))
        return replace(scan, account_manager=manager, **_values(self.details, scan, way))


def change_between(before: Scan, after: Scan) -> ScanChange:
    """Return what differs between two scans."""
    pairs = enumerate(zip(before.answers, after.answers, strict=True), 1)
    agreements = _agreements(before.earlier, after.earlier)
    apart = ("account_manager", "answers", *(("earlier",) if agreements else ()))
    return ScanChange(
        details=_differences(before, after, without=apart),
        account_manager=_differences(before.account_manager, after.account_manager),
        answers={number: _differences(*pair) for number, pair in pairs if pair[0] != pair[1]},
        agreements=agreements,
    )


def _agreements(before: tuple[EarlierScan, ...], after: tuple[EarlierScan, ...]) -> dict[int, _Fields]:
    """Return what differs in the agreements, empty if something else differs too or nothing does."""
    if not (before and after) or before is after:
        return {}
    pairs = list(zip(before[-1].agreements, after[-1].agreements, strict=False))
    fields = {one.statement: _differences(one, other) for one, other in pairs if one != other}
    changed = before[-1]
    for one, other in pairs:
        changed = changed.with_agreement(other) if one.statement == other.statement else changed
    return fields if (*before[:-1], changed) == after else {}


def _differences(before: Struct, after: Struct, without: Collection[str] = ()) -> _Fields:
    found: _Fields = {}
    for name in before.__struct_fields__:
        first, second = getattr(before, name), getattr(after, name)
        if name in without or first == second:
            continue
        is_text = isinstance(first, str) and isinstance(second, str)
        found[name] = piece_between(first, second) if is_text else _Values(first, second)
    return found


def _values(fields: _Fields, of: Struct, way: str) -> dict[str, object]:
    """Return the values of the fields that differ on one side of a change, given the other side."""
    return {name: getattr(field, way)(getattr(of, name)) for name, field in fields.items()}
