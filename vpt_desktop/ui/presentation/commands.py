"""The commands of a presentation, and their keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtGui import QKeySequence, QShortcut

from vpt_desktop.domain.slide_show import Blank, SlideShow
from vpt_desktop.ui.widgets.key_places import KeysByPlace
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vpt_desktop.ui.presentation.placement import ScreenPlacement
    from vpt_desktop.ui.widgets.key_repeat import KeyRepeat


_WHILE_TYPING = {"PgDown", "PgUp", "F1"}


class Command(Struct, frozen=True):
    """A command: its name in menu and help, what it does, and its keys on the slides and at the desk."""

    name: str
    act: Callable[[], object]
    keys: tuple[str, ...]
    desk_keys: tuple[str, ...] = ()
    """Keys that the desk itself does not use: there the arrows move through the list, and Space ticks."""

    is_possible: Callable[[SlideShow], bool] = lambda _show: True
    """Whether there is anything to do."""


class SlideControls(Protocol):
    """What the commands act on."""

    def step(self, change: Callable[[SlideShow], SlideShow]) -> None:
        """Show the slide that `change` returns for the present one."""

    def tick(self) -> None:
        """Tick or untick the statement on screen."""

    def show_then(self) -> None:
        """Show what was ticked last time, or hide it."""

    def show_agreements(self) -> None:
        """Show the agreements of last time, or the slide that they are in front of."""

    def note(self) -> None:
        """Open the note of the statement on screen."""

    def help(self) -> None:
        """Show the keys."""

    def back(self) -> None:
        """Leave one layer: a dialog, a text or message, a blank screen, or else the presentation."""


def bind(
    commands: Iterable[Command],
    window: QWidget,
    key_repeat: KeyRepeat,
    then: Callable[[], object] | None = None,
) -> None:
    """Add the keys of commands to a window, without autorepeat; `then` is called after a command."""

    def press(key: str, command: Command) -> None:
        if not key_repeat.is_repeat([key]):
            command.act()
            if then is not None:
                then()

    key_repeat.watch(window)
    KeysByPlace(window)
    for command in commands:
        for key in command.keys:
            shortcut = QShortcut(QKeySequence(key), window, autoRepeat=False)
            shortcut.activated.connect(partial(press, key, command))


def while_typing(commands: Iterable[Command]) -> list[Command]:
    """Return the commands without the keys that type text or move the cursor."""
    return [replace(command, keys=tuple(_WHILE_TYPING.intersection(command.keys))) for command in commands]


def commands(controls: SlideControls, placement: ScreenPlacement) -> tuple[Command, ...]:
    """Return all commands of a presentation; the ticks of statements by number are actions of the desk."""

    def step(change: Callable[[SlideShow], SlideShow]) -> Callable[[], None]:
        return partial(controls.step, change)

    def blank(colour: Blank) -> Callable[[], None]:
        return step(lambda show: show.toggle_blank(colour))

    def has_previous(show: SlideShow) -> bool:
        return show.has_previous

    def has_agreements(show: SlideShow) -> bool:
        return show.has_agreements

    agreements = controls.show_agreements
    command = Command
    return (
        command("&Volgende dia", step(SlideShow.next), ("PgDown", "Right", "Down"), ("PgDown",)),
        command("V&orige dia", step(SlideShow.previous), ("PgUp", "Left", "Up"), ("PgUp",)),
        command("Stelling &aan- of uitvinken", controls.tick, ("Space", "Return", "Enter")),
        command("Dia met de &uitslag aan of uit", step(SlideShow.toggle_result), ("U",), ("U",)),
        command("Vo&rige keer laten zien of verbergen", controls.show_then, ("V",), ("V",), has_previous),
        command("Afspraken van vori&ge keer", agreements, ("A",), ("A",), has_agreements),
        command("&Zwart scherm aan of uit", blank(Blank.BLACK), ("B", "."), ("B", ".")),
        command("&Wit scherm aan of uit", blank(Blank.WHITE), ("W", ","), ("W", ",")),
        command(f"&{WORDS.note} bij de stelling", controls.note, ("F2",)),
        command("Van scherm wi&sselen", placement.swap, ("S",), ("S",)),
        command("Volledig sc&herm aan of uit", placement.toggle_full_screen, ("F11",), ("F11",)),
        command("Toetsen &laten zien", controls.help, ("?", "F1"), ("?", "F1")),
        command("Sluiten wat ervoor staat, of anders sto&ppen", controls.back, ("Esc",), ("Esc",)),
    )
