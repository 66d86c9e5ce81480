"""How the program looks: typeface, text size, and colours that follow the system live."""

from __future__ import annotations

import re
from string import Template
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import asdict
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette

from vpt_desktop.resources import FONT_FAMILY, FONT_FOLDER, resource

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ZOOM_STEPS = (80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
"""Text sizes to choose from, in per cent."""

_TEXT_TO_SYSTEM_FONT = 1.25
"""Our running text against the system's interface font: statements are read, not glanced at."""

_STYLE_SHEET_TEXT = 15
"""The text size, in pixels, for which the lengths in style.qss are written."""


class Colours(Struct, frozen=True):
    """Every colour of the interface; bands from the lowest score up."""

    ink: str
    muted: str
    paper: str
    canvas: str
    line: str
    edge: str
    accent: str
    accent_hover: str
    on_accent: str
    ticked: str
    band_0_ink: str
    band_0_fill: str
    band_0_edge: str
    band_1_ink: str
    band_1_fill: str
    band_1_edge: str
    band_2_ink: str
    band_2_fill: str
    band_2_edge: str


LIGHT = Colours(
    ink="#14213D",
    muted="#46526E",
    paper="#FFFFFF",
    canvas="#F3F5F9",
    line="#D5DBE6",
    edge="#68748F",
    accent="#1D4E89",
    accent_hover="#163D6B",
    on_accent="#FFFFFF",
    ticked="#F5F9FE",
    band_0_ink="#9A4A00",
    band_0_fill="#FFF3E2",
    band_0_edge="#FFF3E2",
    band_1_ink="#1D4E89",
    band_1_fill="#E9F1FA",
    band_1_edge="#E9F1FA",
    band_2_ink="#17663A",
    band_2_fill="#E7F5EC",
    band_2_edge="#E7F5EC",
)

DARK = Colours(
    ink="#EEF2FA",
    muted="#B7C1D6",
    paper="#1A2338",
    canvas="#10182A",
    line="#37435F",
    edge="#8C98B4",
    accent="#8FBCF3",
    accent_hover="#B3D2F8",
    on_accent="#0D1526",
    ticked="#202C46",
    band_0_ink="#F8B873",
    band_0_fill="#33240F",
    band_0_edge="#33240F",
    band_1_ink="#8FBCF3",
    band_1_fill="#16294A",
    band_1_edge="#16294A",
    band_2_ink="#82D8A6",
    band_2_fill="#12301F",
    band_2_edge="#12301F",
)


def high_contrast(system: QPalette) -> Colours:
    """Return colours made of the two that the user chose in the system's high-contrast theme."""
    ink, paper = (
        system.color(role).name() for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window)
    )
    return Colours(
        **dict.fromkeys(Colours.__struct_fields__, ink)
        | dict.fromkeys(
            ("paper", "canvas", "on_accent", "ticked", "band_0_fill", "band_1_fill", "band_2_fill"),
            paper,
        ),
    )


def colours_for(scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference, system: QPalette) -> Colours:
    """Return the colours for the system's colour scheme, contrast preference and own palette."""
    if contrast == Qt.ContrastPreference.HighContrast:
        return high_contrast(system)
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def palette(colours: Colours) -> QPalette:
    """Return the palette that Qt's own widgets and our painted ones draw with."""
    roles = {
        QPalette.ColorRole.Window: colours.canvas,
        QPalette.ColorRole.WindowText: colours.ink,
        QPalette.ColorRole.Base: colours.paper,
        QPalette.ColorRole.AlternateBase: colours.canvas,
        QPalette.ColorRole.Text: colours.ink,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Button: colours.paper,
        QPalette.ColorRole.ButtonText: colours.ink,
        QPalette.ColorRole.Mid: colours.line,
        QPalette.ColorRole.Dark: colours.edge,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.Accent: colours.accent,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.ToolTipBase: colours.paper,
        QPalette.ColorRole.ToolTipText: colours.ink,
    }
    result = QPalette()
    for role, colour in roles.items():
        result.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.edge))
    return result


def style_sheet(colours: Colours, text_size: float) -> str:
    """Return style.qss for these colours and a running text of `text_size` pixels."""
    template = Template(resource("style.qss").read_text(encoding="utf-8"))
    scale = text_size / _STYLE_SHEET_TEXT
    return re.sub(
        r"(\d+)px",
        lambda length: f"{max(1, round(int(length[1]) * scale))}px",
        template.substitute(asdict(colours)),
    )


def load_typeface() -> None:
    """Make the program's typeface known to Qt, as far as it is used on screen; once for an application."""
    for weight in ("Regular", "Bold"):
        (file,) = FONT_FOLDER.glob(f"*-{weight}.ttf")
        QFontDatabase.addApplicationFont(str(file))


class Theme(QObject):
    """Keeps one application's look, from the first `refresh`, in step with the system and the user's zoom."""

    zoom_changed = Signal(int)

    def __init__(self, app: QApplication, zoom: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._zoom = zoom if zoom in ZOOM_STEPS else 100
        system_font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._text_points = system_font.pointSizeF() * _TEXT_TO_SYSTEM_FONT
        self._hints = app.styleHints()  # kept: the next one lives no longer than this object
        self._accessibility = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self.refresh)
        self._accessibility.contrastPreferenceChanged.connect(self.refresh)
        app.setFont(self._font())

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
        """Take over the system's colours as they are now, at the current text size."""
        font = self._font()
        self._app.setFont(font)
        self._app.setPalette(QPalette())  # uncovers the system's own colours
        colours = colours_for(
            self._hints.colorScheme(),
            self._accessibility.contrastPreference(),
            self._app.palette(),
        )
        self._app.setPalette(palette(colours))
        self._app.setStyleSheet(style_sheet(colours, QFontInfo(font).pixelSize()))

    def _font(self) -> QFont:
        font = QFont(FONT_FAMILY)
        font.setPointSizeF(self._text_points * self._zoom / 100)
        return font

    def _set_zoom(self, zoom: int) -> None:
        if zoom != self._zoom:
            self._zoom = zoom
            self.refresh()
            self.zoom_changed.emit(zoom)
