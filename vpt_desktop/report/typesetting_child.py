"""The program as a process that typesets one document, from standard input to standard output.

So it can be stopped at any moment, and its memory is bounded. No file holds what was typed.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from threading import Thread
from typing import TYPE_CHECKING, Final

import msgspec

from vpt_desktop.errors import TypesettingError
from vpt_desktop.report.document import Document
from vpt_desktop.report.memory_limit import limit_memory

if TYPE_CHECKING:
    from typing import BinaryIO, NoReturn

OPTION: Final = "--typeset"
"""The argument that makes the program this process; not for users."""

_MOST_MEMORY = 3 << 29
"""Bytes of address space, 1.5 GB, of which libraries and threads claim more than they fill."""


class Outcome(msgspec.Struct, frozen=True):
    """What the process returns: a PDF with the characters it replaced, or pages, or why there are none."""

    pdf: bytes = b""
    substituted: str = "[]"
    """As JSON in ASCII, since half an emoji cannot be encoded otherwise."""
    pages: tuple[bytes, ...] = ()
    diagnostic: str | None = None


def request(document: Document, ppi: float | None) -> bytes:
    """Return one line that asks for `document` as a PDF, or for its pages at `ppi` pixels per inch."""
    # Not by msgspec, which does not take half an emoji; in ASCII, which has no line break of its own.
    fields = (document.template, document.content, document.day.isoformat(), ppi)
    return json.dumps(fields).encode() + b"\n"


def serve() -> NoReturn:
    """Answer the one request on standard input on standard output, and end.

    The process ends at once when its standard input does, as it does when the program that asked is gone.
    """
    limit_memory(_MOST_MEMORY)
    try:
        # By number: a program on Windows without a terminal has no sys.stdin.
        asked = open(0, "rb", closefd=False)  # noqa: SIM115  never closed: the thread waits for its end
        template, content, day, ppi = json.loads(asked.readline())
        Thread(target=_end_with, args=(asked,), daemon=True).start()
        document = Document(template, content, dt.date.fromisoformat(day))
        with open(1, "wb", closefd=False) as answered:
            answered.write(msgspec.msgpack.encode(outcome(document, ppi)))
    finally:
        os._exit(0)  # without waiting for the thread; what is missing from the answer shows what went wrong


def outcome(document: Document, ppi: float | None) -> Outcome:
    """Typeset `document` in this process: as a PDF, or as pages at `ppi` pixels per inch."""
    try:
        from vpt_desktop.report.typesetting import page_images, typeset  # noqa: PLC0415  after the limit is set

        if ppi is not None:
            return Outcome(pages=page_images(document, ppi))
        done = typeset(document)
        return Outcome(done.pdf, json.dumps(done.substituted))
    except TypesettingError as error:
        return Outcome(diagnostic=error.diagnostic)
    except ImportError as error:
        return Outcome(diagnostic=str(error))


def _end_with(stream: BinaryIO) -> None:
    stream.read()
    os._exit(1)
