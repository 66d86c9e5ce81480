"""The buttons that lead through the slides, for a mouse or a finger."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt

from vpt_desktop.domain.slide_show import Blank, SlideShow
from vpt_desktop.ui.widgets.button import Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from vpt_desktop.ui.presentation.controller import Presentation


class SlideButton(NamedTuple):
    """What a button is called, by which key the same is done, and what that is."""

    name: str
    key: str
    act: Callable[[], object]

    def button(self) -> Button:
        """Return the button; it takes no focus, so that the keys stay where they are."""

        def press(_checked: object) -> None:
            self.act()

        button = Button(f"{self.name} ({self.key})")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(press)
        return button


def slide_buttons(presentation: Presentation) -> tuple[SlideButton, ...]:
    """Return the buttons for previous, next, black screen and stop."""
    step = presentation.step
    return (
        SlideButton("Vorige", "PageUp", partial(step, SlideShow.previous)),
        SlideButton("Volgende", "PageDown", partial(step, SlideShow.next)),
        SlideButton("Zwart", "B", partial(step, lambda show: show.toggle_blank(Blank.BLACK))),
        SlideButton("Stoppen", "Esc", presentation.leave),
    )
