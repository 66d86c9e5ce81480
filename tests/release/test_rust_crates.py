"""Licences of the Rust crates in a package, by their SPDX expressions."""

import itertools
import json
import re
from pathlib import Path

import pytest

from release import rust_crates

LICENCES = Path(rust_crates.__file__).with_name("licences")


def sbom_with(tmp_path: Path, *expressions: str) -> Path:
    crates = [
        {
            "name": f"crate{number}",
            "version": "1.0",
            "licenses": [{"expression": expression}],
            "author": "Ada",
        }
        for number, expression in enumerate(expressions)
    ]
    file = tmp_path / "sbom.json"
    file.write_text(json.dumps({"components": crates}), encoding="utf-8")
    return file


def test_of_licences_to_choose_from_one_is_taken_whose_text_is_there(tmp_path: Path) -> None:
    terms = rust_crates.terms(
        sbom_with(tmp_path, "Proprietary OR MIT", "(ISC OR Zlib) AND Unicode-3.0"), LICENCES
    )
    assert "- crate0 1.0: Proprietary OR MIT; Ada" in terms
    assert "\nMIT\n---\n" in terms
    assert "\nISC\n---\n" in terms
    assert "\nUnicode-3.0\n" in terms
    assert "\nZlib\n" not in terms


@pytest.mark.parametrize(
    "expression",
    [
        "Proprietary",
        "MIT AND Proprietary",
        "MIT WITH Some-exception",
        "MIT AND",
        "(MIT AND Proprietary) OR Other",
    ],
)
def test_a_crate_under_unknown_terms_ends_the_build(expression: str, tmp_path: Path) -> None:
    with pytest.raises(LookupError, match=re.escape(expression)):
        rust_crates.terms(sbom_with(tmp_path, expression), LICENCES)


@pytest.mark.parametrize(
    ("expression", "chosen"),
    [
        ("(Proprietary AND MIT) OR ISC", {"ISC"}),
        ("(MIT AND Zlib) OR ISC", {"MIT", "Zlib"}),
        ("MIT AND ((Proprietary AND Zlib) OR (ISC AND Unicode-3.0))", {"MIT", "ISC", "Unicode-3.0"}),
        ("Proprietary OR MIT AND ISC", {"MIT", "ISC"}),  # AND binds more closely
        ("Apache-2.0 WITH LLVM-exception OR MIT", {"Apache-2.0", "LLVM-exception"}),
        ("Apache-2.0 WITH Some-exception OR MIT", {"MIT"}),
    ],
)
def test_nested_expressions_are_read_as_spdx_defines_them(
    expression: str, chosen: set[str], tmp_path: Path
) -> None:
    lines = rust_crates.terms(sbom_with(tmp_path, expression), LICENCES).splitlines()
    headings = {line for line, below in itertools.pairwise(lines) if below == "-" * len(line) and line}
    assert headings == chosen


def test_a_crate_with_several_licences_is_under_all_of_them(tmp_path: Path) -> None:
    crate = {
        "name": "crate",
        "version": "1.0",
        "licenses": [{"expression": "MIT OR ISC"}, {"license": {"id": "Proprietary"}}],
    }
    sbom = tmp_path / "sbom.json"
    sbom.write_text(json.dumps({"components": [crate]}), encoding="utf-8")
    with pytest.raises(LookupError, match="Proprietary"):
        rust_crates.terms(sbom, LICENCES)
