"""`report.py FOLDER` reports a run of the tests under Wine in one line, from pytest's JUnit files.

They are tests.xml, and again.xml if tests failed in that run and all passed when they were run again.
"""

import sys
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

WINE = "Wine "
"""How the reasons begin that are Wine's and not Windows' (tests/skips.py)."""


def skips(suite: ET.Element) -> Iterator[tuple[str, str]]:
    """Yield the name of each skipped test and its reason."""
    for case in suite.iter("testcase"):
        if (skipped := case.find("skipped")) is not None:
            yield case.get("name", ""), skipped.get("message", "")


def line(suite: ET.Element, again: ET.Element | None) -> str:
    """Return how many tests passed and how many were skipped; by name those that Wine alone is to blame for.

    That is what was skipped for Wine, by reason, and what passed only when it was run again.
    """
    count = {name: int(suite.get(name, 0)) for name in ("tests", "skipped")}
    for_wine = defaultdict[str, list[str]](list)
    for name, reason in skips(suite):
        if reason.startswith(WINE):
            for_wine[reason].append(name)
    wines = sum(map(len, for_wine.values()))
    if again is not None:
        for_wine["passed when run again"] = [case.get("name", "") for case in again.iter("testcase")]
    reasons = "; ".join(f"{reason}: {', '.join(names)}" for reason, names in sorted(for_wine.items()))
    return (
        f"Windows: {count['tests'] - count['skipped']} tests passed, "
        f"{count['skipped'] - wines} skipped for reasons of Windows, "
        f"{wines} for Wine alone{f' ({reasons})' if reasons else ''}"
    )


def suite(path: Path) -> ET.Element:
    """Return the run that a file reports."""
    return next(ET.parse(path).getroot().iter("testsuite"))  # noqa: S314  pytest's own file


if __name__ == "__main__":
    first, second = (Path(sys.argv[1], name) for name in ("tests.xml", "again.xml"))
    print(line(suite(first), suite(second) if second.exists() else None))  # noqa: T201
