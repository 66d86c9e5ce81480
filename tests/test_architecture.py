"""The walls between the packages, each a rule that is shown to fail when it is broken."""

from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from sys import stdlib_module_names
from typing import NamedTuple

import grimp
import pytest

import vpt_desktop

SOURCES = sorted(Path(vpt_desktop.__file__).parent.rglob("*.py"))

LAYERS = (
    grimp.Layer("__main__"),
    grimp.Layer("app"),
    grimp.Layer("selftest", "batch", "region_batch"),
    grimp.Layer("ui.application"),
    grimp.Layer("ui.main_window", "ui.main_menu", independent=False),
    grimp.Layer("ui.scan", "ui.comparison", "ui.presentation", "ui.help", "ui.region", "ui.change_announcer"),
    grimp.Layer("ui.previous_messages", "ui.recovery_messages", "ui.work_messages"),
    grimp.Layer("ui.actions", "ui.messages"),
    grimp.Layer("ui.export"),
    grimp.Layer("ui.document"),
    grimp.Layer(
        "ui.interruption",
        "ui.preferences",
        "ui.printing",
        "ui.taskbar",
        "ui.unexpected_error",
        independent=False,
    ),
    grimp.Layer("region_writing"),
    grimp.Layer("region_outputs"),
    grimp.Layer("ui.user_data", "ui.background", "ui.widgets"),
    grimp.Layer("report", "storage"),
    grimp.Layer(
        "startup", "comparison_words", "region_words", "user_folder", "words", "resources", independent=False
    ),
    grimp.Layer("domain"),
    grimp.Layer("errors", "override"),
)
"""From high to low: a module imports its own layer or lower ones, packages of one layer not each other."""

NETWORK = [
    "asyncio",
    "ftplib",
    "http",
    "imaplib",
    "poplib",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib",
    "webbrowser",
    "xmlrpc",
]

Rule = Callable[[grimp.ImportGraph], Iterator[str]]
"""Yields the imports that break it."""


def layered(graph: grimp.ImportGraph) -> Iterator[str]:
    for illegal in graph.find_illegal_dependencies_for_layers(LAYERS, containers={"vpt_desktop"}):
        yield f"{illegal.importer} -> {illegal.imported}"


def without_circles(graph: grimp.ImportGraph) -> Iterator[str]:
    modules = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    try:
        TopologicalSorter(modules).prepare()
    except CycleError as error:
        yield " -> ".join(error.args[1])


def imports_only(importers: str, *imported: str) -> Rule:
    def rule(graph: grimp.ImportGraph) -> Iterator[str]:
        for module, other in edges(graph, importers):
            allowed = other in stdlib_module_names or any(fnmatchcase(other, name) for name in imported)
            if not allowed:
                yield f"{module} -> {other}"

    return rule


def imported_only_by(imported: str, *importers: str) -> Rule:
    def rule(graph: grimp.ImportGraph) -> Iterator[str]:
        for module, other in edges(graph, "vpt_desktop*"):
            if fnmatchcase(other, imported) and not any(fnmatchcase(module, name) for name in importers):
                yield f"{module} -> {other}"

    return rule


def edges(graph: grimp.ImportGraph, importers: str) -> Iterator[tuple[str, str]]:
    """Yield each direct import of the modules that match, for type checking only or not."""
    for module in sorted(graph.modules):
        if fnmatchcase(module, importers):
            for other in sorted(graph.find_modules_directly_imported_by(module)):
                yield module, other


class Wall(NamedTuple):
    """A rule, and an import that breaks it."""

    rule: Rule
    broken_by: tuple[str, str]


INTERFACE = ("vpt_desktop.ui", "vpt_desktop.ui.*", "vpt_desktop.selftest*")

WALLS = {
    "imports go one way": Wall(layered, ("vpt_desktop.ui.widgets.theme", "vpt_desktop.ui.main_window")),
    "features do not import each other": Wall(
        layered, ("vpt_desktop.ui.scan.statement_list", "vpt_desktop.ui.help.manual_view")
    ),
    "report does not import storage": Wall(
        layered, ("vpt_desktop.report.summary", "vpt_desktop.storage.scan_file")
    ),
    "storage does not import report": Wall(
        layered, ("vpt_desktop.storage.scan_file", "vpt_desktop.report.summary")
    ),
    "no two modules import each other": Wall(
        without_circles, ("vpt_desktop.domain.card", "vpt_desktop.domain.scan")
    ),
    "domain imports msgspec only": Wall(
        imports_only("vpt_desktop.domain*", "msgspec", "vpt_desktop.domain.*"),
        ("vpt_desktop.domain.card", "vpt_desktop.errors"),
    ),
    "widgets import only domain, words and resources": Wall(
        imports_only(
            "vpt_desktop.ui.widgets*",
            "PySide6",
            "shiboken6",
            "msgspec",
            "vpt_desktop.domain.*",
            "vpt_desktop.comparison_words",
            "vpt_desktop.words",
            "vpt_desktop.resources",
            "vpt_desktop.override",
            "vpt_desktop.ui.widgets.*",
        ),
        ("vpt_desktop.ui.widgets.message_bar", "vpt_desktop.storage.scan_file"),
    ),
    "only document and export reach storage": Wall(
        imported_only_by(
            "vpt_desktop.storage*",
            "vpt_desktop.storage.*",
            "vpt_desktop.batch",
            "vpt_desktop.region_*",
            "vpt_desktop.ui.document.*",
            "vpt_desktop.ui.export",
            "vpt_desktop.ui.region.*",
        ),
        ("vpt_desktop.ui.main_window", "vpt_desktop.storage.scan_file"),
    ),
    "only export reaches report": Wall(
        imported_only_by(
            "vpt_desktop.report*",
            "vpt_desktop.report.*",
            "vpt_desktop.app",
            "vpt_desktop.batch",
            "vpt_desktop.region_*",
            "vpt_desktop.selftest.*",
            "vpt_desktop.ui.export",
        ),
        ("vpt_desktop.ui.scan.side_panel", "vpt_desktop.report.summary"),
    ),
    "Qt is imported by the interface only": Wall(
        imported_only_by("PySide6", "vpt_desktop.startup", *INTERFACE), ("vpt_desktop.batch", "PySide6")
    ),
    "shiboken is imported by the interface only": Wall(
        imported_only_by("shiboken6", *INTERFACE), ("vpt_desktop.storage.recovery", "shiboken6")
    ),
    "the interface is imported by the composition root and the self-test only": Wall(
        imported_only_by("vpt_desktop.ui*", "vpt_desktop.app", *INTERFACE),
        ("vpt_desktop.batch", "vpt_desktop.ui.preferences"),
    ),
    "typst is imported by typesetting only": Wall(
        imported_only_by("typst", "vpt_desktop.report.typesetting"), ("vpt_desktop.report.summary", "typst")
    ),
    "XlsxWriter is imported by spreadsheet only": Wall(
        imported_only_by("xlsxwriter*", "vpt_desktop.report.spreadsheet"),
        ("vpt_desktop.report.table", "xlsxwriter"),
    ),
    "typesetting knows no summary and no card": Wall(
        imports_only(
            "vpt_desktop.report.typesetting",
            "typst",
            "msgspec",
            "vpt_desktop.words",
            "vpt_desktop.report.document",
            "vpt_desktop.report.printable",
            "vpt_desktop.report.row_headers",
            "vpt_desktop.errors",
            "vpt_desktop.resources",
        ),
        ("vpt_desktop.report.typesetting", "vpt_desktop.report.summary"),
    ),
    **{
        f"{module} is imported by nobody": Wall(imported_only_by(module), ("vpt_desktop.app", module))
        for module in NETWORK
    },
}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("vpt_desktop", include_external_packages=True, cache_dir=None)


@pytest.mark.parametrize("name", WALLS)
def test_the_wall_stands(name: str, graph: grimp.ImportGraph) -> None:
    assert "\n".join(WALLS[name].rule(graph)) == ""


@pytest.mark.parametrize("name", WALLS)
def test_a_broken_wall_is_reported(name: str) -> None:
    graph = grimp.build_graph("vpt_desktop", include_external_packages=True, cache_dir=None)
    importer, imported = WALLS[name].broken_by
    assert importer in graph.modules
    graph.add_import(importer=importer, imported=imported)
    assert list(WALLS[name].rule(graph)) != []


def test_the_layers_leave_no_module_out(graph: grimp.ImportGraph) -> None:
    layers = [f"vpt_desktop.{module}" for layer in LAYERS for module in layer.module_tails]
    left_out = {
        module
        for module in graph.modules
        if module.startswith("vpt_desktop.")
        and module != "vpt_desktop.ui"
        and not any(module == layer or module.startswith(f"{layer}.") for layer in layers)
    }
    assert left_out == set()


@pytest.mark.parametrize(
    ("name", "places"),
    [
        # Names of modules that others may import from: the graph knows packages of others as a whole.
        ("QSettings", ["preferences.py"]),
        ("QtNetwork", []),
        ("QtHttpServer", []),
        ("QtWeb", []),
        # What the graph does not see.
        ("import_module", []),
        ("__import__", ["startup.py"]),  # brings back Python's own
        ("QPushButton(", []),  # Button obeys Enter too
    ],
)
def test_a_name_stands_where_it_belongs(name: str, places: list[str]) -> None:
    assert [path.name for path in SOURCES if name in path.read_text(encoding="utf-8")] == places
