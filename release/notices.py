"""Licence notices of everything in the bundle, collected from the files that went into it."""

from __future__ import annotations

import platform
import sys
import sysconfig
from functools import cache
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from release import rust_crates, system_package

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PyInstaller.building.build_main import Analysis

_NAME = "LICENTIES.txt"
_PLACE = "vpt_desktop/resources"
_PROJECT = Path(__file__).resolve().parents[1]
_TEXTS = Path(__file__).with_name("licences")

_LICENCE_FILES = "LICENSE", "LICENCE", "COPYING", "NOTICE"
"""How the names of files with the terms of a Python package begin."""

_NOT_CHOSEN = "LicenseRef-Qt-Commercial.txt"
"""PySide6 brings this one of the licences to choose from; we have it under another."""

_INTRODUCTION = """\
VPT Desktop draait op het werk van anderen. Hieronder staat wat er in deze map zit, van wie het is en onder
welke voorwaarden je het hebt gekregen. De lijst is gemaakt uit de bestanden die er werkelijk in zitten.
"""

_QT = """\
Qt en PySide6 (Qt for Python) zijn van The Qt Company Ltd. en anderen, en worden hier gebruikt onder de GNU
Lesser General Public License, versie 3, waarvan de tekst hieronder staat. Ze zijn niet gewijzigd. De broncode
van elke versie staat op https://download.qt.io/official_releases/, in de mappen qt en QtForPython.

Het zijn losse bibliotheken, in de mappen PySide6 en shiboken6. Je mag ze vervangen door een eigen, gewijzigde
versie: bouw die van dezelfde versie van Qt of PySide6, met dezelfde instellingen, en zet de bestanden onder
dezelfde naam in de plaats van deze. VPT Desktop controleert ze niet, en je mag daarvoor nagaan hoe het werkt.

Op Windows liggen er bibliotheken van Microsoft bij (msvcp140.dll, vcruntime140.dll en dergelijke), die met
een programma mogen worden meegegeven onder de voorwaarden die bij Python staan.
"""

_WITHOUT_OWN_TEXT = {
    "PySide6_Essentials": (_QT, "LGPL-3.0.txt", "GPL-3.0.txt", "qt-third-party.txt"),
    "shiboken6": ("De voorwaarden zijn die van PySide6_Essentials.\n",),
}
"""Terms of packages that come without them: sentences, and names of files in licences/."""


class Notice(NamedTuple):
    """A part of the bundle: its source as in a package URL (pypi, deb, generic), terms, one of its files."""

    name: str
    version: str
    source: str
    terms: str
    example: str

    @property
    def part(self) -> str:
        """The name with the version."""
        return f"{self.name} {self.version}"


class NoNoticeError(LookupError):
    """The terms of a file in the bundle are unknown."""


def add_to(analysis: Analysis, build: Path) -> list[Notice]:
    """Return the notices of all in `analysis`, and add them to it as a file; end the build if one is missing.

    `build` is the folder that PyInstaller keeps its own work in.
    """
    import PyInstaller  # noqa: PLC0415  not installed for the tests

    entries = (*analysis.binaries, *analysis.datas, *analysis.pure, *analysis.scripts)
    files = {place: Path(path) for place, path, kind in entries if kind != "SYMLINK"}
    files["vpt-desktop"] = Path(PyInstaller.__file__)  # whose loader the program's own file is
    try:
        notices = collect(files, build)
    except LookupError as error:
        sys.exit(f"there is no notice for {error}")
    file = build / _NAME
    file.write_text(as_text(notices), encoding="utf-8")
    analysis.datas.append((f"{_PLACE}/{_NAME}", str(file), "DATA"))
    return notices


def collect(files: dict[str, Path], build: Path) -> list[Notice]:
    """Return a notice for each part that `files`, places in the bundle with their origins, belong to.

    Origins in the folder `build` are ours and Python's: PyInstaller makes base_library.zip there.

    Raises:
        NoNoticeError: the terms of a file are unknown.
    """
    packages = _packages_of_files()
    notices = {"Python": _python()}
    for place, origin in sorted(files.items()):
        path = origin.resolve()
        package = packages.get(path)
        if package is not None:
            if package.name not in notices:
                notices[package.name] = _of_package(package, place)
        elif not (path.is_relative_to(build.resolve()) or _is_ours_or_pythons(path)):
            notice = _of_the_system(path, place)
            notices.setdefault(notice.name, notice)
    return [notices[name] for name in sorted(notices, key=str.lower)]


def as_text(notices: Iterable[Notice]) -> str:
    """Return the notices as one text, with a list of the parts in front."""
    notices = list(notices)
    contents = "".join(f"- {notice.part}, zoals {notice.example}\n" for notice in notices)
    rule = "=" * 100
    chapters = "".join(f"\n{rule}\n{n.part}\n{rule}\n\n{n.terms.strip()}\n" for n in notices)
    return f"{_INTRODUCTION}\n{contents}{chapters}"


@cache
def _packages_of_files() -> dict[Path, Distribution]:
    return {
        Path(str(file.locate())).resolve(): package
        for package in distributions()
        for file in package.files or ()
    }


def _of_the_system(library: Path, place: str) -> Notice:
    package = system_package.owner(library)
    if package is None:
        raise NoNoticeError(library)
    terms = system_package.terms(package)
    if terms is None:
        raise NoNoticeError(package)
    return Notice(package, system_package.version(package), "deb", terms, place)


def _of_package(package: Distribution, example: str) -> Notice:
    """Return the notice of a Python package: its licence files, and those of the crates it was built from."""
    known = _WITHOUT_OWN_TEXT.get(package.name, ())
    texts = [(_TEXTS / name).read_text(encoding="utf-8") if name.endswith(".txt") else name for name in known]
    files = {Path(str(file.locate())) for file in package.files or () if _is_licence_file(file.parts)}
    texts += [file.read_text(encoding="utf-8") for file in sorted(files)]
    if not texts:
        raise NoNoticeError(f"{package.name}, of {example}")
    for file in package.files or ():
        if "sboms" in file.parts:
            texts.append(rust_crates.terms(Path(str(file.locate())), _TEXTS))
    return Notice(package.name, package.version, "pypi", "\n\n".join(texts), example)


def _is_licence_file(parts: tuple[str, ...]) -> bool:
    is_one = parts[0].endswith(".dist-info") and parts[-1].upper().startswith(_LICENCE_FILES)
    return is_one and parts[-1] != _NOT_CHOSEN


def _is_ours_or_pythons(path: Path) -> bool:
    if path.is_relative_to(_PROJECT):
        return not path.is_relative_to(sys.prefix)  # an environment within the project
    homes = [Path(sysconfig.get_path("stdlib")), Path(sysconfig.get_path("platstdlib"))]
    if Path(sys.base_prefix) != Path("/usr"):
        homes.append(Path(sys.base_prefix))
    return any(path.is_relative_to(home.resolve()) for home in homes)


def _python() -> Notice:
    """Return Python's notice; its terms include those of what it is built with."""
    name = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for place in (
        Path(sysconfig.get_path("stdlib"), "LICENSE.txt"),
        Path(sys.base_prefix, "LICENSE.txt"),
        Path("/usr/share/doc", name, "copyright"),
    ):
        if place.is_file():
            terms = place.read_text(encoding="utf-8")
            return Notice("Python", platform.python_version(), "generic", terms, "base_library.zip")
    raise NoNoticeError("Python")
