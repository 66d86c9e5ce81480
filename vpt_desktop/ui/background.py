"""Work that may have to wait for a disk or a network, off the window's thread."""

from __future__ import annotations

import gc
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Event, Thread
from time import monotonic
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from vpt_desktop.errors import StoppedError, VptError

_PATIENCE = 1000
"""Milliseconds after which a user is shown what is being waited for."""

_COLLECTED_EVERY = 1000
"""Milliseconds."""

_TURN = 0.0005
"""Seconds that Python computes in one thread while another waits: drawing a window waits very many times."""

_Result = TypeVar("_Result")
_Pieces = SimpleQueue[Callable[[], object] | None]


class _Finished(NamedTuple):
    """The end of a piece of work: what follows in the window's thread, and the error that ended it."""

    pieces: object
    """The queue that the piece was in."""
    follow: Callable[[], object]
    error: BaseException | None = None


class Background(QObject):
    """Runs pieces of work one after the other in a thread of its own, each followed by its result here.

    The program does not wait for the thread when it ends: whoever needs the work done calls `wait`.
    """

    waiting = Signal(str)
    """The name of the work that has been waited for over a second; "" once that is done."""

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pieces = _Pieces()
        self._thread: Thread | None = None
        self._names = deque[str]()
        self._unfinished = deque[Callable[[], object]]()
        self._when_idle = deque[Callable[[], object]]()
        self._last: Callable[[], object] | None = None
        """Kept here, as what is given up is, so that a thread is never the last to hold a piece."""
        self._finished.connect(self._on_finished)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._on_patience_ended)
        self._is_waiting = False
        self._failures = 0
        self._given_up = list[Callable[[], object]]()
        ends = self._ends = [self._pieces.put]
        self.destroyed.connect(lambda: [end(None) for end in ends])

    @property
    def is_busy(self) -> bool:
        """Whether there is work whose result has not been passed on yet."""
        return bool(self._names)

    def run(
        self,
        name: str,
        work: Callable[[], _Result],
        then: Callable[[_Result], object],
        failed: Callable[[VptError], object],
    ) -> None:
        """Run `work` once all earlier work is done.

        Args:
            name: what a user who waits is shown, a Dutch clause such as "je scan wordt opgeslagen".
            work: runs in another thread, so it must not use a widget or a document.
            then: receives what `work` returns, in this thread.
            failed: receives the error, in this thread, if it is one that the program foresees.
        """
        pieces = self._pieces

        def piece() -> None:
            try:
                result = work()
            except VptError as error:
                refusal = error  # the name of an exception ends with its clause
                self._finished.emit(_Finished(pieces, lambda: failed(refusal), refusal))
            except BaseException as error:  # noqa: BLE001  raised again in the window's thread
                self._finished.emit(_Finished(pieces, lambda: None, error))
            else:
                self._finished.emit(_Finished(pieces, lambda: then(result)))

        self._names.append(name)
        if not self._patience.isActive():
            self._patience.start()
        self._unfinished.append(piece)
        self._pieces.put(piece)
        if self._thread is None:
            self._thread = Thread(target=_work_off, args=(self._pieces,), daemon=True)
            self._thread.start()

    def when_idle(self, then: Callable[[], object]) -> None:
        """Call `then` once there is no work left: at once, if there is none now.

        Whoever asked earlier is called earlier; the next one then waits for the work that this one begins.
        """
        self._when_idle.append(then)
        self._call_who_waits()

    def when_done(self, then: Callable[[], object]) -> None:
        """Call `then` as `when_idle` does, but not at all if work fails till then.

        Work that the user stops has not failed.
        """
        failures = self._failures

        def go_on() -> None:
            if self._failures == failures:
                then()

        self.when_idle(go_on)

    def give_up(self) -> None:
        """Forget the work that is not done: nothing follows it, and later work does not wait for it.

        For work that changes nothing, such as reading on a network drive that does not answer.
        """
        if not self.is_busy:
            return
        self._given_up += self._unfinished
        self._pieces.put(None)
        self._pieces, self._thread = _Pieces(), None
        self._ends[:] = [self._pieces.put]
        self._names.clear()
        self._unfinished.clear()
        self._end_waiting()
        self._call_who_waits()

    def wait(self, limit: float | None = None) -> None:
        """Return when all work is done and its results are passed on, for the end of the program.

        With a `limit`, in seconds, what is not done by then is given up.
        """
        end = None if limit is None else monotonic() + limit
        while self.is_busy:
            done = Event()
            self._pieces.put(done.set)
            if not done.wait(None if end is None else max(0, end - monotonic())):
                return
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def _on_finished(self, finished: _Finished) -> None:
        if finished.pieces is not self._pieces:  # given up
            return
        self._names.popleft()
        self._last = self._unfinished.popleft()
        self._end_waiting()
        if self._names:
            self._patience.start()
        error = finished.error
        if error is not None and not isinstance(error, StoppedError):
            self._failures += 1
        try:
            if error is not None and not isinstance(error, VptError):
                raise error
            finished.follow()
        finally:
            self._call_who_waits()

    def _call_who_waits(self) -> None:
        while self._when_idle and not self.is_busy:
            self._when_idle.popleft()()

    def _end_waiting(self) -> None:
        self._patience.stop()
        if self._is_waiting:
            self._is_waiting = False
            self.waiting.emit("")

    def _on_patience_ended(self) -> None:
        self._is_waiting = True
        self.waiting.emit(self._names[0])


def _work_off(pieces: _Pieces) -> None:
    """Run what is put into the queue, until that is None or the receiver of the results is gone."""
    sys.setswitchinterval(_TURN)
    with suppress(RuntimeError):
        while (piece := pieces.get()) is not None:
            piece()


class GarbageCollector(QObject):
    """Collects Python's garbage in the window's thread only, since no other thread may delete a widget.

    By itself Python collects in whichever thread creates many objects.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_COLLECTED_EVERY)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def _collect(self) -> None:
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [generation for generation in range(3) if counts[generation] > thresholds[generation]]
        if due:
            gc.collect(max(due))
