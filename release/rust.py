"""What a Python package made with Rust was made of: the crates that its bill of materials lists."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from pathlib import Path


def terms(bill: Path, texts: Path) -> str:
    """Return the crates in a CycloneDX `bill`, with their authors and, out of folder `texts`, their licences.

    Raises:
        LookupError: for one of the crates there is no such text.
    """
    crates = json.loads(bill.read_text(encoding="utf-8"))["components"]
    known = {path.stem: path for path in texts.glob("*.txt")}
    chosen = set[str]()
    lines = [f"Made of these {len(crates)} crates, each named with its licences and its authors:", ""]
    for crate in crates:
        expression = " AND ".join(map(_expression, crate["licenses"]))
        chosen |= _chosen(expression, known.keys())
        lines.append(f"- {crate['name']} {crate['version']}: {expression}; {crate.get('author', '?')}")
    for name in sorted(chosen):
        lines += ["", name, "-" * len(name), "", known[name].read_text(encoding="utf-8")]
    return "\n".join(lines)


def _expression(licence: dict[str, Any]) -> str:
    named = licence.get("license", {})
    return licence.get("expression") or named.get("id") or named["name"]


def _chosen(expression: str, known: AbstractSet[str]) -> set[str]:
    """Return the known licences that satisfy an SPDX expression; LookupError if none do."""
    chosen = set[str]()
    for required in re.split(r" +AND +", expression):
        for choice in re.split(r" +OR +| */ *", required.strip("() ")):
            names = set(choice.split(" WITH "))
            if names <= known:
                chosen |= names
                break
        else:
            raise LookupError(expression)
    return chosen
