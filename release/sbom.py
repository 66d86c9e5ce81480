"""Software bill of materials (SBOM) of the bundle, in CycloneDX: the parts that are in it."""

from __future__ import annotations

import json
import platform
import subprocess
import sys
from importlib.metadata import files
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from release.notices import Notice

_PROJECT = Path(__file__).resolve().parents[1]


def write(parts: list[Notice], name: str, version: str, file: Path) -> None:
    """Write the SBOM of the program `name`, made of `parts`, to `file`; end the build if it is not valid.

    cyclonedx-py lists the build environment. Packages that are not in the bundle are removed, and parts that
    are no Python package are added: Python, system libraries, and the Rust crates of packages.
    """
    project = _PROJECT / "pyproject.toml"
    tool = [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible"]
    subprocess.run([*tool, "--pyproject", project, "--output-file", file, sys.executable], check=True)
    sbom = json.loads(file.read_text(encoding="utf-8"))
    sbom["metadata"]["component"] |= {
        "name": name,
        "version": version,
        "purl": f"pkg:generic/{name}@{version}",
    }
    packages = {part.name for part in parts if part.source == "pypi"}
    listed = [component for component in sbom["components"] if component["name"] in packages]
    others = [_component(part) for part in parts if part.source != "pypi"]
    sbom["components"] = [*listed, *others, *(crate for package in packages for crate in _crates(package))]
    refs = {component["bom-ref"] for component in sbom["components"]}
    sbom["dependencies"] = [
        entry | {"dependsOn": [ref for ref in entry.get("dependsOn", ()) if ref in refs]}
        for entry in sbom["dependencies"]
        if entry["ref"] in refs | {sbom["metadata"]["component"]["bom-ref"]}
    ]
    text = json.dumps(sbom, indent=2, ensure_ascii=False)
    fault = JsonStrictValidator(SchemaVersion.from_version(sbom["specVersion"])).validate_str(text)
    if fault is not None or len(listed) < len(packages):
        sys.exit(f"the SBOM is not valid: {fault or packages}")
    file.write_text(text, encoding="utf-8")


def _component(part: Notice) -> dict[str, Any]:
    space = f"{platform.freedesktop_os_release()['ID']}/" if part.source == "deb" else ""
    url = f"pkg:{part.source}/{space}{part.name.lower()}@{quote(part.version)}"
    return {"type": "library", "bom-ref": url, "name": part.name, "version": part.version, "purl": url}


def _crates(package: str) -> Iterator[dict[str, Any]]:
    """Yield the components in the SBOMs that a Python package brings along."""
    for file in files(package) or ():
        if "sboms" in file.parts:
            yield from json.loads(file.read_text())["components"]
