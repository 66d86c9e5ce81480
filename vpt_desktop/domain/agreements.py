"""What becomes of the agreements of the previous scan: outcome, remark, and those that go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from vpt_desktop.domain.comparison import place_of
from vpt_desktop.domain.earlier_scan import Agreement, Outcome
from vpt_desktop.domain.scan import TEXT_LIMIT, Scan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vpt_desktop.domain.earlier_scan import EarlierScan


class PreviousAgreement(Struct, frozen=True):
    """An agreement of the previous scan, beside this scan's card and answer."""

    agreement: Agreement
    text: str
    """The statement as it read then."""

    number: int | None
    """Its number (1-10) now; None if the card does not have it in these words."""

    is_carried: bool
    """Whether this year's note holds it, so that it cannot be carried again."""

    is_older: bool
    """Whether it was agreed in a year before that of the previous scan."""

    asks_another_look: bool
    """Whether it is settled while the statement is open, so that the tick may be out of date."""


def previous_agreements(scan: Scan, texts: Sequence[str]) -> Iterator[PreviousAgreement]:
    """Yield the agreements of the previous scan of `scan`, in order; `texts` are the card's statements."""
    previous = scan.previous
    for agreement in previous.agreements if previous else ():
        text = previous.texts[agreement.statement - 1] if previous else ""
        number = place_of(text, agreement.statement, texts)
        answer = None if number is None else scan.answer(number)
        yield PreviousAgreement(
            agreement=agreement,
            text=text,
            number=number,
            is_older=previous is not None and agreement.since < previous.date.year,
            is_carried=answer is not None and agreement.carried and agreement.note.strip() in answer.note,
            asks_another_look=answer is not None
            and agreement.outcome is Outcome.SETTLED
            and not answer.ticked,
        )


def with_outcome(scan: Scan, statement: int, outcome: Outcome | None) -> Scan:
    """Return `scan` with what became of the agreement on `statement` (1-10, of the previous scan).

    Raises:
        KeyError: there is no such agreement.
    """
    return _with_agreement(scan, replace(_previous(scan).agreement(statement), outcome=outcome))


def with_remark(scan: Scan, statement: int, remark: str) -> Scan:
    """Return `scan` with another remark on the agreement on `statement`; KeyError if there is none."""
    return _with_agreement(scan, replace(_previous(scan).agreement(statement), remark=remark))


def carried_note(note: str, agreement: Agreement, mark: str) -> str:
    """Return `note` with the text of `agreement` below it, and `mark`, which says since when, behind that.

    The mark is not written again where the text has it.
    """
    text = agreement.note.strip()
    if mark not in text:
        text = f"{text} {mark}".strip()
    return f"{note.rstrip()}\n{text}" if note.strip() else text


def with_carried(scan: Scan, statement: int, texts: Sequence[str], mark: str) -> Scan:
    """Return `scan` with the agreement on `statement` (of the previous scan) added to this year's note.

    Who it was comes along where nobody is named yet, the date does not: that has to be agreed again. Nothing
    changes where the agreement is carried already.

    Args:
        scan: the open scan.
        statement: the agreement's number (1-10) on the card of that time.
        texts: the statements of the card.
        mark: what says since when, such as `(sinds 2025)`.

    Raises:
        KeyError: there is no such agreement, or the card has no such statement.
        ValueError: the note would be longer than `TEXT_LIMIT`.
    """
    for each in previous_agreements(scan, texts):
        if each.agreement.statement == statement and each.number is not None:
            break
    else:
        raise KeyError(statement)
    if each.is_carried:
        return scan
    answer = scan.answer(each.number)
    note = carried_note(answer.note, each.agreement, mark)
    if len(note) > TEXT_LIMIT:
        raise ValueError(len(note))
    answer = replace(answer, note=note, who=answer.who if answer.who.strip() else each.agreement.who)
    return _with_agreement(scan.with_answer(each.number, answer), replace(each.agreement, carried=True))


def _previous(scan: Scan) -> EarlierScan:
    if scan.previous is None:
        raise KeyError("no previous scan")
    return scan.previous


def _with_agreement(scan: Scan, agreement: Agreement) -> Scan:
    changed = _previous(scan).with_agreement(agreement)
    return replace(scan, earlier=tuple(changed if each.key == changed.key else each for each in scan.earlier))
