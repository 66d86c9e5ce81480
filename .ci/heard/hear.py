"""`hear.py STORY` plays a story to the program with Orca on, and compares what is said with what must be.

A story has one step a line; after each step what Orca said is printed, until it is silent:

    start CMD                starts the program (a home of its own for each story)
    key Tab ctrl+s           presses keys, one after the other, each until Orca is silent
    until Tab REGEX          presses a key until that is heard (60 times at most)
    type TEXT, click X Y     types text, clicks on the screen
    wait S, sh CMD, kill     waits, runs a command of the system, kills the program (SIGKILL)
    look FILE.png            takes a picture of the screen
    heard REGEX              must have been said since the last step, or must come soon
    unheard REGEX            must not have been said since then

What is said while a voice still speaks waits for its turn; when Orca is told to stop meanwhile, by a key or a
newer announcement, the rest is "‖ cut off" and does not count as heard.
"""

import os
import re
import shlex
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LETTERS_PER_SECOND = 25
"""A brisk voice."""

MOST_PRESSES = 60
PATIENCE = 5.0
"""Seconds in which what must be said may still come."""

CUT_OFF = " ‖ cut off: "
STOP = "<stop>"

folder = Path(os.environ["SESSION_FOLDER"])
ear = folder / "ear"


def said() -> list[tuple[float, str]]:
    """Return what Orca has spoken so far, each with its time in seconds."""
    lines = (line.partition("\t") for line in ear.read_text(encoding="utf-8").splitlines())
    return [(float(at), text) for at, _, text in lines]


def spoken(since: int) -> list[str]:
    """Return what a listener hears of the lines from number `since` on: a stop cuts what still waits."""
    heard: list[str] = []
    queue: list[tuple[float, str]] = []
    free = 0.0
    for at, text in said()[since:]:
        if text == STOP:
            heard += [_until(at, begin, waiting) for begin, waiting in queue]
            queue, free = [], at
        else:
            begin = max(at, free)
            queue.append((begin, text))
            free = begin + len(text) / LETTERS_PER_SECOND
    return heard + [text for _, text in queue]


def _until(stop: float, begin: float, text: str) -> str:
    letters = max(0, int((stop - begin) * LETTERS_PER_SECOND))
    return text if letters >= len(text) else f"{text[:letters]}{CUT_OFF}{text[letters:]}"


def is_busy() -> bool:
    """Return whether a thread of another process of the session computes, or would if the machine let it.

    The process that typesets does not count: the user goes on meanwhile.
    """
    for status in Path("/proc").glob("[0-9]*/task/[0-9]*/stat"):
        with suppress(OSError):  # it has ended
            state = status.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[0]
            if state in "RD" and status.parts[2] != str(os.getpid()) and not _typesets(status.parents[2]):
                return True
    return False


def _typesets(process: Path) -> bool:
    return b"--typeset" in (process / "cmdline").read_bytes()


def wait_for_silence(least: float, most: float = 20.0) -> None:
    """Wait until Orca says nothing and no process is busy for `least` seconds, at most `most` seconds."""
    end = time.monotonic() + most
    before, since = len(said()), time.monotonic()
    while time.monotonic() < end and time.monotonic() - since < least:
        time.sleep(0.05)
        if len(said()) != before or is_busy():
            before, since = len(said()), time.monotonic()


def start_process(command: list[str], log: IO[bytes], **environment: str) -> "subprocess.Popen[bytes]":
    """Start a command whose whole group can be killed."""
    return subprocess.Popen(
        command, start_new_session=True, stdout=log, stderr=log, env={**os.environ, **environment}
    )


def start_orca() -> "subprocess.Popen[bytes]":
    """Return Orca, once it has said that it is there."""
    ear.touch()
    log = folder / "log" / "orca.log"
    orca = start_process(
        ["/usr/bin/orca", "--replace", "-d", "braille", "-e", "speech"],
        log.open("wb"),
        PYTHONPATH=str(Path(__file__).parent / "ear"),
        EAR_LOG=str(ear),
        HOME=str(folder / "orca"),
    )
    end = time.monotonic() + 40
    while not said() and time.monotonic() < end and orca.poll() is None:
        time.sleep(0.1)
    if not said():
        sys.exit(f"Orca did not start:\n{log.read_text(encoding='utf-8')[-3000:]}")
    wait_for_silence(1.0)
    return orca


def xdotool(*arguments: str) -> None:
    """Act as the user; without an accessibility bus of its own."""
    subprocess.run(["xdotool", *arguments], check=True, env={**os.environ, "NO_AT_BRIDGE": "1"})


class Story:
    """Plays the steps, and counts the expectations that hold."""

    def __init__(self) -> None:
        self.program: subprocess.Popen[bytes] | None = None
        self.mark = len(said())
        """The number of the first line since the last step."""
        self.held = 0
        self.checks = 0
        self._steps: dict[str, Callable[[str], object]] = {
            "start": self._start,
            "key": self._press,
            "until": self._press_until,
            "type": self._type,
            "click": self._click,
            "wait": lambda seconds: time.sleep(float(seconds)),
            "kill": self._kill,
            "look": lambda file: subprocess.run(["import", "-window", "root", file], check=True),
            "sh": lambda command: subprocess.run(command, shell=True, check=True),
        }

    def play(self, line: str) -> None:
        """Take one line: a step, an expectation, or a remark."""
        verb, _, rest = line.strip().partition(" ")
        if not verb or verb.startswith("#"):
            return
        if verb in {"heard", "unheard"}:
            self._count(line, holds=self._comes(rest) if verb == "heard" else not self._is_heard(rest))
            return
        print(line)
        self.mark = len(said())
        self._steps[verb](rest)
        for text in spoken(self.mark):
            print(f"     {text}")

    def _is_heard(self, pattern: str) -> bool:
        return any(re.search(pattern, text.split(CUT_OFF)[0]) for text in spoken(self.mark))

    def _comes(self, pattern: str) -> bool:
        """Return whether that is heard by now, or within PATIENCE."""
        end = time.monotonic() + PATIENCE
        while not (heard := self._is_heard(pattern)) and time.monotonic() < end:
            time.sleep(0.1)
        return heard

    def _count(self, line: str, *, holds: bool) -> None:
        self.checks += 1
        self.held += holds
        if not holds:
            print(f"   ✗ {line.strip()}")

    def _start(self, command: str) -> None:
        log = (folder / "log" / "program.log").open("ab")
        self.program = start_process(shlex.split(command), log)
        search = ["xdotool", "search", "--onlyvisible", "--pid", str(self.program.pid)]
        for _ in range(200):
            time.sleep(0.1)
            found = subprocess.run(search, capture_output=True, check=False).stdout
            if found or self.program.poll() is not None:
                break
        wait_for_silence(1.5)

    def _press(self, keys: str) -> None:
        for key in keys.split():
            xdotool("key", "--clearmodifiers", key)
            wait_for_silence(0.8)

    def _press_until(self, key_and_pattern: str) -> None:
        key, _, pattern = key_and_pattern.partition(" ")
        for presses in range(1, MOST_PRESSES + 1):
            self.mark = len(said())
            xdotool("key", "--clearmodifiers", key)
            wait_for_silence(0.6)
            if any(re.search(pattern, text) for text in spoken(self.mark)):
                print(f"     ({presses} times)")
                return
        self._count(f"not reached in {MOST_PRESSES} presses", holds=False)

    def _type(self, text: str) -> None:
        xdotool("type", "--delay", "60", text)
        wait_for_silence(0.8)

    def _click(self, place: str) -> None:
        xdotool("mousemove", *place.split(), "click", "1")
        wait_for_silence(0.8)

    def _kill(self, _rest: str) -> None:
        if self.program is not None:
            os.killpg(self.program.pid, signal.SIGKILL)
            self.program.wait()


def main(story: Path) -> bool:
    """Play a story; return whether every expectation held."""
    start_orca()
    teller = Story()
    for line in story.read_text(encoding="utf-8").splitlines():
        teller.play(line)
    print(f"{teller.held} of {teller.checks} expectations hold")
    if teller.checks != teller.held:
        print((folder / "log" / "program.log").read_text(encoding="utf-8", errors="replace")[-2000:])
    return teller.held == teller.checks


if __name__ == "__main__":
    sys.exit(not main(Path(sys.argv[1])))
