"""What participants of a small region can work out, by trying all regions that look the same to them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import combinations, combinations_with_replacement
from typing import NamedTuple, TypeVar

Row = TypeVar("Row")


class GivenAway(NamedTuple):
    """Something that a coalition knows of all others: which of the facts, and what it is."""

    fact: int
    answer: Hashable
    coalition: tuple[object, ...]


def given_away(
    rows: Sequence[Row],
    organisations: int,
    coalition: int,
    public: Callable[[list[Row]], Hashable],
    facts: Callable[[Row], tuple[Hashable, ...]],
) -> Iterator[GivenAway]:
    """Yield all that can be worked out from public values and the own rows.

    Who is who is not public, so a region is a multiset of rows; what may be a row of one of the others may
    be that of any of them. A fact is safe if the others, over all regions that have the same public values
    and hold the coalition's rows, show two answers to it. None is no answer: the fact is not there.

    Args:
        rows: every row that an organisation can have.
        organisations: how many there are in a region.
        coalition: how many of them know each other's rows, at most.
        public: from the rows of a region to what is published of it.
        facts: from a row to what must stay unknown of it.
    """
    numbers: dict[Hashable, int] = {}
    possible: defaultdict[tuple[int, tuple[int, ...]], int] = defaultdict(int)
    for region in combinations_with_replacement(range(len(rows)), organisations):
        values = public([rows[kind] for kind in region])
        value = numbers.setdefault(values, len(numbers))
        times = Counter(region)
        everybody = sum(1 << kind for kind in times)
        for known in {some for size in range(coalition + 1) for some in combinations(region, size)}:
            others = everybody
            for kind in known:
                if times[kind] == known.count(kind):
                    others &= ~(1 << kind)
            possible[value, known] |= others
    answers = [facts(row) for row in rows]
    for (_, known), others in possible.items():
        kinds = [kind for kind in range(len(rows)) if others >> kind & 1]
        for fact, shown in enumerate(zip(*(answers[kind] for kind in kinds), strict=True)):
            seen = set(shown) - {None}
            if len(seen) == 1:
                yield GivenAway(fact, seen.pop(), tuple(rows[kind] for kind in known))
