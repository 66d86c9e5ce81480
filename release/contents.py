"""Contents of the bundle: of Python, Qt and the build machine's libraries, only what the program uses."""

from __future__ import annotations

import re
import subprocess
import sys
from compileall import compile_dir
from pathlib import Path, PurePath
from typing import TYPE_CHECKING
from zipfile import ZipFile

from PyInstaller.config import CONF
from PyInstaller.depend import bindepend
from PyInstaller.utils.hooks import collect_data_files

if TYPE_CHECKING:
    from PyInstaller.building.build_main import Analysis

    Entry = tuple[str, str, str]
    """An entry of PyInstaller's table of contents: place in the bundle, path here, type code."""

STRIPPED = sys.platform == "linux"
"""Elsewhere libraries hold no symbols, or are signed."""

UNUSED_MODULES = [
    *("PySide6.QtDBus", "PySide6.QtNetwork"),
    *("asyncio", "concurrent", "multiprocessing", "ssl", "_ssl"),
    *("email", "ftplib", "http", "urllib.request", "xml", "xmlrpc"),
    *("importlib.metadata", "pdb", "py_compile", "pydoc", "tkinter", "unittest"),
    *("bz2", "lzma", "tarfile"),
    *("_hashlib", "_pydecimal", "_uuid"),  # Python has other ways to do the same
    *("attr", "attrs", "setuptools", "tomli_w", "yaml"),  # msgspec can do without
    *(f"_codecs_{region}" for region in ("cn", "hk", "iso2022", "jp", "kr", "tw")),
    "_multibytecodec",
]
"""Found by PyInstaller behind imports that the program never executes."""

_MORE_UNUSED_MODULES = {"tomli", "typing_extensions"}
"""Removed afterwards: PyInstaller fails if these are excluded while setuptools vendors them."""

_TYPE_IMPORTERS = {"PySide6"}
"""What PyInstaller takes for imports of these are names of types in their signatures."""

_PLUGINS = {
    "qxcb",
    "qwayland",
    "xdg-shell",
    "bradient",
    "qwindows",
    "qcocoa",
    "qoffscreen",  # for the self-test
    "composeplatforminputcontextplugin",  # dead keys
    "ibusplatforminputcontextplugin",
    "qxdgdesktopportal",
    "cupsprintersupport",
}
"""Qt's plugins that are used: platforms, input methods, file dialog and printing."""

_TRANSLATION = "qtbase_nl.qm"

_SYSTEM_LIBRARIES = re.compile(
    r"(ld-linux.*|lib(c|dl|m|pthread|rt|util)|lib(EGL|GL|X11|X11-xcb|cups|dbus-1|fontconfig|freetype|gcc_s"
    r"|glib-2\.0|gthread-2\.0|stdc\+\+|wayland-\w+|xcb|z))\.so\b",
)
"""Left to the Linux desktop: updated with it, and built for its drivers, fonts and printers."""


_PYTHON = re.compile(r"(lib)?python", re.IGNORECASE)

_UNPACK = """
import sys
import PySide6.QtCore
sys.modules["shibokensupport"].__loader__.zfile.extractall(sys.argv[1])
"""


def typeface() -> list[tuple[str, str]]:
    """Return the files of the typeface, each with its folder in the bundle."""
    return collect_data_files("fontpkg_atkinson_hyperlegible", includes=["files/*.ttf"])


def pyside_support(build: Path) -> list[tuple[str, str]]:
    """Return PySide's own Python modules, compiled, in one archive with its folder in the bundle.

    They are inside a library, and PySide would compile them at each start; but it looks first in `files.dir`,
    a folder that it makes itself when SBK_EMBED=0 is in the environment. An archive does as well, and Windows
    then has one file to find and to scan instead of many. `build` is the folder that PyInstaller keeps its
    own work in.
    """
    folder, archive = build / "support", build / "archive" / "files.dir"
    subprocess.run([sys.executable, "-c", _UNPACK, folder], check=True)
    compile_dir(folder, legacy=True, optimize=2, quiet=1, stripdir=folder)
    archive.parent.mkdir(exist_ok=True)
    with ZipFile(archive, "w") as modules:
        for file in sorted(folder.rglob("*.pyc")):
            modules.write(file, file.relative_to(folder))
    return [(str(archive), "shiboken6")]


def keep_what_is_used(analysis: Analysis) -> None:
    """Take out of `analysis` the modules, plugins, translations and libraries that are never loaded.

    Ends the build if what is left depends on one of them.
    """
    _refuse_broken_imports(Path(CONF["warnfile"]))
    analysis.pure[:] = [
        entry for entry in analysis.pure if entry[0].partition(".")[0] not in _MORE_UNUSED_MODULES
    ]
    analysis.datas[:] = [entry for entry in analysis.datas if not _is_foreign_translation(entry[0])]
    wanted = [entry for entry in analysis.binaries if not _is_unused_plugin(entry[0])]
    reached = _reached(wanted)
    analysis.binaries[:] = [entry for entry in wanted if _name(entry[0]) in reached]
    for entries in analysis.binaries, analysis.datas:
        entries[:] = [entry for entry in entries if _is_kept_link(entry, reached)]


def _refuse_broken_imports(warnings: Path) -> None:
    """End the build if a package needs an excluded module, according to PyInstaller's file of `warnings`."""
    for line in warnings.read_text(encoding="utf-8").splitlines():
        excluded = re.match(r"excluded module named '?([\w.]+)'? - imported by (.+)", line)
        for importer in re.findall(r"([\w.]+) \(top-level\)", excluded[2]) if excluded else ():
            if importer.partition(".")[0] not in sys.stdlib_module_names | _TYPE_IMPORTERS:
                sys.exit(f"{importer} needs {excluded[1]}, which release/contents.py excludes")


def _is_foreign_translation(place: str) -> bool:
    return place.endswith(".qm") and PurePath(place).name != _TRANSLATION


def _is_unused_plugin(place: str) -> bool:
    return "plugins" in PurePath(place).parts and PurePath(place).stem.removeprefix("lib") not in _PLUGINS


def _is_kept_link(entry: Entry, reached: set[str]) -> bool:
    place, target, kind = entry
    framework = re.search(r"([^/]+)\.framework/", place)
    if framework:
        return _name(framework[1]) in reached
    if kind != "SYMLINK":
        return True
    # On Linux Qt's libraries are found by RPATH, and a folder without links survives every zip and USB stick.
    return sys.platform != "linux" and _name(target) in reached


def _reached(entries: list[Entry]) -> set[str]:
    """Return the names of extension modules, plugins and Python's library, and of all that these link to."""
    files = {_name(place): Path(path) for place, path, kind in entries if kind != "SYMLINK"}
    queue = [
        _name(place)
        for place, _, kind in entries
        if kind == "EXTENSION" or "plugins" in PurePath(place).parts or _PYTHON.match(_name(place))
    ]
    reached = set[str]()
    while queue:
        name = queue.pop()
        if name in reached or _SYSTEM_LIBRARIES.match(name):
            continue
        if name in files:
            reached.add(name)
            queue += _linked(files[name])
        elif sys.platform == "linux":  # elsewhere system libraries are always present
            sys.exit(f"the bundle needs {name}, which this computer lacks")
    return reached


def _linked(library: Path) -> list[str]:
    """Return the names of the libraries that one links to directly."""
    if sys.platform != "linux":
        return [_name(name) for name, _ in bindepend.get_imports(str(library))]
    # On Linux PyInstaller's function also returns indirect ones.
    headers = subprocess.run(["objdump", "-p", library], capture_output=True, check=True, text=True).stdout
    return re.findall(r"^ +NEEDED +(\S+)$", headers, re.MULTILINE)


def _name(path: str) -> str:
    name = PurePath(path).name
    return name.lower() if sys.platform == "win32" else name
