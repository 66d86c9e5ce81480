"""Reports a run of the tests under Wine in one line, from pytest's JUnit file."""

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


def line(suite: ET.Element) -> str:
    """Return how many tests passed, and for each reason the tests that are skipped for Wine alone."""
    count = {name: int(suite.get(name, 0)) for name in ("tests", "failures", "errors", "skipped")}
    passed = count["tests"] - count["failures"] - count["errors"] - count["skipped"]
    for_wine = defaultdict[str, list[str]](list)
    for name, reason in skips(suite):
        if reason.startswith(WINE):
            for_wine[reason].append(name)
    wines = sum(map(len, for_wine.values()))
    reasons = "; ".join(f"{reason}: {', '.join(names)}" for reason, names in sorted(for_wine.items()))
    return (
        f"Windows: {passed} tests passed, {count['skipped'] - wines} skipped for reasons of Windows, "
        f"{wines} for Wine alone{f' ({reasons})' if reasons else ''}"
    )


if __name__ == "__main__":
    print(line(next(ET.parse(Path(sys.argv[1])).getroot().iter("testsuite"))))  # noqa: S314, T201  pytest's own file
