"""Who has not sent a scan yet, by a list of names."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from vpt_desktop.domain.organisation_name import connected, name_key, near_pairs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vpt_desktop.domain.region.region import Region
    from vpt_desktop.domain.region.region_file import Choices


class Missing(Struct, frozen=True):
    """An organisation from the list without a file; `resembles` are the names in files that are near."""

    name: str
    resembles: tuple[str, ...]


def not_received(expected: Sequence[str], region: Region, choices: Choices) -> tuple[Missing, ...]:
    """Return those of whom there is no file, whether it counts or not, in the order of the list.

    Args:
        expected: names, as from `names_in`.
        region: the files; one that cannot be read is nobody's.
        choices: what was joined by hand is the same organisation here too.
    """
    received = {
        entry.file.organisation: " ".join(entry.file.scan.organisation.split())
        for entry in region.entries
        if entry.file.scan and entry.file.is_named
    }
    joined = connected(choices.joined)
    there = {joined.get(key, key) for key in received}
    missing = {key: name for name in expected if joined.get(key := name_key(name), key) not in there}
    names = {key: [name] for key, name in (received | missing).items()}
    groups = connected(near_pairs(names))
    near: defaultdict[str, list[str]] = defaultdict(list)
    for key, name in sorted(received.items()):
        near[groups.get(key, key)].append(name)
    return tuple(Missing(name, tuple(near[groups.get(key, key)])) for key, name in missing.items())
