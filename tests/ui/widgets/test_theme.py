"""Colours that can be read, and a look that follows the system."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMenu,
    QMenuBar,
    QMessageBox,
    QPushButton,
    QStyle,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.screen import action, present, slides_of, statement
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.widgets import theme
from vpt_desktop.ui.widgets.colours import DARK, LIGHT, Colours, colours_for, high_contrast
from vpt_desktop.ui.widgets.statement_check_box import StatementCheckBox
from vpt_desktop.ui.widgets.theme import Theme, style_sheet

NORMAL, HIGH = Qt.ContrastPreference.NoPreference, Qt.ContrastPreference.HighContrast


def luminance(colour: str) -> float:
    """Return the relative luminance, 0-1, as WCAG 2.1 defines it."""
    channels = QColor(colour).getRgbF()[:3]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio, 1-21, as WCAG 2.1 defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def windows_night() -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#ffff00"))
    palette.setColor(QPalette.ColorRole.Window, QColor("#000000"))
    palette.setColor(QPalette.ColorRole.Base, QColor("#000000"))
    return palette


THEMES = pytest.mark.parametrize(
    "colours", [LIGHT, DARK, high_contrast(windows_night())], ids=["light", "dark", "high contrast"]
)


@THEMES
@pytest.mark.parametrize(
    ("text", "background", "least"),
    [
        ("ink", "paper", 7),
        ("ink", "canvas", 7),
        ("ink", "ticked", 7),
        ("muted", "paper", 7),
        ("muted", "canvas", 7),
        ("muted", "ticked", 7),
        ("on_accent", "accent", 7),
        ("on_accent", "accent_hover", 7),
        ("ink", "band_0_fill", 7),
        ("ink", "band_1_fill", 7),
        ("ink", "band_2_fill", 7),
        ("band_0_ink", "band_0_fill", 4.5),
        ("band_1_ink", "band_1_fill", 7),
        ("band_2_ink", "band_2_fill", 4.5),
        ("edge", "paper", 3),
        ("edge", "canvas", 3),
        ("accent", "paper", 3),
    ],
)
def test_text_and_edges_stand_out(colours: Colours, text: str, background: str, least: float) -> None:
    assert contrast(getattr(colours, text), getattr(colours, background)) >= least


def test_high_contrast_uses_only_the_two_colours_that_the_user_chose() -> None:
    colours = high_contrast(windows_night())
    assert {getattr(colours, name) for name in Colours.__struct_fields__} == {"#ffff00", "#000000"}


def test_what_is_drawn_keeps_the_colours_when_the_desktop_reports_them_again(
    window: MainWindow, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = window.findChild(Theme)
    monkeypatch.setattr(theme, "colours_for", lambda _scheme, _contrast, system: high_contrast(system))
    for _ in range(3):
        own.refresh()
        qapp.processEvents()
        ink = qapp.palette().color(QPalette.ColorRole.WindowText)
        for number in range(1, 11):
            assert statement(window, number).palette().color(QPalette.ColorRole.Dark) == ink


def test_what_is_drawn_keeps_the_colours_when_windows_sets_its_own_for_a_kind_of_widget(
    window: MainWindow, qapp: QApplication
) -> None:
    own = window.findChild(Theme)
    for _ in range(2):
        qapp.setPalette(windows_night(), "QCheckBox")
        own.refresh()
        for number in range(1, 11):
            assert statement(window, number).palette().color(QPalette.ColorRole.Base) == QColor(LIGHT.paper)


def test_the_system_decides_between_light_dark_and_high_contrast() -> None:
    system = windows_night()
    assert colours_for(Qt.ColorScheme.Light, NORMAL, system) is LIGHT
    assert colours_for(Qt.ColorScheme.Unknown, NORMAL, system) is LIGHT
    assert colours_for(Qt.ColorScheme.Dark, NORMAL, system) is DARK
    assert colours_for(Qt.ColorScheme.Light, HIGH, system) == high_contrast(system)
    assert colours_for(Qt.ColorScheme.Dark, HIGH, system) == high_contrast(system)


@pytest.mark.parametrize("setting", ["colour scheme", "contrast"])
def test_the_window_follows_the_system_at_once(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    hints = QApplication.styleHints()
    accessibility = hints.accessibility()
    changed = {
        "colour scheme": lambda: hints.colorSchemeChanged.emit(hints.colorScheme()),
        "contrast": lambda: accessibility.contrastPreferenceChanged.emit(NORMAL),
    }[setting]
    for colours in (DARK, high_contrast(windows_night()), LIGHT):
        monkeypatch.setattr(theme, "colours_for", lambda *_system, answer=colours: answer)
        changed()
        assert background(window) == QColor(colours.canvas)


def background(window: MainWindow) -> QColor:
    """Return the colour that is painted at the window's left edge."""
    image = window.grab().toImage()
    return image.pixelColor(3, image.height() // 2)


@pytest.mark.parametrize("text_size", [12, 15, 30, 45])
def test_lengths_in_the_style_sheet_grow_with_the_text(text_size: int) -> None:
    template, scaled = (re.findall(r"(\d+)px", style_sheet(LIGHT, size)) for size in (15, text_size))
    assert [int(length) for length in scaled] == [
        max(1, round(int(length) * text_size / 15)) for length in template
    ]


def test_the_style_sheet_has_no_colour_of_its_own() -> None:
    own = style_sheet(high_contrast(windows_night()), 15)
    assert set(re.findall(r"#[0-9a-fA-F]{6}\b", own)) == {"#ffff00", "#000000"}


def test_the_typeface_is_made_for_low_vision(window: MainWindow) -> None:
    assert statement(window, 1).fontInfo().family() == "Atkinson Hyperlegible"
    assert all(label.fontInfo().family() == "Atkinson Hyperlegible" for label in window.findChildren(QLabel))


@pytest.fixture
def desktop_fonts(qapp: QApplication) -> Iterator[Callable[[], None]]:
    """Return what sets the fonts of some kinds of widgets, as GTK's and Windows' themes do."""

    def set_fonts() -> None:
        for kind in ("QMenu", "QMenuBar", "QMessageBox", "QLabel", "QPushButton"):
            qapp.setFont(QFont("DejaVu Sans", 7), kind)

    yield set_fonts
    Theme(qapp).refresh()


def families(window: QWidget) -> set[tuple[str, bool]]:
    """Return the typefaces of a window's texts, and whether they are smaller than on any desktop."""
    kinds = QLabel, QPushButton, QMenu, QMenuBar, StatementCheckBox
    shown = [widget for kind in kinds for widget in window.findChildren(kind)]
    return {(text.fontInfo().family(), text.font().pointSizeF() == 7) for text in shown}


OURS = {("Atkinson Hyperlegible", False)}


def test_the_typeface_outlasts_the_fonts_that_come_with_the_first_style_sheet(
    window: MainWindow,
    qtbot: QtBot,
    qapp: QApplication,
    desktop_fonts: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_sheet = qapp.setStyleSheet

    def set_first_sheet(sheet: str) -> None:
        desktop_fonts()
        set_sheet(sheet)

    monkeypatch.setattr(qapp, "setStyleSheet", set_first_sheet)
    action(window, "Tekst groter").trigger()
    question = QMessageBox(QMessageBox.Icon.Question, "", "Opslaan?", QMessageBox.StandardButton.Save)
    qtbot.addWidget(question)
    present(window, qtbot)
    for shown in (window, question, slides_of(window)):
        assert families(shown) == OURS


def test_the_typeface_outlasts_another_theme_of_the_desktop(
    window: MainWindow, qapp: QApplication, desktop_fonts: Callable[[], None]
) -> None:
    desktop_fonts()
    qapp.sendEvent(window, QEvent(QEvent.Type.ThemeChange))
    assert families(window) == OURS
    assert {qapp.font(kind).family() for kind in ("QMenu", "QMessageBox")} == {"Atkinson Hyperlegible"}


def test_a_menu_that_is_taller_than_the_screen_scrolls(window: MainWindow) -> None:
    menu = window.menuBar().actions()[0].menu()
    assert menu.style().styleHint(QStyle.StyleHint.SH_Menu_Scrollable, None, menu) == 1


def test_zoom_goes_from_80_to_300_per_cent_and_back_to_100(qapp: QApplication) -> None:
    shown = Theme(qapp)
    normal = qapp.font().pointSizeF()
    for _ in range(20):
        shown.zoom_out()
    assert (shown.zoom, qapp.font().pointSizeF()) == (80, pytest.approx(normal * 0.8))
    for _ in range(20):
        shown.zoom_in()
    assert (shown.zoom, qapp.font().pointSizeF()) == (300, pytest.approx(normal * 3))
    shown.reset_zoom()
    assert (shown.zoom, qapp.font().pointSizeF()) == (100, pytest.approx(normal))
    shown.deleteLater()
