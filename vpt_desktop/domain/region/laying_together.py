"""The scans of a region laid together: from many files to the organisations that count."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from vpt_desktop.domain.organisation_name import connected, near_pairs, sorting_key
from vpt_desktop.domain.region.counting_files import (
    Candidate,
    CountingRules,
    by_age,
    candidate_of,
    counted_of,
    entry_of,
    is_same,
)
from vpt_desktop.domain.region.region import Entry, Organisation, Previous, Region, State
from vpt_desktop.domain.region.region_file import Choices

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.region.region_file import Answers, RegionFile

    _Members = Mapping[str, Sequence[Candidate]]


def lay_together(
    files: Iterable[RegionFile], card: Card, day: dt.date, choices: Choices | None = None
) -> Region:
    """Return the region of `files`; their order makes no difference, nor does a file that is given twice.

    An organisation counts once, with its latest scan up to and including the reference date: that of a
    file, or the newest earlier one in a file of later date. Takes time in proportion to the files.

    Args:
        files: each with its own key.
        card: the card whose statements are counted.
        day: the reference date ("peildatum").
        choices: what was decided by hand, nothing if left out.
    """
    chosen = choices or Choices()
    texts = tuple(statement.text for statement in card.statements)
    rules = CountingRules(card.identity, texts, day, chosen, connected(chosen.joined))
    known = {file.key: file for file in sorted(files, key=lambda file: file.key)}
    entries: dict[str, Entry] = {}
    members: defaultdict[str, list[Candidate]] = defaultdict(list)
    for key, file in known.items():
        found = candidate_of(file, rules)
        if isinstance(found, State):
            entries[key] = Entry(file, found)
        else:
            members[rules.organisation_of(file)].append(found)
    counted = {organisation: counted_of(candidates) for organisation, candidates in members.items()}
    for organisation, candidates in members.items():
        entries |= {each.file.key: entry_of(each, counted[organisation]) for each in candidates}
    return Region(tuple(entries[key] for key in known), _organisations(members, counted, texts))


def _organisations(
    members: _Members, counted: Mapping[str, Candidate], texts: tuple[str, ...]
) -> tuple[Organisation, ...]:
    """Return the organisations that count, in alphabetical order."""
    groups = _groups(members)
    names = {organisation: _name(each, members[organisation]) for organisation, each in counted.items()}
    order = sorted(counted, key=lambda each: (*sorting_key(names[each]), counted[each].file.key))
    together: defaultdict[str, list[str]] = defaultdict(list)
    for organisation in order:
        together[groups[organisation]].append(organisation)
    return tuple(
        Organisation(
            name=names[organisation],
            file=counted[organisation].file.key,
            answers=counted[organisation].answers,
            has_agreements=counted[organisation].has_agreements,
            previous=_previous(counted[organisation].answers, members[organisation], texts),
            others=_others(counted[organisation].answers, members[organisation]),
            group=groups[organisation],
            resembles=tuple(names[each] for each in together[groups[organisation]] if each != organisation),
        )
        for organisation in order
    )


def _name(counted: Candidate, candidates: Sequence[Candidate]) -> str:
    """Return the name in the file that counts; if that has none, in one that it was joined with."""
    named = (each.scan.organisation for each in (counted, *candidates) if each.file.is_named)
    return " ".join(next(named, "").split())


def _groups(members: _Members) -> dict[str, str]:
    """Return for each organisation the group of those that may be the same.

    These are the ones whose names are near, or whose files hold a scan with the same id, unless they are
    different by hand.
    """
    unsure = {
        organisation: [each for each in candidates if not each.is_different]
        for organisation, candidates in members.items()
    }
    names = {
        organisation: {each.scan.organisation for each in candidates}
        for organisation, candidates in unsure.items()
    }
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for organisation, candidates in unsure.items():
        for answers in (answers for each in candidates for answers in each.scans if answers.id):
            holders[answers.id].append(organisation)
    same_id = (pair for organisations in holders.values() for pair in pairwise(organisations))
    groups = connected([*near_pairs(names), *same_id])
    return {organisation: groups.get(organisation, organisation) for organisation in members}


def _previous(answers: Answers, candidates: Sequence[Candidate], texts: tuple[str, ...]) -> Previous | None:
    """Return the newest scan before `answers`; of one day a file's own, then the one that was saved last."""
    before = [
        (found.date, found is each.scan.answers, each.scan.saved, by_age(found), found)
        for each in candidates
        for found in each.scans
        if found.date < answers.date
    ]
    if not before:
        return None
    newest = max(before, key=lambda each: each[:-1])[-1]
    return Previous(newest.date, newest.to(texts))


def _others(answers: Answers, candidates: Sequence[Candidate]) -> tuple[Answers, ...]:
    others = {found for each in candidates for found in each.scans if not is_same(found, answers)}
    return tuple(sorted(others, key=by_age))
