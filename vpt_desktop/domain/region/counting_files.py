"""Which of an organisation's files counts in a region: its latest scan up to the reference date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from vpt_desktop.domain.region.region import Entry, State
from vpt_desktop.domain.region.region_file import Answers, Choices, RegionFile, RegionScan

_Order: TypeAlias = tuple[dt.date, str, tuple[bool, ...], tuple[str, ...]]


class CountingRules(Struct, frozen=True):
    """By what it is decided which files count."""

    card: str
    """The identity of the card that is counted."""

    texts: tuple[str, ...]
    """The card's statements."""

    day: dt.date
    """The reference date ("peildatum")."""

    choices: Choices
    joined: Mapping[str, str]
    """For each organisation that was joined by hand the one name for all that it was joined with."""

    def organisation_of(self, file: RegionFile) -> str:
        """Return whose scan a file is, equal for all that were joined."""
        own = self.choices.organisation_of(file)
        return self.joined.get(own, own)


class Candidate(Struct, frozen=True):
    """A file that may count, with the scan that it then counts with: its own, or one inside it."""

    file: RegionFile
    scan: RegionScan
    answers: Answers
    by_hand: bool
    is_different: bool
    """Whether it is of no other organisation by hand, whatever its name and id say."""

    @property
    def is_own(self) -> bool:
        """Whether it counts with its own scan."""
        return self.answers is self.scan.answers

    @property
    def has_agreements(self) -> bool:
        """Whether the file may hold agreements of the scan that it counts with."""
        return self.is_own and not self.scan.is_copy

    @property
    def scans(self) -> tuple[Answers, ...]:
        """All that the file holds."""
        return self.scan.answers, *self.scan.earlier


def candidate_of(file: RegionFile, rules: CountingRules) -> Candidate | State:
    """Return a file that may count, or the state of one that does not."""
    scan, by_hand = file.scan, file.key in rules.choices.taken_in
    if scan is None:
        return State.UNREADABLE
    if scan.card != rules.card or scan.answers.texts not in {(), rules.texts}:
        return State.OTHER_CARD
    if file.key in rules.choices.left_out:
        return State.LEFT_OUT
    if not (file.is_named or by_hand or rules.choices.organisation_of(file) in rules.joined):
        return State.NAMELESS
    answers = _answers_up_to(rules.day, scan, rules.texts)
    if answers is None and not by_hand:
        return State.AFTER
    return Candidate(file, scan, answers or scan.answers, by_hand, rules.choices.is_different(file))


def counted_of(candidates: Sequence[Candidate]) -> Candidate:
    """Return the one of an organisation's files, in the order of their keys, that counts.

    One that was taken in by hand goes first, then the latest; of one day a file's own scan before one inside
    another, then the one that was saved last. Of the files with that scan one with agreements goes before a
    copy without. Between equals all that an output shows decides, before the key does.
    """

    def latest(each: Candidate) -> tuple[bool, dt.date, bool, float, _Order, str]:
        date, own, saved = each.answers.date, each.is_own, each.scan.saved
        return each.by_hand, date, own, saved, by_age(each.answers), each.scan.organisation

    def best(each: Candidate) -> tuple[bool, bool, bool, float, _Order, str]:
        own, saved = each.is_own, each.scan.saved
        return each.by_hand, each.has_agreements, own, saved, by_age(each.answers), each.scan.organisation

    newest = max(candidates, key=latest)
    return max((each for each in candidates if is_same(each.answers, newest.answers)), key=best)


def is_same(one: Answers, other: Answers) -> bool:
    """Return whether two files hold one scan; one that was saved without an id may be any of that day."""
    same_id = one.id == other.id or not (one.id and other.id)
    return same_id and (one.date, one.ticks) == (other.date, other.ticks)


def entry_of(candidate: Candidate, counted: Candidate) -> Entry:
    """Return what happens to a file of the organisation that `counted` counts for."""
    if candidate is counted:
        state = State.COUNTS
    elif is_same(candidate.answers, counted.answers):
        state = State.DUPLICATE
    elif counted.by_hand and not candidate.by_hand:
        state = State.LEFT_OUT
    else:
        state = State.OLDER
    return Entry(candidate.file, state, counted.file.key)


def by_age(answers: Answers) -> _Order:
    """Return what sorts scans by date; the rest only gives those of one day an order."""
    return answers.date, answers.id, answers.ticks, answers.texts


def _answers_up_to(day: dt.date, scan: RegionScan, texts: tuple[str, ...]) -> Answers | None:
    """Return the scan itself, or the newest earlier one of exactly the statements `texts`, up to `day`."""
    if scan.answers.date <= day:
        return scan.answers
    earlier = (each for each in scan.earlier if each.date <= day and each.texts in {(), texts})
    return max(earlier, key=by_age, default=None)
