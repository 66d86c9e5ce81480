"""What a key does while presenting."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtGui import QKeySequence, QShortcut

from vpt_desktop.domain.slide_show import Blank, SlideShow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vpt_desktop.ui.presentation.presentation import Presentation
    from vpt_desktop.ui.widgets.held_keys import HeldKeys


_WHILE_TYPING = {"PgDown", "PgUp", "F1"}


class PresentationCommand(Struct, frozen=True):
    """A name for menu and help, what it does, and its keys: on the slides, and at the leader's desk."""

    name: str
    act: Callable[[], object]
    keys: tuple[str, ...]
    desk_keys: tuple[str, ...] = ()
    """Keys of which the desk itself makes no use: there the arrows move through the list, and Space ticks."""


def bind(
    commands: Iterable[PresentationCommand],
    window: QWidget,
    held_keys: HeldKeys,
    then: Callable[[], object] | None = None,
) -> None:
    """Give a window the keys of commands, each for one press; `then` follows what they do."""

    def press(key: str, command: PresentationCommand) -> None:
        if not held_keys.repeat([key]):
            command.act()
            if then is not None:
                then()

    held_keys.watch(window)
    for command in commands:
        for key in command.keys:
            shortcut = QShortcut(QKeySequence(key), window, autoRepeat=False)
            shortcut.activated.connect(partial(press, key, command))


def while_typing(commands: Iterable[PresentationCommand]) -> list[PresentationCommand]:
    """Return the commands with only those of their keys that are neither text nor a movement in it."""
    return [replace(command, keys=tuple(_WHILE_TYPING.intersection(command.keys))) for command in commands]


def commands(presentation: Presentation) -> tuple[PresentationCommand, ...]:
    """Return all that can be done while presenting, besides the ticks of statements by number."""

    def step(change: Callable[[SlideShow], SlideShow]) -> Callable[[], None]:
        return partial(presentation.step, change)

    def blank(colour: Blank) -> Callable[[], None]:
        return step(lambda show: show.toggle_blank(colour))

    command = PresentationCommand
    return (
        command("&Volgende dia", step(SlideShow.next), ("PgDown", "Right", "Down"), ("PgDown",)),
        command("V&orige dia", step(SlideShow.previous), ("PgUp", "Left", "Up"), ("PgUp",)),
        command("Stelling &aan- of uitvinken", presentation.tick, ("Space", "Return", "Enter")),
        command("&Uitslag tonen of verbergen", step(SlideShow.toggle_result), ("U",), ("U",)),
        command("&Zwart scherm aan of uit", blank(Blank.BLACK), ("B", "."), ("B", ".")),
        command("&Wit scherm aan of uit", blank(Blank.WHITE), ("W", ","), ("W", ",")),
        command("&Toelichting bij de stelling", presentation.note, ("F2",)),
        command("Van scherm wi&sselen", presentation.stage.swap, ("S",), ("S",)),
        command("Volledig sc&herm aan of uit", presentation.stage.toggle_full_screen, ("F11",), ("F11",)),
        command("Toetsen &laten zien", presentation.help, ("?", "F1"), ("?", "F1")),
        command("Een laag teru&g, of stoppen", presentation.back, ("Esc",), ("Esc",)),
    )
