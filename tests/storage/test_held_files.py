"""Files that another program holds open, or has marked as read-only, on the system itself."""

import subprocess
import sys
import threading
from codecs import BOM_UTF8
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.killing import Program
from tests.skips import files_can_be_held
from vpt_desktop.errors import OpenError, OverviewError, SaveError
from vpt_desktop.storage.atomic_file import write_atomically
from vpt_desktop.storage.file_reading import read_file
from vpt_desktop.storage.overview_file import write_overview
from vpt_desktop.storage.pdf_file import write_pdf

HOLDING = """
import ctypes, sys
api = ctypes.WinDLL("kernel32")
handle = api.CreateFileW(ctypes.c_wchar_p(sys.argv[1]), ctypes.c_uint32(0xC0000000), 0, None, 3, 0, None)
print("held", flush=True)
input()
"""
"""Another program that shares the file with nobody, until it is killed."""


@contextmanager
def held(path: Path) -> Generator[Program]:
    program = Program(HOLDING, str(path))
    assert program.line() == "held"
    try:
        yield program
    finally:
        program.stop()


@files_can_be_held
def test_a_file_that_is_held_is_in_use_to_a_reader_and_a_writer(folder: Path) -> None:
    file = folder / "scan.pdf"
    file.write_bytes(b"%PDF-old")
    with held(file):
        with pytest.raises(OpenError, match=r"in gebruik door een ander programma; .* open het opnieuw"):
            read_file(file)
        with pytest.raises(SaveError, match=r"in gebruik door een ander programma; .* sla opnieuw op"):
            write_pdf(file, b"%PDF-new")
    assert file.read_bytes() == b"%PDF-old"
    assert list(folder.iterdir()) == [file]


@files_can_be_held
@pytest.mark.parametrize(("suffix", "content"), [(".xlsx", b"PK\x03\x04zip"), (".csv", BOM_UTF8 + b"a;b")])
def test_a_spreadsheet_that_is_open_in_excel_is_in_use(folder: Path, suffix: str, content: bytes) -> None:
    file = folder / f"regio{suffix}"
    file.write_bytes(content)
    with (
        held(file),
        pytest.raises(
            OverviewError,
            match=r"in gebruik door een ander programma; .* sluit het daar en sla opnieuw op",
        ),
    ):
        write_overview(file, content + b"new", suffix)
    assert file.read_bytes() == content
    assert list(folder.iterdir()) == [file]


@files_can_be_held
def test_a_file_that_is_let_go_of_within_the_wait_is_read_and_written(folder: Path) -> None:
    file = folder / "scan.vpt"
    file.write_bytes(b"old")
    with held(file) as program:
        threading.Timer(0.3, program.let_go).start()
        assert read_file(file) == b"old"
    with held(file) as program:
        threading.Timer(0.3, program.let_go).start()
        write_atomically(file, b"new")
    assert file.read_bytes() == b"new"


def test_a_pdf_marked_as_read_only_is_so_in_the_sentence(folder: Path) -> None:
    file = folder / "scan.pdf"
    file.write_bytes(b"%PDF-old")
    if sys.platform == "win32":
        subprocess.run(["attrib", "+R", file], check=True)
    else:
        file.chmod(0o444)
    with pytest.raises(SaveError, match="het bestand dat er al staat is alleen-lezen"):
        write_pdf(file, b"%PDF-new")
    assert file.read_bytes() == b"%PDF-old"
