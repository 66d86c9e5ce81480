"""What a region is made from: files, each with a scan or the reason why it has none, and choices by hand."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from vpt_desktop.domain.organisation_name import name_key

# Those without `gc` are in no cycle: what ten thousand files hold is not looked through for garbage.


class Answers(Struct, frozen=True, gc=False):
    """What one organisation ticked on one day."""

    id: str
    """Which scan this is; empty in a file that does not say."""

    date: dt.date
    ticks: tuple[bool, ...]
    texts: tuple[str, ...] = ()
    """The statements that were answered, in the order of `ticks`; empty if those of the file's card."""

    @property
    def score(self) -> int:
        """How many statements are ticked."""
        return sum(self.ticks)

    def to(self, texts: tuple[str, ...]) -> tuple[bool | None, ...]:
        """Return the ticks at the statements `texts`, None at those that were not asked then."""
        if self.texts in {(), texts}:
            return self.ticks
        answers = dict(zip(self.texts, self.ticks, strict=True))
        return tuple(answers.get(text) for text in texts)


class RegionScan(Struct, frozen=True, gc=False):
    """As much of a scan's file as a region uses."""

    organisation: str
    card: str
    """The identity of the card that was filled in."""

    answers: Answers
    saved: float = 0.0
    """When the file was saved, in seconds since 1970; 0 if it does not say."""

    is_copy: bool = False
    """Whether it is a "Kopie voor de regio", without agreements."""

    earlier: tuple[Answers, ...] = ()
    """The earlier scans that the file holds, in any order."""


class RegionFile(Struct, frozen=True, dict=True):
    """A file, known by a `key` that no other file has, such as its path; `scan` is None if not readable."""

    key: str
    scan: RegionScan | None = None

    @cached_property
    def organisation(self) -> str:
        """Whose scan it is: equal for equal names, and different for each file without a name."""
        name = self.scan.organisation if self.scan else ""
        return name_key(name) or self.alone

    @property
    def alone(self) -> str:
        """An organisation that no other file has."""
        return f"/{self.key}"

    @property
    def is_named(self) -> bool:
        """Whether the file says whose scan it is."""
        return not self.organisation.startswith("/")


class Choices(Struct, frozen=True):
    """What the user decided by hand."""

    left_out: frozenset[str] = frozenset()
    """Keys of files that must not count."""

    taken_in: frozenset[str] = frozenset()
    """Keys of files that must count: before other scans of the organisation, after the reference date, or
    without a name. What is not readable or of another card cannot."""

    joined: frozenset[tuple[str, str]] = frozenset()
    """Pairs of `organisation_of` that are the same organisation."""

    different: frozenset[str] = frozenset()
    """Those that are no other organisation, whatever resembles them; `RegionFile.alone` for one whose name
    is that of another organisation."""

    def organisation_of(self, file: RegionFile) -> str:
        """Return whose scan a file is: by its name, unless it is a different organisation of that name."""
        return file.alone if file.alone in self.different else file.organisation

    def is_different(self, file: RegionFile) -> bool:
        """Return whether the organisation of a file is no other by hand."""
        return self.organisation_of(file) in self.different

    def joining(self, one: RegionFile, other: RegionFile) -> Choices:
        """Return the choices by which two files are of the same organisation."""
        return replace(self, joined=self.joined | {(self.organisation_of(one), self.organisation_of(other))})

    def setting_apart(self, file: RegionFile, counted: RegionFile) -> Choices:
        """Return the choices by which a file is of no organisation that it was joined with or resembles.

        Args:
            file: one that counts, or instead of which `counted` does.
            counted: if it has the same name and is not `file`, then only `file` becomes another organisation.
        """
        own = self.organisation_of(file)
        if file != counted and own == self.organisation_of(counted):
            own = file.alone
        former = sorted({each for pair in self.joined if own in pair for each in pair} - {own})
        kept = {pair for pair in self.joined if own not in pair}
        return replace(self, joined=frozenset({*kept, *pairwise(former)}), different=self.different | {own})
