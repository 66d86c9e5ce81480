"""A run of the typesetter ends when it is stopped, and gives what the typesetter gives."""

import subprocess
import sys
from collections.abc import Iterator
from threading import Thread, Timer
from time import monotonic

import pytest

from tests.drawing import DAY, scan_of
from vpt_desktop import report
from vpt_desktop.domain.card import Card
from vpt_desktop.domain.scan import Answer
from vpt_desktop.errors import TypesettingError, TypesettingLimitError, TypesettingStoppedError
from vpt_desktop.report import typesetting_run
from vpt_desktop.report.document import Document
from vpt_desktop.report.summary import summary_document
from vpt_desktop.report.typesetting import page_images, typeset
from vpt_desktop.report.typesetting_child import OPTION, request
from vpt_desktop.report.typesetting_run import TypesettingRun


@pytest.fixture
def short(card: Card) -> Document:
    return summary_document(scan_of("☑☑☑☐☐☐☐☐☐☐"), card)


@pytest.fixture
def long(card: Card) -> Document:
    """A document with so much text that it gets a process of its own, and with half an emoji."""
    return with_note(card, "overleg \ud83d " * 3_000)


@pytest.fixture
def endless(card: Card) -> Document:
    """A document that takes many seconds: each of its characters is looked up in every typeface."""
    return with_note(card, "".join(map(chr, range(0x10000, 0x10000 + 99_000))))


@pytest.fixture
def run() -> Iterator[TypesettingRun]:
    run = TypesettingRun()
    yield run
    run.stop()


def with_note(card: Card, note: str) -> Document:
    return summary_document(scan_of("☐☐☐☐☐☐☐☐☐☐").with_answer(1, Answer(note=note)), card)


@pytest.mark.parametrize("name", ["short", "long"])
def test_it_gives_the_pdf_of_the_typesetter(
    name: str, run: TypesettingRun, request: pytest.FixtureRequest
) -> None:
    document = request.getfixturevalue(name)
    expected = typeset(document)
    assert run.typeset(document) == (expected.pdf, expected.substituted)


@pytest.mark.parametrize("name", ["short", "long"])
def test_it_gives_the_pages_of_the_typesetter(
    name: str, run: TypesettingRun, request: pytest.FixtureRequest
) -> None:
    document = request.getfixturevalue(name)
    assert tuple(run.page_images(document, 20)) == page_images(document, 20)


def test_it_is_over_soon_after_it_is_stopped(run: TypesettingRun, endless: Document) -> None:
    stopped: list[float] = []
    Timer(1, lambda: (stopped.append(monotonic()), run.stop())).start()
    with pytest.raises(TypesettingStoppedError, match="Gestopt; er is niets gemaakt"):
        run.typeset(endless)
    assert monotonic() - stopped[0] < 5


@pytest.mark.parametrize("name", ["short", "long"])
def test_what_was_stopped_before_it_begins_gives_nothing(
    name: str, run: TypesettingRun, request: pytest.FixtureRequest
) -> None:
    run.stop()
    with pytest.raises(TypesettingStoppedError):
        run.typeset(request.getfixturevalue(name))


def test_it_stops_between_two_pages(run: TypesettingRun, long: Document) -> None:
    pages = run.page_images(long, 20)
    next(pages)
    run.stop()
    with pytest.raises(TypesettingStoppedError):
        next(pages)


def test_other_threads_go_on_meanwhile(run: TypesettingRun, long: Document) -> None:
    thread = Thread(target=run.typeset, args=(long,))
    thread.start()
    rounds = 0
    while thread.is_alive():
        thread.join(0.01)
        rounds += 1
    assert rounds > 3


def test_what_takes_too_long_is_reported(
    run: TypesettingRun, endless: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typesetting_run, "_LONGEST", 0.5)
    with pytest.raises(TypesettingLimitError, match="te weinig geheugen of tijd"):
        run.typeset(endless)


def test_ten_notes_of_short_lines_at_the_limit_are_made(run: TypesettingRun, card: Card) -> None:
    scan = scan_of("☐☐☐☐☐☐☐☐☐☐")
    for number in range(1, 11):
        scan = scan.with_answer(number, Answer(note="regel\n" * 16_666))
    assert run.typeset(summary_document(scan, card))[0].startswith(b"%PDF")


PEAK = """
import ctypes, os, re, sys
from pathlib import Path
from vpt_desktop.app import main

def peak():
    if sys.platform == "win32":
        counters = (ctypes.c_size_t * 9)(9 * ctypes.sizeof(ctypes.c_size_t))
        api = ctypes.WinDLL("kernel32")
        assert api.K32GetProcessMemoryInfo(ctypes.c_void_p(-1), counters, ctypes.sizeof(counters))
        return counters[1] // 1024
    return int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])

def end(code, end=os._exit):
    print(peak(), file=sys.stderr, flush=True)
    end(code)

os._exit = end
main(sys.argv[1:])
"""
"""Typesets as the process does that is asked to, and prints the peak of its memory in kB."""


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS reports memory otherwise")
def test_signs_that_no_typeface_has_take_less_than_half_a_gigabyte(endless: Document) -> None:
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen([sys.executable, "-c", PEAK, OPTION], **pipes) as process:
        process.stdin.write(request(endless, None))
        process.stdin.flush()
        assert b"%PDF" in process.stdout.read()
        assert 0 < int(process.stderr.read()) < 500_000


def test_a_process_that_cannot_be_started_is_reported(
    run: TypesettingRun, long: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/program")
    with pytest.raises(TypesettingLimitError):
        run.typeset(long)


def test_a_process_that_ends_without_an_answer_is_reported(
    run: TypesettingRun, long: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    ended.wait()
    monkeypatch.setattr(typesetting_run, "_started", lambda: ended)
    with pytest.raises(TypesettingLimitError):
        run.typeset(long)


@pytest.mark.parametrize("size", [1, 30_000])
def test_a_damaged_installation_is_reported_from_either_process(size: int, run: TypesettingRun) -> None:
    with pytest.raises(TypesettingError) as raised:
        run.typeset(Document("gone.typ", "x" * size, DAY))
    assert "gone.typ" in raised.value.diagnostic
    assert "gone.typ" not in str(raised.value)  # the rest of it is English


def test_a_missing_typesetter_is_reported(
    run: TypesettingRun, short: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "vpt_desktop.report.typesetting", None)
    monkeypatch.delattr(report, "typesetting", raising=False)
    with pytest.raises(TypesettingError, match="De PDF kon niet worden gemaakt"):
        run.typeset(short)


def test_the_process_ends_with_the_program_that_started_it(endless: Document) -> None:
    command = [sys.executable, "-m", "vpt_desktop", OPTION]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.stdin.write(request(endless, None))
        process.stdin.flush()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1)
        process.stdin.close()
        assert process.wait(60) == 1
        assert process.stdout.read() == b""
