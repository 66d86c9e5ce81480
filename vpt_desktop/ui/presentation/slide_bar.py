"""The bar at the foot of the slides, for a leader whose only screen is the projector's."""

from __future__ import annotations

from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout

from vpt_desktop.domain.card import STATEMENT_COUNT
from vpt_desktop.override import override
from vpt_desktop.ui.presentation.slide_buttons import slide_buttons
from vpt_desktop.ui.presentation.slide_dots import HEIGHT as DOTS
from vpt_desktop.ui.widgets.button import Button
from vpt_desktop.ui.widgets.slide_size import MARGIN, SMALLEST, pixels, set_text_size, slide_height
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vpt_desktop.domain.slide_show import SlideShow
    from vpt_desktop.ui.presentation.slide_buttons import Steps


class SlideBar(QFrame):
    """Bar with the steps through the slides and a number for each statement, which leads to it."""

    pressed = Signal()
    """One of its buttons is in use."""

    def __init__(self, presentation: Steps, slides: QWidget) -> None:
        super().__init__(slides)
        self.setObjectName("slideBar")
        self._presentation = presentation
        self._slides = slides
        self._offers = [(step, step.button(step.name)) for step in slide_buttons(presentation)]
        self._steps = [button for _, button in self._offers]
        self._numbers = [self._number(number) for number in range(1, STATEMENT_COUNT + 1)]
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts: list[QHBoxLayout] = []
        for buttons in (self._steps, self._numbers):
            row = QHBoxLayout()
            self._rows.addLayout(row)
            for button in buttons:
                button.pressed.connect(self.pressed)
                row.addWidget(button)
            self._parts.append(row)
        slides.installEventFilter(self)
        self.hide()

    def appear(self) -> None:
        """Show the bar."""
        if self.isHidden():
            self._offer(self._presentation.slide_show)
            self.show()
            self.raise_()
            self._fit()  # not before: a style sheet reaches what is shown

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of slides that get another size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return False

    def on_slide_show_changed(self, show: SlideShow | None) -> None:
        """Show the buttons of what is possible on another slide."""
        if self.isVisible() and self._offer(show):
            self._fit()

    def _offer(self, show: SlideShow | None) -> bool:
        """Show the buttons of what is possible, and return whether that are others."""
        before = [button.isHidden() for button in self._steps]
        for step, button in self._offers:
            button.setVisible(show is not None and step.is_possible(show))
        return before != [button.isHidden() for button in self._steps]

    def _number(self, number: int) -> Button:
        button = Button(str(number))
        button.setObjectName("slideNumber")
        button.setAccessibleName(f"Naar {WORDS.statement.lower()} {number}")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        go = partial(self._presentation.step, lambda show: show.at(number))

        def press(_checked: object) -> None:
            go()

        button.clicked.connect(press)
        return button

    def _set_spacing(self, spacing: int) -> None:
        self._rows.setContentsMargins(spacing, spacing, spacing, spacing)
        for row in (self._rows, *self._parts):
            row.setSpacing(spacing)

    def _fit(self) -> None:
        """Stand at the foot of the slides, in one row, or in two where they are narrow."""
        height = slide_height(self._slides.size())
        margin = pixels(MARGIN, height) // 2
        for button in (*self._steps, *self._numbers):
            set_text_size(button, pixels(SMALLEST, height))
        self._set_spacing(margin // 3)
        most = self._slides.width() - 2 * margin
        for direction in (QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom):
            self._rows.setDirection(direction)
            self._rows.activate()
            if self.sizeHint().width() <= most:
                break
        dots = pixels(MARGIN, height) - margin + ceil(DOTS * pixels(SMALLEST, height)) + 1
        tall = max(self.sizeHint().height(), dots)  # or the dots of a statement would look out above it
        self.setGeometry(margin, self._slides.height() - tall - margin, most, tall)
