"""Licence texts of the Rust crates that a Python package was built from, as its SBOM lists them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from license_expression import AND, OR, ExpressionError, LicenseWithExceptionSymbol, Licensing

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from boolean import Expression


def terms(sbom: Path, texts: Path) -> str:
    """Return the crates in a CycloneDX `sbom`, with their authors and the licence texts that apply.

    Of licences to choose from, the first is taken whose text is in the folder `texts`, as ID.txt.

    Raises:
        LookupError: the texts in the folder do not satisfy the licence of some crate.
    """
    crates = json.loads(sbom.read_text(encoding="utf-8"))["components"]
    known = {path.stem: path for path in texts.glob("*.txt")}
    chosen = set[str]()
    lines = [f"Built from these {len(crates)} crates, each with its licences and its authors:", ""]
    for crate in crates:
        expressions = [_expression(licence) for licence in crate["licenses"]]
        for expression in expressions:
            chosen |= _chosen(expression, known.keys())
        lines.append(
            f"- {crate['name']} {crate['version']}: {', '.join(expressions)}; {crate.get('author', '?')}"
        )
    for name in sorted(chosen):
        lines += ["", name, "-" * len(name), "", known[name].read_text(encoding="utf-8")]
    return "\n".join(lines)


def _expression(licence: dict[str, Any]) -> str:
    named = licence.get("license", {})
    return licence.get("expression") or named.get("id") or named["name"]


def _chosen(expression: str, known: AbstractSet[str]) -> AbstractSet[str]:
    """Return known licences that satisfy an SPDX licence expression; LookupError if none do."""
    try:
        parsed = Licensing().parse(expression)
    except ExpressionError as error:
        raise LookupError(expression) from error
    chosen = _satisfying(parsed, known)
    if chosen is None:
        raise LookupError(expression)
    return chosen


def _satisfying(parsed: Expression, known: AbstractSet[str]) -> AbstractSet[str] | None:
    if isinstance(parsed, OR):
        return next((chosen for choice in parsed.args if (chosen := _satisfying(choice, known))), None)
    if isinstance(parsed, AND):
        required = [_satisfying(part, known) for part in parsed.args]
        return None if None in required else set[str]().union(*required)
    if isinstance(parsed, LicenseWithExceptionSymbol):
        names = {parsed.license_symbol.key, parsed.exception_symbol.key}
    else:
        names = {parsed.key}
    return names if names <= known else None
