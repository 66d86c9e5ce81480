"""A double click on a `.vpt` file opens the program, once the lines of docs/beheer.md were run on Linux."""

import datetime as dt
import os
import re
import shlex
import shutil
import subprocess
import xml.etree.ElementTree as ET
from configparser import ConfigParser
from pathlib import Path

import pytest

from vpt_desktop.domain.card import Card
from vpt_desktop.domain.file_name import SCAN_SUFFIX
from vpt_desktop.domain.scan import Scan
from vpt_desktop.resources import resource
from vpt_desktop.storage.scan_file import encode_scan

TYPE = "application/x-vpt-scan"
MANUAL = Path(__file__).parent.parent / "docs" / "beheer.md"
NAMES = "{http://www.freedesktop.org/standards/shared-mime-info}"


def entry(path: Path) -> ConfigParser:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(path, encoding="utf-8")
    return parser


def test_the_program_is_for_the_type_that_a_scan_has() -> None:
    assert entry(resource("vpt-desktop.desktop"))["Desktop Entry"]["MimeType"] == f"{TYPE};"
    [kind] = ET.parse(resource("vpt-scan.xml")).getroot()  # noqa: S314  our own file
    assert kind.get("type") == TYPE
    assert kind.find(f"{NAMES}glob").get("pattern") == f"*{SCAN_SUFFIX}"


def test_a_scan_is_known_by_its_first_bytes_too(card: Card) -> None:
    [kind] = ET.parse(resource("vpt-scan.xml")).getroot()  # noqa: S314  our own file
    match = kind.find(f"{NAMES}magic/{NAMES}match")
    last_start = int(match.get("offset").partition(":")[2])
    place = encode_scan(Scan(date=dt.date(2026, 11, 24)), card).find(match.get("value").encode())
    assert 0 <= place <= last_start


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder with a program in it, as it is unpacked; the path is none of the easiest."""
    folder = tmp_path / "Programma's | Zorg & Zoë" / "vpt-desktop"
    shutil.copytree(resource("card.toml").parent, folder / "_internal" / "vpt_desktop" / "resources")
    (folder / "vpt-desktop").touch()
    return folder / "vpt-desktop"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


def follow(mark: str, program: Path, home: Path) -> None:
    """Run the lines of the manual that stand after `mark`, in the program's folder."""
    [lines] = re.findall(rf"<!-- {mark} -->\n```sh\n(.+?)```", MANUAL.read_text(encoding="utf-8"), re.DOTALL)
    environment = {**os.environ, "HOME": str(home)}
    environment.pop("XDG_DATA_HOME", None)
    subprocess.run(["sh", "-euc", lines], check=True, cwd=program.parent, env=environment)


@pytest.mark.skipif(
    not (shutil.which("update-mime-database") and shutil.which("update-desktop-database")),
    reason="a desktop has these: shared-mime-info and desktop-file-utils",
)
def test_the_manuals_lines_couple_scans_to_the_program_and_uncouple_them(program: Path, home: Path) -> None:
    data = home / ".local" / "share"
    follow("koppelen", program, home)
    installed = entry(data / "applications" / "vpt-desktop.desktop")
    assert shlex.split(installed["Desktop Entry"]["Exec"]) == [str(program), "%f"]
    assert entry(data / "applications" / "mimeinfo.cache")["MIME Cache"][TYPE] == "vpt-desktop.desktop;"
    assert f"50:{TYPE}:*{SCAN_SUFFIX}\n" in (data / "mime" / "globs2").read_text(encoding="utf-8")
    subprocess.run(["desktop-file-validate", data / "applications" / "vpt-desktop.desktop"], check=True)

    follow("ontkoppelen", program, home)
    assert [path.name for path in home.rglob("*vpt*")] == []
    assert TYPE not in (data / "applications" / "mimeinfo.cache").read_text(encoding="utf-8")
    assert TYPE not in (data / "mime" / "globs2").read_text(encoding="utf-8")
