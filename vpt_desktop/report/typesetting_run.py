"""A run of the typesetter that can be stopped; where there is much text, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Lock, Timer
from typing import TYPE_CHECKING

import msgspec

from vpt_desktop.errors import TypesettingError, TypesettingLimitError, TypesettingStoppedError
from vpt_desktop.report.typesetting_child import OPTION, Outcome, outcome, request

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vpt_desktop.report.document import Document

_MUCH = 20_000
"""Characters; of as many of any kind the typesetter in this process makes a PDF in two seconds at most."""

_LONGEST = 120.0
"""Seconds for a process of its own."""

_DECODER = msgspec.msgpack.Decoder(Outcome)
"""Made at once: msgspec crashes if two threads are the first to decode a type at the same time."""

_SOURCE = Path(__file__).parents[2]


class TypesettingRun:
    """Typesets one document in the thread that asks, until another thread stops it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._is_stopped = False

    def typeset(self, document: Document) -> tuple[bytes, tuple[str, ...]]:
        """Return `document` as a PDF, and the distinct characters that were replaced in it.

        Raises:
            TypesettingError: as `typesetting.typeset` does, or the typesetter is missing.
            TypesettingLimitError: the text takes more time or memory than there is for it.
            TypesettingStoppedError: the run was stopped.
        """
        done = self._outcome(document, None)
        return done.pdf, tuple(json.loads(done.substituted))

    def page_images(self, document: Document, ppi: float) -> Iterator[bytes]:
        """Yield the pages, each as a PNG of `ppi` pixels per inch; raises as `typeset` does."""
        yield from self._until_stopped(self._outcome(document, ppi).pages)

    def stop(self) -> None:
        """Stop, from another thread: a process of its own ends at once."""
        with self._lock:
            self._is_stopped = True
            if self._process is not None:
                self._process.kill()

    def _until_stopped(self, pages: Iterable[bytes]) -> Iterator[bytes]:
        for page in pages:
            self._check()
            yield page

    def _check(self) -> None:
        if self._is_stopped:
            raise TypesettingStoppedError

    def _outcome(self, document: Document, ppi: float | None) -> Outcome:
        typeset = outcome if len(document.text) < _MUCH else self._in_a_process
        done = typeset(document, ppi)
        self._check()
        if done.diagnostic is not None:
            raise TypesettingError(done.diagnostic)
        return done

    def _in_a_process(self, document: Document, ppi: float | None) -> Outcome:
        asked = request(document, ppi)
        with self._lock:
            self._check()
            process = self._process = _started()
        watch = Timer(_LONGEST, process.kill)
        watch.daemon = True
        watch.start()
        try:
            answer = _answer(process, asked)
        finally:
            watch.cancel()
            with self._lock:
                self._process = None
        self._check()
        try:
            return _DECODER.decode(answer)
        except msgspec.DecodeError as error:  # half an answer, or none: it was killed or ran out of memory
            raise TypesettingLimitError from error


def _started() -> subprocess.Popen[bytes]:
    is_bundle = hasattr(sys, "frozen")
    command = [sys.executable, OPTION] if is_bundle else [sys.executable, "-P", "-m", "vpt_desktop", OPTION]
    path = os.pathsep.join(filter(None, (str(_SOURCE), os.environ.get("PYTHONPATH"))))
    try:
        return subprocess.Popen(  # noqa: S603  the program itself
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=None if is_bundle else {**os.environ, "PYTHONPATH": path},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise TypesettingLimitError from error


def _answer(process: subprocess.Popen[bytes], asked: bytes) -> bytes:
    """Return what `process` answers; its standard input stays open till then, which it takes for its end."""
    assert process.stdin is not None  # noqa: S101  both are pipes
    assert process.stdout is not None  # noqa: S101
    try:
        process.stdin.write(asked)
        process.stdin.flush()
        return process.stdout.read()
    except OSError:  # it ended before it had read all: a broken pipe, on Windows also an invalid argument
        return b""
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
        with suppress(OSError):
            process.stdin.close()
