"""Who may know whom: the rooms of the house, and the one way from the interface down to the rules."""

import sys
from collections.abc import Callable
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from pytest_archon import archrule

import vpt_desktop

PACKAGE = "vpt_desktop"

BELOW_THE_INTERFACE = [
    "vpt_desktop.domain*",
    "vpt_desktop.report*",
    "vpt_desktop.storage*",
    "vpt_desktop.errors",
    "vpt_desktop.override",
    "vpt_desktop.batch",
    "vpt_desktop.resources",
    "vpt_desktop.words",
]

NETWORK = [
    "aiohttp*",
    "asyncio*",
    "ftplib",
    "http*",
    "imaplib",
    "poplib",
    "requests*",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib",  # how "from urllib import request" is seen
    "urllib.request",
    "urllib3*",
    "webbrowser",
    "xmlrpc*",
    "PySide6.QtHttpServer",
    "PySide6.QtNetwork*",
    "PySide6.QtWeb*",
]


def only(*patterns: str) -> Callable[[str, set[str], dict[str, set[str]]], bool]:
    """Return a constraint: a module imports the standard library and what `patterns` match, nothing else."""

    def constraint(_module: str, direct: set[str], _all: dict[str, set[str]]) -> bool:
        return all(
            name.partition(".")[0] in sys.stdlib_module_names
            or any(fnmatchcase(name, pattern) for pattern in patterns)
            for name in direct
        )

    return constraint


def test_the_rules_know_only_the_standard_library_msgspec_and_each_other() -> None:
    (
        archrule("domain stands by itself")
        .match("vpt_desktop.domain*")
        .should(only("msgspec", "msgspec.*", "vpt_desktop.domain.*"), "standard library and msgspec only")
        .check(PACKAGE)
    )


def test_the_report_knows_neither_storage_nor_interface() -> None:
    (
        archrule("report knows the domain")
        .match("vpt_desktop.report*")
        .should_not_import("vpt_desktop.storage*", "vpt_desktop.ui*", "vpt_desktop.app")
        .check(PACKAGE)
    )


def test_storage_knows_neither_report_nor_interface() -> None:
    (
        archrule("storage knows the domain")
        .match("vpt_desktop.storage*")
        .should_not_import("vpt_desktop.report*", "vpt_desktop.ui*", "vpt_desktop.app")
        .check(PACKAGE)
    )


def test_what_everyone_uses_knows_no_room_but_the_rules() -> None:
    (
        archrule("errors and resources lie at the bottom")
        .match("vpt_desktop", "vpt_desktop.errors", "vpt_desktop.override", "vpt_desktop.resources")
        .should_not_import(
            "vpt_desktop.report*", "vpt_desktop.storage*", "vpt_desktop.ui*", "vpt_desktop.app"
        )
        .check(PACKAGE)
    )


def test_nothing_below_the_interface_knows_qt() -> None:
    (
        archrule("Qt is for the interface")
        .match(*BELOW_THE_INTERFACE)
        .should_not_import("PySide6*", "shiboken6*")
        .check(PACKAGE)
    )


def test_only_the_composition_root_and_the_self_test_know_the_interface() -> None:
    (
        archrule("the interface is wired in one place")
        .match("vpt_desktop*")
        .exclude("vpt_desktop.ui*", "vpt_desktop.app", "vpt_desktop.selftest*")
        .should_not_import("vpt_desktop.ui*")
        .check(PACKAGE, only_direct_imports=True)
    )


def test_the_interface_does_not_know_who_wires_it() -> None:
    (
        archrule("the interface is wired from above")
        .match("vpt_desktop.ui*")
        .should_not_import("vpt_desktop.app", "vpt_desktop.selftest*", "vpt_desktop.__main__")
        .check(PACKAGE)
    )


def test_only_typesetting_knows_typst() -> None:
    (
        archrule("the typesetter can be changed in one place")
        .match("vpt_desktop*")
        .exclude("vpt_desktop.report.typesetting")
        .should_not_import("typst*")
        .check(PACKAGE, only_direct_imports=True)
    )


def test_only_preferences_know_the_settings_of_the_system() -> None:
    # A name out of a module that others may import: the import rules cannot see it.
    sources = Path(vpt_desktop.__file__).parent.rglob("*.py")
    assert [path.name for path in sources if "QSettings" in path.read_text(encoding="utf-8")] == [
        "preferences.py"
    ]


def test_nobody_knows_the_network() -> None:
    (
        archrule("the program stays off the network")
        .match("vpt_desktop*")
        .should_not_import(*NETWORK)
        # "from PySide6 import QtNetwork" is seen as this; Qt's modules are imported from, one by one.
        .should_not_import("PySide6")
        .check(PACKAGE, only_direct_imports=True)
    )


@pytest.mark.parametrize("name", ["import_module", "__import__"])
def test_nobody_imports_by_a_name_that_these_rules_cannot_see(name: str) -> None:
    sources = Path(vpt_desktop.__file__).parent.rglob("*.py")
    assert [path.name for path in sources if name in path.read_text(encoding="utf-8")] == []
