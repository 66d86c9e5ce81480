"""The buttons that lead through the slides, for a mouse or a finger."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import Qt

from vpt_desktop.domain.slide_show import Blank, SlideShow
from vpt_desktop.ui.widgets.button import Button

if TYPE_CHECKING:
    from collections.abc import Callable


class Steps(Protocol):
    """What the buttons act on."""

    @property
    def slide_show(self) -> SlideShow | None:
        """The slide on screen."""

    def show_then(self) -> None:
        """Show what was ticked last time, or hide it."""

    def show_agreements(self) -> None:
        """Show the agreements of last time, or the slide that they are in front of."""

    def step(self, change: Callable[[SlideShow], SlideShow]) -> None:
        """Show the slide that `change` returns for the present one."""

    def leave(self) -> None:
        """End the presentation."""


class SlideButton(NamedTuple):
    """What a button is called, by which key the same is done, and what that is."""

    name: str
    key: str
    act: Callable[[], object]
    is_possible: Callable[[SlideShow], bool] = lambda _show: True
    """Whether there is anything to do."""

    def button(self, text: str = "") -> Button:
        """Return the button, with `text` or name and key; it takes no focus, so that the keys work on."""

        def press(_checked: object) -> None:
            self.act()

        button = Button(text or f"{self.name} ({self.key})")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(press)
        return button


def slide_buttons(presentation: Steps) -> tuple[SlideButton, ...]:
    """Return the buttons for previous, next, black screen, stop, last time and its agreements."""

    def has_hidden_then(show: SlideShow) -> bool:
        return show.has_previous and not show.is_revealed

    def has_agreements(show: SlideShow) -> bool:
        return show.has_agreements

    step = presentation.step
    return (
        SlideButton("Vorige", "PageUp", partial(step, SlideShow.previous)),
        SlideButton("Volgende", "PageDown", partial(step, SlideShow.next)),
        SlideButton("Zwart", "B", partial(step, lambda show: show.toggle_blank(Blank.BLACK))),
        SlideButton("Stoppen", "Esc", presentation.leave),
        SlideButton("Vorige keer", "V", presentation.show_then, has_hidden_then),
        SlideButton("Afspraken", "A", presentation.show_agreements, has_agreements),
    )
