"""The MSI packages for Windows, as Windows reads them: their tables."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from release import installer
from release.installer import COMPUTER, CONTEXTS, USER, Context
from tests.skips import WINDOWS
from vpt_desktop.ui import taskbar

if WINDOWS:
    pytest.skip("wixl makes the packages on Linux, where .ci/windows/msi tries them", allow_module_level=True)

pytestmark = pytest.mark.skipif(
    not (shutil.which("wixl") and shutil.which("msiinfo")),
    reason="wixl (Debian's wixl and msitools) makes the packages, on Linux",
)

Rows = list[list[str]]


def rows(package: Path, table: str) -> Rows:
    """Return the rows of a table; the first three lines of an export are its columns."""
    export = subprocess.run(["msiinfo", "export", package, table], capture_output=True, check=True).stdout
    return [line.split("\t") for line in export.decode().replace("\r", "").split("\n")[3:] if line]


def properties(package: Path) -> dict[str, str]:
    return dict(rows(package, "Property"))


def summary(package: Path) -> dict[str, str]:
    info = subprocess.run(["msiinfo", "suminfo", package], capture_output=True, check=True).stdout
    return dict(line.split(": ", 1) for line in info.decode().splitlines() if ": " in line)


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundle met ë")
    for place in ("vpt-desktop.exe", "vpt-desktop.com", "_internal/base.zip", "_internal/Qt/base.zip"):
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_text(place)
    return folder


@pytest.fixture(scope="module", params=CONTEXTS, ids=lambda context: context.name)
def context(request: pytest.FixtureRequest) -> Context:
    return request.param


@pytest.fixture(scope="module")
def package(context: Context, bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return installer.make(context, bundle, "1.2.3", tmp_path_factory.mktemp("packages"))


def test_each_context_has_its_package(package: Path, context: Context) -> None:
    assert package.name == f"vpt-desktop-1.2.3-{context.name}.msi"
    assert properties(package).get("ALLUSERS") == {USER: None, COMPUTER: "1"}[context]
    no_rights_needed = 8
    assert bool(int(summary(package)["Source"].split()[0]) & no_rights_needed) == (context == USER)
    assert summary(package)["Template"] == "x64;1043"


def test_all_that_it_writes_to_the_registry_is_of_its_context(package: Path, context: Context) -> None:
    current_user, local_machine = "1", "2"
    roots = {row[1] for row in rows(package, "Registry")}
    assert roots == {current_user if context == USER else local_machine}


def test_it_installs_every_file_of_the_bundle_in_its_folder(
    package: Path, bundle: Path, tmp_path: Path, context: Context
) -> None:
    subprocess.run(["msiextract", "--directory", tmp_path, package], check=True, capture_output=True)
    [home] = tmp_path.rglob("VPT Desktop")
    assert {path.relative_to(home): path.read_text() for path in home.rglob("*") if path.is_file()} == {
        path.relative_to(bundle): path.read_text() for path in bundle.rglob("*") if path.is_file()
    }
    parents = {identifier: parent for identifier, parent, _ in rows(package, "Directory")}
    above = parents["INSTALLDIR"]
    assert (above, parents[above]) == (
        ("UserPrograms", "LocalAppDataFolder") if context == USER else ("ProgramFiles64Folder", "TARGETDIR")
    )


def test_an_older_version_is_replaced_by_one_that_is_newer(package: Path, context: Context) -> None:
    older, newer = rows(package, "Upgrade")
    only_detects = 2
    assert older == [context.upgrade_code, "", "1.2.3", "", "1", "", "WIX_UPGRADE_DETECTED"]
    assert newer == [
        context.upgrade_code,
        "1.2.3",
        "",
        "",
        str(only_detects),
        "",
        "WIX_DOWNGRADE_DETECTED",
    ]
    sequence = {action: int(number) for action, _, number in rows(package, "InstallExecuteSequence")}
    assert sequence["InstallInitialize"] < sequence["RemoveExistingProducts"] < sequence["ProcessComponents"]
    assert properties(package)["REINSTALLMODE"] == "amus"


def test_an_older_one_is_refused_in_dutch(package: Path) -> None:
    [[condition, sentence]] = rows(package, "LaunchCondition")
    assert condition == "NOT WIX_DOWNGRADE_DETECTED"
    assert sentence.startswith("Er staat al een nieuwere versie van VPT Desktop. Er is niets veranderd.")


def test_both_can_be_told_apart_and_versions_of_one_belong_together(bundle: Path, tmp_path: Path) -> None:
    codes = {
        (context, version): (properties(made)["UpgradeCode"], properties(made)["ProductCode"])
        for context in CONTEXTS
        for version in ("1.2.3", "1.2.4")
        for made in [installer.make(context, bundle, version, tmp_path)]
    }
    assert len({upgrade for upgrade, _ in codes.values()}) == 2
    assert len({product for _, product in codes.values()}) == 4
    assert codes[USER, "1.2.3"][0] == codes[USER, "1.2.4"][0]


def test_upgrade_codes_never_change() -> None:
    """A package with another one would leave the older version in place."""
    assert USER.upgrade_code == "{FD7AD572-CE7E-5504-B74C-5375DB6A55B9}"
    assert COMPUTER.upgrade_code == "{B21A81B3-DAAB-5920-99DB-D716DC82B1EF}"


def test_the_windows_of_the_program_have_the_id_of_shortcut_and_file_type() -> None:
    assert installer.APP_ID == taskbar.APP_ID


def test_a_double_click_on_a_scan_opens_it_in_the_windowed_program(package: Path) -> None:
    values = {(key, name): value for _, _, key, name, value, _ in rows(package, "Registry")}
    classes = r"Software\Classes"
    assert values[rf"{classes}\.vpt", ""] == "VPTDesktop.Scan"
    kind = rf"{classes}\VPTDesktop.Scan"
    assert values[rf"{kind}\shell\open\command", ""] == '"[INSTALLDIR]vpt-desktop.exe" "%1"'
    icon = values[rf"{kind}\DefaultIcon", ""]
    assert icon == r"[INSTALLDIR]_internal\vpt_desktop\resources\scan-file.ico"
    assert (installer.RESOURCES / "scan-file.ico").is_file()


def test_the_start_menu_has_one_entry_under_the_id_of_the_windows(package: Path) -> None:
    [entry] = rows(package, "Shortcut")
    assert entry[:3] == ["Menu", "ProgramMenuFolder", "VPT Desktop"]
    assert entry[4] == "[INSTALLDIR]vpt-desktop.exe"
    assert rows(package, "MsiShortcutProperty") == [
        ["AppId", "Menu", "System.AppUserModel.ID", "VPT.Desktop"]
    ]


def test_the_manual_for_administrators_has_the_codes(package: Path, context: Context) -> None:
    manual = Path(__file__).parents[2].joinpath("docs", "beheer.md").read_text(encoding="utf-8")
    assert re.search(re.escape(context.upgrade_code), manual)
    assert package.name.replace("1.2.3", "VERSIE") in manual
