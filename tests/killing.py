"""A Python program of the tests' own, to be killed as a system kills: no more of its code runs."""

import glob
import os
import signal
import subprocess
import sys
from pathlib import Path

import vpt_desktop

_PLACES = [Path(vpt_desktop.__file__).parents[1], Path(__file__).parents[1]]
_CODE = 1 if sys.platform == "win32" else -signal.SIGKILL
"""How a program ends that `Popen.kill` ends: TerminateProcess on Windows."""


def kept_work(folder: Path, name: str = "*.vpt-herstel") -> list[Path]:
    """Return the files of that name in a folder for recovery, where another thread may be at work."""
    return [Path(name) for name in glob.glob(f"{glob.escape(str(folder))}/*/{name}")]  # noqa: PTH207  passes over what has gone


class Program:
    """A running program; what it prints can be read line by line."""

    def __init__(self, code: str, *arguments: str, **environment: str) -> None:
        path = os.pathsep.join(map(str, _PLACES))
        self._process = subprocess.Popen(
            [sys.executable, "-c", code, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", **environment},
        )

    def line(self) -> str:
        """Return the next line that it prints, once it does."""
        assert self._process.stdout
        return self._process.stdout.readline().rstrip("\n")

    def let_go(self) -> None:
        """Give it the line that it waits for, after which it ends."""
        assert self._process.stdin
        self._process.stdin.write("\n")
        self._process.stdin.flush()

    def stop(self) -> None:
        """End it, if it has not ended."""
        self._process.kill()
        self._process.communicate()

    def kill(self) -> list[str]:
        """Kill it, and return the whole lines that it had printed and that were not read."""
        self._process.kill()
        assert self._process.stdout
        said = self._process.stdout.read()  # communicate() would pass over what was read ahead with a line
        self.stop()
        assert self._process.returncode == _CODE
        return said.split("\n")[:-1]
