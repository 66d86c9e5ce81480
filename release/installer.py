"""Makes the two MSI packages from a bundle for Windows: `python release/installer.py BUNDLE FOLDER`.

One is for a user without rights, the other for the whole computer: wixl fixes that when it makes one.
"""

from __future__ import annotations

import subprocess
import sys
import uuid
import xml.etree.ElementTree as ET
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

TITLE = "VPT Desktop"
PROGRAM = "vpt-desktop.exe"
APP_ID = "VPT.Desktop"
"""Groups windows, shortcut and recent files on the taskbar; `ui/taskbar.py` gives it to the windows."""

SCAN_TYPE = "VPTDesktop.Scan"
DUTCH = "1043"
NEWER_IS_INSTALLED = (
    "Er staat al een nieuwere versie van VPT Desktop. Er is niets veranderd. "
    "Wil je toch deze oudere, verwijder dan eerst de nieuwere; scans en instellingen blijven staan."
)

_NAMESPACE = uuid.UUID("5b0d2a0e-7f0f-4bb8-9d4c-0c6a3b1f2d11")
_SCHEMA = "http://schemas.microsoft.com/wix/2006/wi"
_ICON = "vpt-desktop.ico"
RESOURCES = Path(__file__).parent.parent / "resources"

_AFTER_WIXL = (
    # Just after InstallInitialize (1500), so that the older version comes back if the new one fails.
    "UPDATE `InstallExecuteSequence` SET `Sequence` = 1501 WHERE `Action` = 'RemoveExistingProducts'",
    """CREATE TABLE `MsiShortcutProperty` (
        `MsiShortcutProperty` CHAR(72) NOT NULL, `Shortcut_` CHAR(72) NOT NULL,
        `PropertyKey` CHAR(255) NOT NULL, `PropVariantValue` CHAR(255) NOT NULL
        PRIMARY KEY `MsiShortcutProperty`)""",
    f"""INSERT INTO `MsiShortcutProperty`
        (`MsiShortcutProperty`, `Shortcut_`, `PropertyKey`, `PropVariantValue`)
        VALUES ('AppId', 'Menu', 'System.AppUserModel.ID', '{APP_ID}')""",  # noqa: S608  our own id
)
"""Queries for what wixl cannot say."""


class Context(NamedTuple):
    """For whom a package installs."""

    name: str
    """Ends the file's name."""
    scope: str
    registry: str
    parents: tuple[tuple[str, str | None], ...]
    """Identifiers and names of the folders above the program's own."""

    @property
    def upgrade_code(self) -> str:
        """What all versions share: an older one is found by it."""
        return self.code("upgrade")

    def code(self, *of: str) -> str:
        """Return the GUID of what `of` names in this context."""
        return f"{{{str(uuid.uuid5(_NAMESPACE, '/'.join((self.name, *of)))).upper()}}}"


USER = Context("gebruiker", "perUser", "HKCU", (("LocalAppDataFolder", None), ("UserPrograms", "Programs")))
COMPUTER = Context("computer", "perMachine", "HKLM", (("ProgramFiles64Folder", None),))
CONTEXTS = (USER, COMPUTER)


def source(context: Context, bundle: Path, version: str) -> ET.Element:
    """Return the source for wixl of a package of the folder `bundle`; `version` is like 1.2.3.

    wixl takes relative paths only: it finds the files in `bundle/`, and the icon, in the folder it runs in.
    """
    wix = ET.Element("Wix", xmlns=_SCHEMA)
    product = _add(
        wix,
        "Product",
        Id=context.code("product", version),
        Name=TITLE,
        Language=DUTCH,
        Version=version,
        Manufacturer="VPT",
        UpgradeCode=context.upgrade_code,
    )
    _add(
        product,
        "Package",
        InstallerVersion="500",
        Compressed="yes",
        InstallScope=context.scope,
        Description=f"{TITLE} {version}",
        Manufacturer="VPT",
    )
    _add(product, "MajorUpgrade", DowngradeErrorMessage=NEWER_IS_INSTALLED)
    _add(product, "Media", Id="1", Cabinet="bundle.cab", EmbedCab="yes")
    _add(product, "Icon", Id=_ICON, SourceFile=_ICON)
    for name, value in {
        "ARPPRODUCTICON": _ICON,
        "ARPNOMODIFY": "1",
        "REINSTALLMODE": "amus",  # each file as it is here, whatever version or date the one there has
    }.items():
        _add(product, "Property", Id=name, Value=value)
    top = _add(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    menu = _add(top, "Directory", Id="ProgramMenuFolder")
    feature = _add(product, "Feature", Id="Program", Level="1", Title=TITLE)
    parent = top
    for identifier, name in context.parents:
        parent = _add(parent, "Directory", Id=identifier, **({"Name": name} if name else {}))
    home = _add(parent, "Directory", Id="INSTALLDIR", Name=TITLE)
    _Files(context, feature).add(home, bundle, Path())
    _register(context, feature, home, menu)
    return wix


class _Files:
    """A component for each file, and a folder for each folder."""

    def __init__(self, context: Context, feature: ET.Element) -> None:
        self._context = context
        self._feature = feature

    def add(self, directory: ET.Element, bundle: Path, place: Path) -> None:
        for path in sorted((bundle / place).iterdir()):
            inside = place / path.name
            identifier = _identifier(inside)
            if path.is_dir():
                self.add(_add(directory, "Directory", Id=f"d{identifier}", Name=path.name), bundle, inside)
                continue
            component = _component(self._context, self._feature, directory, inside.as_posix())
            name = "Program" if inside == Path(PROGRAM) else f"f{identifier}"
            _add(
                component,
                "File",
                Id=name,
                Source=f"bundle/{inside.as_posix()}",
                Name=path.name,
                KeyPath="yes",
            )


def _register(context: Context, feature: ET.Element, home: ET.Element, menu: ET.Element) -> None:
    """Add the entry in the start menu, and the type of scans with its icon."""
    component = _component(context, feature, home, "type")
    resources = r"[INSTALLDIR]_internal\vpt_desktop\resources"
    opens = '"[INSTALLDIR]' + PROGRAM + '" "%1"'
    paths = rf"Software\Microsoft\Windows\CurrentVersion\App Paths\{PROGRAM}"
    classes = r"Software\Classes"
    kind = rf"{classes}\{SCAN_TYPE}"
    for key, name, value in (
        (rf"{classes}\.vpt", "", SCAN_TYPE),
        (rf"{classes}\.vpt\OpenWithProgids", SCAN_TYPE, ""),
        (kind, "", "VPT-scan"),
        (kind, "AppUserModelID", APP_ID),
        (rf"{kind}\DefaultIcon", "", rf"{resources}\scan-file.ico"),
        (rf"{kind}\shell\open\command", "", opens),
        (paths, "", f"[INSTALLDIR]{PROGRAM}"),
    ):
        named = {"Name": name} if name else {}
        if (key, name) == (kind, ""):
            named["KeyPath"] = "yes"
        _add(component, "RegistryValue", Root=context.registry, Key=key, Value=value, Type="string", **named)
    component = _component(context, feature, menu, "menu")
    _add(
        component,
        "Shortcut",
        Id="Menu",
        Name=TITLE,
        Target=f"[INSTALLDIR]{PROGRAM}",
        WorkingDirectory="INSTALLDIR",
        Icon=_ICON,
    )
    _add(
        component,
        "RegistryValue",
        Root=context.registry,
        Key=r"Software\VPT\VPT Desktop",
        Name="menu",
        Value="1",
        Type="integer",
        KeyPath="yes",
    )


def _component(context: Context, feature: ET.Element, directory: ET.Element, of: str) -> ET.Element:
    identifier = f"c{_identifier(Path(of))}"
    _add(feature, "ComponentRef", Id=identifier)
    return _add(directory, "Component", Id=identifier, Guid=context.code("component", of), Win64="yes")


def _identifier(place: Path) -> str:
    return uuid.uuid5(_NAMESPACE, place.as_posix()).hex


def _add(parent: ET.Element, tag: str, **attributes: str) -> ET.Element:
    return ET.SubElement(parent, tag, attributes)


def make(context: Context, bundle: Path, version: str, folder: Path) -> Path:
    """Write the package of `bundle` for `context` to `folder`, and return its path."""
    package = folder / f"vpt-desktop-{version}-{context.name}.msi"
    with TemporaryDirectory() as scratch:
        ET.ElementTree(source(context, bundle, version)).write(Path(scratch, "source.wxs"), "utf-8")
        Path(scratch, "bundle").symlink_to(bundle.absolute())
        Path(scratch, _ICON).symlink_to(RESOURCES / _ICON)
        command = ["wixl", "--arch", "x64", "--output", package.absolute(), "source.wxs"]
        subprocess.run(command, check=True, cwd=scratch)
    for query in _AFTER_WIXL:
        subprocess.run(["msibuild", package, "-q", query], check=True)
    code = f"{{{str(uuid.uuid4()).upper()}}}"  # each package that is made has one of its own
    subprocess.run(["msibuild", package, "-s", TITLE, "VPT", f"x64;{DUTCH}", code], check=True)
    return package


def main(arguments: Sequence[str]) -> None:
    """Make both packages: BUNDLE FOLDER [VERSION], which is the program's own if it is not given."""
    bundle, folder, *version = arguments
    for context in CONTEXTS:
        package = make(context, Path(bundle), version[0] if version else __version__, Path(folder))
        print(f"{package.name}: {package.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))
    from vpt_desktop import __version__

    main(sys.argv[1:])
