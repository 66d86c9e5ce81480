"""Work in the background: in order, with its result here, and with a word when it takes long."""

import gc
import sys
from threading import Event, get_ident

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from vpt_desktop.errors import PrintError, TypesettingStoppedError
from vpt_desktop.ui import background
from vpt_desktop.ui.background import Background, GarbageCollector


def refuse(error: Exception) -> None:
    raise error


def test_work_is_done_in_order_elsewhere_and_its_results_arrive_here(qtbot: QtBot) -> None:
    runner, results = Background(), list[object]()
    for number in range(3):
        runner.run("werk", lambda number=number: (number, get_ident()), results.append, refuse)
    assert runner.is_busy
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert [number for number, _ in results] == [0, 1, 2]
    assert {thread for _, thread in results}.isdisjoint({get_ident()})


def test_the_window_goes_on_while_work_waits(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "_PATIENCE", 20)
    runner, disk, shown = Background(), Event(), list[str]()
    runner.waiting.connect(shown.append)
    runner.run("je scan wordt opgeslagen", disk.wait, lambda _: None, refuse)
    qtbot.waitUntil(lambda: shown == ["je scan wordt opgeslagen"])
    disk.set()
    qtbot.waitUntil(lambda: shown == ["je scan wordt opgeslagen", ""])


def test_python_changes_threads_often_while_work_computes_so_that_drawing_does_not_wait(qtbot: QtBot) -> None:
    runner, seen = Background(), list[float]()
    runner.run("werk", sys.getswitchinterval, seen.append, refuse)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0] < 0.001


def test_a_foreseen_error_is_passed_on_and_the_next_work_is_done(qtbot: QtBot) -> None:
    runner, errors, results = Background(), list[object](), list[object]()
    runner.run("werk", lambda: refuse(PrintError()), results.append, errors.append)
    runner.run("werk", lambda: "volgende", results.append, errors.append)
    qtbot.waitUntil(lambda: results == ["volgende"])
    assert [type(error) for error in errors] == [PrintError]


def test_the_end_of_the_program_does_not_wait_for_ever_for_what_it_can_do_without() -> None:
    runner, disk = Background(), Event()
    runner.run("werk", disk.wait, lambda _: None, refuse)
    runner.wait(0.05)
    assert runner.is_busy
    disk.set()
    runner.wait(60)
    assert not runner.is_busy


def test_an_unforeseen_error_is_raised_in_the_windows_thread(qtbot: QtBot) -> None:
    runner = Background()
    with qtbot.captureExceptions() as errors:
        runner.run("werk", lambda: refuse(ZeroDivisionError()), list, refuse)
        qtbot.waitUntil(lambda: not runner.is_busy)
    assert [kind for kind, *_ in errors] == [ZeroDivisionError]


def test_what_waits_for_the_end_comes_after_all_work_and_at_once_without_any() -> None:
    runner, order = Background(), list[object]()
    runner.when_idle(lambda: order.append("at once"))
    runner.run("werk", lambda: "work", order.append, refuse)
    runner.when_idle(lambda: order.append("idle"))
    assert order == ["at once"]
    runner.wait()
    assert order == ["at once", "work", "idle"]


def test_all_who_wait_for_the_end_are_called_in_order_each_after_the_work_of_the_one_before(
    qtbot: QtBot,
) -> None:
    runner, order = Background(), list[object]()

    def work_again() -> None:
        runner.run("werk", lambda: "again", order.append, refuse)

    runner.run("werk", lambda: "work", order.append, refuse)
    runner.when_idle(work_again)
    runner.when_idle(lambda: order.append("second"))
    runner.when_idle(lambda: order.append("third"))
    qtbot.waitUntil(lambda: not runner.is_busy and order == ["work", "again", "second", "third"])


@pytest.mark.parametrize(
    ("error", "expected"),
    [(PrintError(), ["idle"]), (TypesettingStoppedError(), ["idle", "done"]), (None, ["idle", "done"])],
)
def test_what_needs_the_work_is_not_done_if_that_fails_but_is_if_the_user_stops_it(
    error: Exception | None, expected: list[str]
) -> None:
    runner, order = Background(), list[str]()
    runner.run("werk", lambda: None if error is None else refuse(error), lambda _: None, lambda _: None)
    runner.when_idle(lambda: order.append("idle"))
    runner.when_done(lambda: order.append("done"))
    runner.wait()
    assert order == expected


def test_what_needs_the_work_is_not_done_after_an_unforeseen_error(qtbot: QtBot) -> None:
    runner, order = Background(), list[str]()
    with qtbot.captureExceptions():
        runner.run("werk", lambda: refuse(ZeroDivisionError()), lambda _: None, refuse)
        runner.when_done(lambda: order.append("done"))
        qtbot.waitUntil(lambda: not runner.is_busy)
    runner.when_done(lambda: order.append("later"))
    assert order == ["later"]


def test_what_is_given_up_is_followed_by_nothing_and_holds_up_nothing(qtbot: QtBot) -> None:
    runner, share, order, shown = Background(), Event(), list[str](), list[str]()
    runner.waiting.connect(shown.append)
    runner.run("drive", lambda: share.wait(60), lambda _: order.append("drive"), refuse)
    runner.run("queued", lambda: None, lambda _: order.append("queued"), refuse)
    runner.when_idle(lambda: order.append("idle"))
    qtbot.waitUntil(lambda: shown == ["drive"])
    runner.give_up()
    assert (order, shown, runner.is_busy) == (["idle"], ["drive", ""], False)
    runner.run("next", lambda: None, lambda _: order.append("next"), refuse)
    runner.wait(60)
    share.set()
    runner.run("last", lambda: None, lambda _: order.append("last"), refuse)
    runner.wait(60)
    assert order == ["idle", "next", "last"]


class Cycle:
    """An object that only the garbage collector can free, and that records in which thread it does."""

    def __init__(self, freed_in: list[int]) -> None:
        self._self = self
        self._freed_in = freed_in

    def __del__(self) -> None:
        self._freed_in.append(get_ident())


def test_garbage_is_collected_in_the_windows_thread_whoever_makes_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background, "_COLLECTED_EVERY", 10)
    parent, runner, freed_in = QObject(), Background(), list[int]()

    def litter() -> None:
        for _ in range(3 * gc.get_threshold()[0]):
            Cycle(freed_in)

    GarbageCollector(parent)
    runner.run("werk", litter, lambda _: None, refuse)
    qtbot.waitUntil(lambda: bool(freed_in))
    assert set(freed_in) == {get_ident()}
