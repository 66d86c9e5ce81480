"""The colours of the interface for light, dark and high contrast."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette


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
    """Return colours that use only text and background of the system's high-contrast theme."""
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


def black_and_white(*, dark: bool) -> Colours:
    """Return the highest contrast for slides, which are light or dark whatever the system's theme is."""
    own = QPalette()
    own.setColor(QPalette.ColorRole.WindowText, QColor("white" if dark else "black"))
    own.setColor(QPalette.ColorRole.Window, QColor("black" if dark else "white"))
    return high_contrast(own)


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
