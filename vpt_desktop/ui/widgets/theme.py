"""The theme: typeface, text size and colours, which follow the system live."""

from __future__ import annotations

import re
from string import Template
from typing import TYPE_CHECKING

from msgspec.structs import asdict
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QPalette

from vpt_desktop.resources import FONT_FAMILY, FONT_FOLDER, resource
from vpt_desktop.ui.widgets.colours import colours_for, palette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from vpt_desktop.ui.widgets.colours import Colours

ZOOM_STEPS = (80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
"""The text sizes, in per cent."""

_TEXT_TO_SYSTEM_FONT = 1.25
"""Size of our running text relative to the system's interface font: statements are read, not glanced at."""

STYLE_SHEET_TEXT = 15
"""The text size, in pixels, for which the lengths in style.qss are written."""


def style_sheet(colours: Colours, text_size: float) -> str:
    """Return style.qss for these colours and a running text of `text_size` pixels."""
    template = Template(resource("style.qss").read_text(encoding="utf-8"))
    scale = text_size / STYLE_SHEET_TEXT
    return re.sub(
        r"(\d+)px",
        lambda length: f"{max(1, round(int(length[1]) * scale))}px",
        template.substitute(asdict(colours)),
    )


def load_typeface() -> None:
    """Register the program's typeface with Qt, as far as it is used on screen; once for an application."""
    for weight in ("Regular", "Bold"):
        (file,) = FONT_FOLDER.glob(f"*-{weight}.ttf")
        QFontDatabase.addApplicationFont(str(file))


class Theme(QObject):
    """Applies the system's colours and the user's zoom to an application, from the first `refresh` on."""

    zoom_changed = Signal(int)

    def __init__(self, app: QApplication, zoom: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._zoom = zoom if zoom in ZOOM_STEPS else 100
        self._hints = app.styleHints()  # kept: `accessibility` is deleted with it
        self._accessibility = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self.refresh)
        self._accessibility.contrastPreferenceChanged.connect(self.refresh)
        self._set_font()
        self._set_colours()

    @property
    def zoom(self) -> int:
        """The text size in per cent, one of ZOOM_STEPS."""
        return self._zoom

    def zoom_in(self) -> None:
        """Make the text a step larger, up to 300 %."""
        self._set_zoom(min((step for step in ZOOM_STEPS if step > self._zoom), default=self._zoom))

    def zoom_out(self) -> None:
        """Make the text a step smaller, down to 80 %."""
        self._set_zoom(max((step for step in ZOOM_STEPS if step < self._zoom), default=self._zoom))

    def reset_zoom(self) -> None:
        """Go back to 100 %."""
        self._set_zoom(100)

    def refresh(self) -> None:
        """Apply our typeface and the system's present colours, at the current text size."""
        self._set_font()
        colours = self._set_colours()
        if self._app.styleSheet():  # check boxes and menus may have got colours of Windows' own since
            self._app.setPalette(self._app.palette(), "QWidget")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        sheet = style_sheet(colours, QFontInfo(self._font()).pixelSize())
        if sheet != self._app.styleSheet():  # Qt would evaluate it again for every widget
            self._app.setStyleSheet(sheet)
        self._set_font()  # the first style sheet brought back the desktop's fonts

    def _set_colours(self) -> Colours:
        """Set the application's palette, and return the colours that the system asks for now."""
        self._app.setPalette(QPalette())  # uncovers the system's own colours
        colours = colours_for(
            self._hints.colorScheme(),
            self._accessibility.contrastPreference(),
            self._app.palette(),
        )
        self._app.setPalette(palette(colours))
        return colours

    def _set_font(self) -> None:
        """Set our font for all widgets, in place of those that a desktop has for some of their classes."""
        font = self._font()
        self._app.setFont(font)
        # Reaches the widgets that have got their class's font already. At run time PySide6 accepts str only.
        self._app.setFont(font, "QWidget")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

    def _font(self) -> QFont:
        system_font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        font = QFont(FONT_FAMILY)
        font.setPointSizeF(system_font.pointSizeF() * _TEXT_TO_SYSTEM_FONT * self._zoom / 100)
        return font

    def _set_zoom(self, zoom: int) -> None:
        if zoom != self._zoom:
            self._zoom = zoom
            self.refresh()
            self.zoom_changed.emit(zoom)
