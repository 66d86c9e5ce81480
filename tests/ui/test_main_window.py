"""The main window, used as its users use it: with the mouse, with keys, at every size."""

import datetime as dt
from itertools import chain
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.domain.earlier import earlier_in, scan_in
from tests.drawing import scan_of
from tests.ui.screen import (
    action,
    button,
    entries_of,
    field,
    heading,
    message,
    score,
    statement,
    the,
    ticks,
)
from vpt_desktop.domain.card import Card
from vpt_desktop.domain.scan import TEXT_LIMIT, AccountManager, Answer
from vpt_desktop.storage.orphans import Unreadable
from vpt_desktop.storage.scan_file import encode_scan
from vpt_desktop.ui.document.recovery_keeper import Findings
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.preferences import Preferences
from vpt_desktop.ui.scan.score_strip import ScoreStrip
from vpt_desktop.ui.scan.side_panel import SidePanel
from vpt_desktop.ui.widgets.message_bar import MessageBar
from vpt_desktop.ui.widgets.result_panel import ResultPanel
from vpt_desktop.ui.widgets.score_meter import ScoreMeter
from vpt_desktop.ui.widgets.scrolling import VerticalScrollArea
from vpt_desktop.ui.widgets.statement_check_box import StatementCheckBox

LEFT = Qt.MouseButton.LeftButton
FIGURES = "1234567890"
CONTROL = Qt.KeyboardModifier.ControlModifier

BROUGHT_BACK = Findings(brought_back=True, waiting=0, unreadable=())


def test_a_new_scan_has_nothing_ticked_and_the_lowest_result(window: MainWindow) -> None:
    assert ticks(window) == "☐☐☐☐☐☐☐☐☐☐"
    assert score(window) == 0
    assert heading(window) == "MINDER DAN 4 VINKJES"
    assert the(window, QLabel, "volgende groep").text() == "Nog 4 punten tot de volgende groep."


def test_the_keys_1_to_9_and_0_tick_and_untick_statements_1_to_10(window: MainWindow, qtbot: QtBot) -> None:
    for count, key in enumerate(FIGURES, 1):
        qtbot.keyClick(window.focusWidget(), key)
        assert ticks(window) == ("☑" * count).ljust(10, "☐")
    for count, key in enumerate(FIGURES, 1):
        qtbot.keyClick(window.focusWidget(), key)
        assert ticks(window) == ("☐" * count).ljust(10, "☑")


def test_figures_on_the_number_pad_do_the_same(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_4, Qt.KeyboardModifier.KeypadModifier)
    assert ticks(window) == "☐☐☐☑☐☐☐☐☐☐"


@pytest.mark.parametrize("name", ["Organisatie", "Datum"])
def test_figures_in_a_text_field_are_text(window: MainWindow, qtbot: QtBot, name: str) -> None:
    text_field = field(window, name)
    text_field.setFocus()
    text_field.clear()
    qtbot.keyClicks(text_field, FIGURES)
    assert text_field.text() == FIGURES
    assert ticks(window) == "☐☐☐☐☐☐☐☐☐☐"


def test_a_figure_that_is_held_down_ticks_once(window: MainWindow) -> None:
    assert not any(action(window, f"Stelling {number}:").autoRepeat() for number in range(1, 11))


def test_keys_of_a_single_character_can_be_switched_off_for_now_and_later(
    window: MainWindow, qtbot: QtBot, preferences: Preferences
) -> None:
    action(window, "Cijfers en letters als sneltoets").trigger()
    qtbot.keyClick(window.focusWidget(), "4")
    assert ticks(window) == "☐☐☐☐☐☐☐☐☐☐"
    preferences.flush()
    assert not Preferences().character_keys
    action(window, "Cijfers en letters als sneltoets").trigger()
    qtbot.keyClick(window.focusWidget(), "4")
    assert ticks(window) == "☐☐☐☑☐☐☐☐☐☐"
    assert preferences.character_keys


def test_space_ticks_the_statement_that_has_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    statement(window, 7).setFocus()
    qtbot.keyClick(statement(window, 7), Qt.Key.Key_Space)
    assert ticks(window) == "☐☐☐☐☐☐☑☐☐☐"


def test_a_tick_shows_at_once_in_meter_result_and_open_points(window: MainWindow, qtbot: QtBot) -> None:
    for key in "2478":
        qtbot.keyClick(window.focusWidget(), key)
    assert score(window) == 4
    assert heading(window) == "TUSSEN DE 4 EN 8 VINKJES"
    assert the(window, ResultPanel).property("band") == 1
    assert the(window, QLabel, "volgende groep").text() == "Nog 5 punten tot de volgende groep."
    assert open_points(window) == "1 3 5 6 9 10"


def open_points(window: MainWindow) -> str:
    chips = [b for b in window.findChildren(QPushButton) if "Ga naar stelling" in b.accessibleName()]
    return " ".join(chip.text() for chip in chips if chip.isVisible())


def test_an_open_point_leads_to_its_statement(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(window, "Ga naar stelling 10"), LEFT)
    row = statement(window, 10)
    assert row.hasFocus()
    assert row.visibleRegion().boundingRect() == row.rect(), "not scrolled into sight"


def test_tab_goes_through_the_window_in_reading_order(window: MainWindow, qtbot: QtBot, card: Card) -> None:
    field(window, "Organisatie").setFocus()
    stops = []
    while (stop := window.focusWidget()) not in stops:
        stops.append(stop)
        qtbot.keyClick(stop, Qt.Key.Key_Tab)
    assert [
        stop.text() if isinstance(stop, QCheckBox) else stop.accessibleName() or stop.text() for stop in stops
    ] == [
        "Organisatie",
        "Datum",
        "Kalender",
        "Meer gegevens",
        *chain(
            *((printed.text, f"Toelichting bij stelling {n}") for n, printed in enumerate(card.statements, 1))
        ),
        *(f"Ga naar stelling {n}: {printed.label}" for n, printed in enumerate(card.statements, 1)),
        "Samenvatting opslaan als PDF",
        "Presenteren",
    ]


def test_what_is_made_late_stands_in_the_tab_order_where_it_is_seen(window: MainWindow, qtbot: QtBot) -> None:
    window.document.open(scan_of("☑☑☐☑☑☑☑☑☑☑"))
    window.recovery.on_resumed()
    for percent in (200, 100):  # which places the big buttons elsewhere and back
        zoom(window, percent)
        settle(window)
    window.presentation.start()
    window.presentation.leave()
    window.statements.edit_note(3)
    qtbot.mouseClick(button(window, "Meer gegevens"), LEFT)
    window.export.copy_summary()
    settle(window)
    field(window, "Organisatie").setFocus()
    stops = []
    while (stop := window.focusWidget()) not in stops:
        stops.append(stop)
        qtbot.keyClick(stop, Qt.Key.Key_Tab)
    names = [stop.accessibleName() or stop.text() for stop in stops]
    assert names[:9] == [
        "Organisatie",
        "Datum",
        "Kalender",
        "Minder gegevens",
        "Deelnemers",
        "Begeleider",
        "Accountmanager RIEC",
        "Telefoon",
        "E-mail",
    ]
    third = next(index for index, stop in enumerate(stops) if stop == statement(window, 3))
    assert names[third + 1 : third + 5] == [
        "Toelichting bij stelling 3",
        "Toelichting bij stelling 3",
        "Wie bij stelling 3",
        "Wanneer gereed bij stelling 3",
    ]
    assert stops[third + 5] == statement(window, 4)
    last = "Toelichting bij stelling 10"
    assert names[names.index(last) + 1 :] == [
        "Uitslag tonen",
        "Samenvatting opslaan als PDF",
        "Presenteren",
        "Sluiten",
    ]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_every_button_as_the_space_bar_does(
    window: MainWindow, qtbot: QtBot, key: Qt.Key
) -> None:
    window.recovery.on_resumed()
    buttons = [each for each in window.findChildren(QPushButton) if each.isVisible()]
    assert len(buttons) == 2 + 10 + 10 + 2 + 1
    for each in buttons:
        each.clicked.disconnect()
        each.setFocus()
        with qtbot.waitSignal(each.clicked):
            qtbot.keyClick(each, key)


def test_enter_on_an_open_point_leads_to_its_statement(window: MainWindow, qtbot: QtBot) -> None:
    button(window, "Ga naar stelling 7").setFocus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert statement(window, 7).hasFocus()


def test_the_focused_control_scrolls_into_sight(window: MainWindow, qtbot: QtBot) -> None:
    field(window, "Datum").setFocus()
    for _ in ("Kalender", "Meer gegevens"):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    for number in range(1, 11):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        row = statement(window, number)
        assert row.hasFocus()
        assert row.visibleRegion().boundingRect() == row.rect()
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)


def test_the_details_that_are_filled_in_are_the_scans(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(window, "Meer gegevens"), LEFT)
    for name, text in (("Organisatie", "Voorbeeldstad"), ("Deelnemers", "A, B"), ("Begeleider", "C")):
        qtbot.keyClicks(field(window, name), text)
    field(window, "Datum").selectAll()
    qtbot.keyClicks(field(window, "Datum"), "1-2-2027")
    scan = window.scan
    assert (scan.organisation, scan.participants, scan.leader) == ("Voorbeeldstad", "A, B", "C")
    assert scan.date == dt.date(2027, 2, 1)


def test_a_text_that_is_no_date_is_refused_in_one_sentence(window: MainWindow, qtbot: QtBot) -> None:
    date = field(window, "Datum")
    before = date.text()
    date.selectAll()
    qtbot.keyClicks(date, "31-02-2026")
    qtbot.keyClick(date, Qt.Key.Key_Return)
    assert date.text() == before
    sentence = the(window, QLabel, "“31-02-2026” is geen datum")
    assert abs(sentence.mapTo(window, QPoint()).y() - date.mapTo(window, QPoint(0, date.height())).y()) < 20
    assert not window.findChild(MessageBar).isVisible()
    date.selectAll()
    qtbot.keyClicks(date, "1-2-2026")
    assert not sentence.isVisible()


def test_escape_closes_a_message_and_the_focus_goes_back(window: MainWindow, qtbot: QtBot) -> None:
    statement(window, 4).setFocus()
    action(window, "Samenvatting kopiëren").trigger()
    close = button(window, "Sluiten")
    close.setFocus()
    qtbot.keyClick(close, Qt.Key.Key_Escape)
    assert not window.findChild(MessageBar).isVisible()
    assert statement(window, 4).hasFocus()


def test_what_is_typed_is_shown_as_typed_in_a_message(window: MainWindow, qtbot: QtBot) -> None:
    date = field(window, "Datum")
    date.selectAll()
    QApplication.clipboard().setText("<h1>1</h1>" + "x" * 5_000)
    qtbot.keyClick(date, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(date, Qt.Key.Key_Return)
    label = the(window, QLabel, "“<h1>1</h1>xxx")
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert len(label.accessibleName()) < 200


def test_zooming_leaves_the_focus_on_the_big_button(window: MainWindow) -> None:
    button(window, "Samenvatting").setFocus()
    for percent in (200, 100):
        zoom(window, percent)
        settle(window)
        assert button(window, "Samenvatting").hasFocus()


@pytest.mark.parametrize("percent", [100, 200, 300])
def test_the_start_of_what_has_the_focus_is_in_sight_at_any_text_size(
    window: MainWindow, qtbot: QtBot, percent: int
) -> None:
    window.resize(1024, 768)
    statement(window, 2).setFocus()
    zoom(window, percent)
    for number in (2, 8):
        statement(window, number).setFocus()
        row = statement(window, number)
        qtbot.waitUntil(lambda row=row: row.visibleRegion().contains(QPoint(row.height() // 8, 5)))


def test_tab_to_a_statement_that_is_taller_than_the_list_shows_its_number_and_box(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1024, 600)
    zoom(window, 300)
    settle(window)
    statement(window, 3).setFocus()
    for number in (4, 5):
        for _ in ("button", "statement"):
            qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        row = statement(window, number)
        assert row.hasFocus()
        qtbot.waitUntil(lambda row=row: row.visibleRegion().contains(QPoint(row.height() // 8, 5)))
        settle(window)
        assert row.visibleRegion().contains(QPoint(row.height() // 8, 5))


def test_every_action_is_in_a_menu_and_has_a_key_of_its_own(window: MainWindow) -> None:
    entries = list(entries_of(window.menuBar()))
    actions = [entry for entry in entries if entry.text() and entry.menu() is None]
    assert all(action.shortcuts() for action in actions)
    assert_keys_lead_to_one_action(actions)
    window.presentation.start()
    assert [action.text() for action in actions if not action.shortcuts()] == ["&Handleiding"]
    assert_keys_lead_to_one_action(actions)
    assert "F1" in keys_of(actions)
    window.presentation.leave()
    assert all(action.shortcuts() for action in actions)


def keys_of(actions: list[QAction]) -> list[str]:
    """Return the keys that do something now."""
    return [key.toString() for action in actions if action.isEnabled() for key in action.shortcuts()]


def assert_keys_lead_to_one_action(actions: list[QAction]) -> None:
    keys = keys_of(actions)
    assert len(keys) == len(set(keys)), "two actions of one key: Qt does neither"


def test_the_menu_shows_the_ticks_and_ticks(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.focusWidget(), "3")
    assert action(window, "Stelling 3").isChecked()
    action(window, "Stelling 3").trigger()
    assert ticks(window) == "☐☐☐☐☐☐☐☐☐☐"


def zoom(window: MainWindow, percent: int) -> None:
    action(window, "Normale tekst").trigger()
    steps = (110, 125, 150, 175, 200, 250, 300)
    for _ in range(steps.index(percent) + 1 if percent in steps else 0):
        action(window, "Tekst groter").trigger()


def settle(window: MainWindow) -> None:
    """Let the layouts finish, which takes a few rounds where heights depend on widths."""
    for _ in range(5):
        QApplication.processEvents()
    assert window.isVisible()


@pytest.mark.parametrize("percent", [100, 200, 300])
@pytest.mark.parametrize("width", [1024, 1366, 1920])
def test_nothing_is_cut_off_or_scrolls_sideways(window: MainWindow, width: int, percent: int) -> None:
    window.resize(width, 768)
    zoom(window, percent)
    action(window, "Samenvatting kopiëren").trigger()
    settle(window)
    assert window.width() == width
    assert window.height() == 768
    for area in window.findChildren(QScrollArea):
        assert area.widget().width() <= area.viewport().width(), "scrolls sideways"
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QLabel | QPushButton | QLineEdit) and widget.isVisible():
            assert_fits(widget)


def assert_fits(widget: QWidget) -> None:
    name = widget.accessibleName() or widget.text()
    needed = widget.minimumSizeHint()
    assert widget.width() >= needed.width(), f"{name} is too narrow"
    height = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else needed.height()
    assert widget.height() >= height, f"{name} is too low"
    parent = widget.parentWidget()
    assert parent.rect().contains(widget.geometry()), f"{name} sticks out"


@pytest.mark.parametrize("width", [1024, 1366, 1920])
def test_at_normal_text_the_whole_result_is_in_sight(window: MainWindow, qtbot: QtBot, width: int) -> None:
    window.resize(width, 768)
    for key in FIGURES:  # the longest message
        qtbot.keyClick(window.focusWidget(), key)
        settle(window)
        for kind in (ScoreMeter, ResultPanel):
            widget = the(window, kind)
            assert widget.visibleRegion().boundingRect() == widget.rect()
    assert not button(window, "Samenvatting").visibleRegion().isEmpty()


def in_sight(widget: QWidget) -> bool:
    """Return whether all of a widget is in sight."""
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_at_normal_text_the_meter_is_in_sight(window: MainWindow) -> None:
    window.resize(1024, 768)
    settle(window)
    assert in_sight(the(window, ScoreMeter))


LARGE_TEXT = pytest.mark.parametrize(
    ("width", "percent"), [(1024, 200), (1024, 300), (1366, 200), (1366, 300), (1920, 300)]
)


@LARGE_TEXT
def test_with_large_text_the_score_is_one_line_under_the_statements(
    window: MainWindow, qtbot: QtBot, width: int, percent: int
) -> None:
    window.resize(width, 768)
    zoom(window, percent)
    qtbot.keyClicks(window.focusWidget(), "1234")
    settle(window)
    strip, page = the(window, ScoreStrip), page_of(window)
    assert in_sight(the(strip, QLabel, "4 van de 10 punten"))
    assert in_sight(the(strip, QPushButton))
    assert strip.height() < 3 * window.fontMetrics().lineSpacing()
    assert page.height() > window.height() - window.menuBar().height() - strip.height() - 40
    assert page.isAncestorOf(window.findChild(SidePanel))


def test_after_large_text_the_result_is_where_it_was_though_the_keyboard_is_in_it(
    window: MainWindow,
) -> None:
    window.resize(1024, 740)
    window.document.open(replace(scan_in(2026), earlier=(earlier_in(2025, "☑☐☐☐☐☐☐☐☐☐"),)))
    settle(window)
    panel, before = the(window, SidePanel), the(window, SidePanel).geometry()
    zoom(window, 300)
    settle(window)
    button(window, "Ga naar stelling 10").setFocus()
    for _ in range(7):
        action(window, "Tekst kleiner").trigger()
        settle(window)
    assert button(window, "Ga naar stelling 10").hasFocus()
    assert panel.geometry() == before
    assert window.width() == 1024


def page_of(window: MainWindow) -> VerticalScrollArea:
    """Return what scrolls with the statements in it."""
    areas = [area for area in window.findChildren(VerticalScrollArea) if area.isAncestorOf(window.statements)]
    assert len(areas) == 1
    return areas[0]


@pytest.mark.parametrize("percent", [100, 200])
def test_tab_goes_from_the_result_to_message_and_strip(
    window: MainWindow, qtbot: QtBot, percent: int
) -> None:
    zoom(window, percent)
    window.show_error("De schijf is vol.")
    settle(window)
    button(window, "Presenteren").setFocus()
    stops = []
    for _ in range(2):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        stops.append(window.focusWidget().accessibleName() or window.focusWidget().text())
    assert stops == ["Sluiten", "Ga naar de uitslag" if percent == 200 else "Organisatie"]


def test_the_score_strip_leads_to_the_whole_result(window: MainWindow, qtbot: QtBot) -> None:
    zoom(window, 200)
    settle(window)
    assert not in_sight(the(window, ScoreMeter))
    qtbot.mouseClick(button(window, "Ga naar de uitslag"), LEFT)
    assert in_sight(the(window, ScoreMeter))


def test_the_score_strip_hides_what_the_slides_have_not_revealed(window: MainWindow) -> None:
    zoom(window, 200)
    window.presentation.start()
    settle(window)
    window.presentation.leave()
    assert [label.text() for label in visible_labels(the(window, ScoreStrip))] == ["Nog verborgen"]
    action(window, "Verborgen uitslag toch tonen").trigger()
    assert "0 van de 10 punten" in [label.text() for label in visible_labels(the(window, ScoreStrip))]


def visible_labels(widget: QWidget) -> list[QLabel]:
    return [label for label in widget.findChildren(QLabel) if label.isVisible()]


def test_the_result_is_beside_the_statements_again_with_normal_text(window: MainWindow) -> None:
    panel, page = window.findChild(SidePanel), page_of(window)
    for percent in (100, 200, 100):
        zoom(window, percent)
        settle(window)
        assert page.isAncestorOf(panel) == (percent == 200)
        assert window.findChild(ScoreStrip).isVisible() == (percent == 200)
    assert panel.x() > page.mapTo(window, page.rect().topRight()).x()


@pytest.mark.parametrize("width", [1024, 1366])
def test_a_message_takes_nothing_from_the_panel(window: MainWindow, qtbot: QtBot, width: int) -> None:
    window.resize(width, 768)
    window.document.set_account_manager(
        AccountManager(name="A. de Vries", phone="076-1234567", email="a.devries@riec.example")
    )
    qtbot.keyClicks(window.focusWidget(), "1234")
    settle(window)
    panel = window.findChild(SidePanel)
    before = panel.size()
    window.show_error("De schijf is vol. Je scan is niet opgeslagen. Kies een andere map. " * 2)
    settle(window)
    assert in_sight(the(window, MessageBar))
    assert panel.size() == before
    assert not any(bar.isVisible() for bar in panel.findChildren(QScrollBar))
    assert all(in_sight(chip) for chip in visible_chips(window))


def visible_chips(window: MainWindow) -> list[QPushButton]:
    chips = [b for b in window.findChildren(QPushButton) if "Ga naar stelling" in b.accessibleName()]
    return [chip for chip in chips if chip.isVisible()]


@pytest.mark.parametrize(
    ("width", "height", "percent"),
    [(1366, 768, 100), (1920, 1080, 100), (3840, 2160, 100), (3840, 2160, 200), (3840, 2160, 300)],
)
def test_no_line_of_a_statement_is_much_longer_than_90_characters(
    window: MainWindow, width: int, height: int, percent: int
) -> None:
    window.resize(width, height)
    zoom(window, percent)
    settle(window)
    lines = [line for box in window.findChildren(StatementCheckBox) for line in box.text_lines()]
    assert 60 < max(map(len, lines)) < 97


def test_a_large_window_names_the_open_points_and_shows_them_all(window: MainWindow, card: Card) -> None:
    window.resize(1920, 1080)
    window.document.set_account_manager(
        AccountManager(name="A. de Vries", phone="076", email="a@riec.example")
    )
    for ticked in range(10):
        settle(window)
        chips = visible_chips(window)
        open_statements = card.statements[ticked:]
        assert [chip.text().split(maxsplit=1)[1] for chip in chips] == [s.label for s in open_statements]
        assert all(in_sight(chip) for chip in chips)
        window.document.set_ticked(ticked + 1, True)


def test_the_date_is_as_wide_as_a_date(window: MainWindow) -> None:
    window.resize(1920, 1080)
    settle(window)
    date = field(window, "Datum")
    assert date.width() < 2 * date.fontMetrics().horizontalAdvance("00-00-0000")


def test_the_menu_shows_the_size_of_the_text(window: MainWindow) -> None:
    texts = []
    for percent in (100, 200):
        zoom(window, percent)
        titles = [entry.text() for entry in window.menuBar().actions()]
        texts.append((titles[2], action(window, "Normale tekst").text()))
    assert texts == [
        ("B&eeld", "&Normale tekst (nu 100 %)"),
        ("B&eeld (200 %)", "&Normale tekst (nu 200 %)"),
    ]


@pytest.mark.parametrize("key", [Qt.Key.Key_Plus, Qt.Key.Key_Equal])
def test_the_zoom_keys_work_in_a_text_field_too(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    organisation = field(window, "Organisatie")
    organisation.setFocus()
    before = statement(window, 1).font().pointSizeF()
    qtbot.keyClick(organisation, key, Qt.KeyboardModifier.ControlModifier)
    assert statement(window, 1).font().pointSizeF() > before
    qtbot.keyClick(organisation, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert statement(window, 1).font().pointSizeF() == pytest.approx(before)
    assert organisation.text() == ""


@pytest.fixture
def file(tmp_path: Path, card: Card) -> Path:
    """A scan of last year."""
    path = tmp_path / "vorig jaar.vpt"
    path.write_bytes(encode_scan(scan_of("☑☑☑☐☐☐☐☐☐☐"), card))
    return path


def test_the_title_shows_the_file_and_whether_it_is_saved(
    window: MainWindow, qtbot: QtBot, file: Path
) -> None:
    assert window.windowTitle() == "Nieuwe scan[*]"
    window.files.open(file)
    window.files.settle()
    assert window.windowTitle() == "vorig jaar.vpt[*]"
    assert not window.isWindowModified()
    qtbot.keyClick(window.focusWidget(), "0")
    assert window.isWindowModified()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Z, CONTROL)
    assert not window.isWindowModified()
    qtbot.keyClick(window.focusWidget(), "0")
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
    window.files.settle()
    assert not window.isWindowModified()
    assert message(window) == f"Opgeslagen: {file}"


def test_the_window_does_not_close_on_unsaved_changes_without_a_question(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(window.focusWidget(), "9")
    for button_of_choice in (QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Discard):
        assert not window.close()
        question = window.findChild(QMessageBox)
        assert question.isVisible()
        question.button(button_of_choice).click()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert window.isVisible() == (button_of_choice == QMessageBox.StandardButton.Cancel)


def test_saving_on_the_way_out_closes_the_window(window: MainWindow, qtbot: QtBot, file: Path) -> None:
    window.files.open(file)
    window.files.settle()
    qtbot.keyClick(window.focusWidget(), "9")
    window.close()
    window.findChild(QMessageBox).button(QMessageBox.StandardButton.Save).click()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert not window.document.is_modified


def test_another_scan_begins_at_its_first_statement_with_no_note_open(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.statements.edit_note(3)
    qtbot.keyClicks(QApplication.focusWidget(), "Iets")
    note = QApplication.focusWidget()
    assert note is not None
    window.document.open(scan_of("☑☐☐☐☐☐☐☐☐☐"))
    assert QApplication.focusWidget() is statement(window, 1)
    assert not note.isVisible()
    qtbot.keyClicks(QApplication.focusWidget(), "1")
    assert ticks(window) == "☐☐☐☐☐☐☐☐☐☐"


def test_a_file_dropped_on_the_window_is_opened(window: MainWindow, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
        data,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(drop)
    window.files.settle()
    assert ticks(window) == "☑☑☑☐☐☐☐☐☐☐"
    assert drop.isAccepted()
    assert drop.dropAction() == Qt.DropAction.CopyAction  # a move lets the other program delete the file


def test_opening_a_scan_changes_nothing_in_it(window: MainWindow, tmp_path: Path, card: Card) -> None:
    manager = AccountManager(name="A. de Vries", phone="076 123", email="a@riec.example")
    agreed = Answer(note="Aanwijzen", who="Teamleider", due="1 maart")
    longest = replace(scan_of("☐☑☐☐☐☐☐☐☐☐"), organisation="o" * TEXT_LIMIT, leader="b" * TEXT_LIMIT)
    scan = replace(longest, account_manager=manager).with_answer(1, agreed)
    (tmp_path / "vol.vpt").write_bytes(encode_scan(scan, card))
    window.document.open(scan_of("☐☐☐☐☐☐☐☐☐☐").with_answer(1, Answer(note="Anders")))
    statement(window, 1).setFocus()
    window.statements.toggle_note()  # an open editor shows the answer too
    window.files.open(tmp_path / "vol.vpt")
    window.files.settle()
    assert window.scan == scan
    assert field(window, "Organisatie").text() == scan.organisation
    assert not window.isWindowModified()
    assert not window.document.undo_stack.canUndo()
    assert Preferences().account_manager == AccountManager()


def test_recovered_work_can_be_discarded(window: MainWindow) -> None:
    window.document.open(scan_of("☑☑☐☐☐☐☐☐☐☐"), modified=True)
    window.recovery.on_found(list, BROUGHT_BACK)
    assert message(window) == "Je niet-opgeslagen scan van de vorige keer is teruggehaald."
    button(window, "Weggooien").click()
    assert ticks(window) == "☐☐☐☐☐☐☐☐☐☐"
    assert not window.isWindowModified()
    button(window, "Ongedaan maken").click()
    assert ticks(window) == "☑☑☐☐☐☐☐☐☐☐"
    assert window.isWindowModified()


def test_recovered_work_cannot_be_discarded_any_more_once_it_has_changed(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.document.open(scan_of("☑☑☐☐☐☐☐☐☐☐"), modified=True)
    window.recovery.on_found(list, BROUGHT_BACK)
    qtbot.keyClick(window.focusWidget(), "7")
    assert not window.findChild(MessageBar).isVisible()


def test_further_work_that_was_found_can_be_opened_next(window: MainWindow) -> None:
    asked: list[str] = []
    window.recovery.on_found(
        lambda: asked.append("next"), Findings(brought_back=True, waiting=2, unreadable=())
    )
    assert message(window).endswith("Er is ook nog niet-opgeslagen werk van 2 andere scans.")
    button(window, "Volgende openen").click()
    assert asked == ["next"]


def test_what_else_was_found_stays_in_sight_once_the_recovered_work_has_changed(
    window: MainWindow, qtbot: QtBot
) -> None:
    damaged = Unreadable(Path("/herstel/a.beschadigd"), damaged=True)
    asked: list[str] = []
    window.recovery.on_found(
        lambda: asked.append("next"), Findings(brought_back=True, waiting=1, unreadable=(damaged,))
    )
    qtbot.keyClick(window.focusWidget(), "4")
    assert message(window) == (
        "Er is nog niet-opgeslagen werk van een andere scan. "
        f"Niet-opgeslagen werk is beschadigd en staat apart in {damaged.path}."
    )
    assert not [found for found in window.findChildren(QPushButton, "Weggooien") if found.isVisible()]
    window.document.open(scan_of("☑☐☐☐☐☐☐☐☐☐"))
    button(window, "Volgende openen").click()
    assert asked == ["next"]


def test_recovered_work_cannot_be_discarded_once_another_scan_is_open(window: MainWindow, file: Path) -> None:
    window.recovery.on_found(list, BROUGHT_BACK)
    assert button(window, "Weggooien").isVisible()
    window.files.open(file)
    window.files.settle()
    assert not window.findChild(MessageBar).isVisible()


def dropped(window: MainWindow, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    copy = Qt.DropAction.CopyAction
    window.dropEvent(QDropEvent(QPoint(5, 5), copy, data, LEFT, Qt.KeyboardModifier.NoModifier))
    window.files.settle()


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\xff", b"Beste collega,"])
def test_a_dropped_file_that_is_no_scan_is_refused_before_any_question(
    window: MainWindow, tmp_path: Path, content: bytes
) -> None:
    window.document.set_ticked(1, ticked=True)
    (tmp_path / "foto.png").write_bytes(content)
    dropped(window, tmp_path / "foto.png")
    assert message(window).startswith("foto.png is niet geopend: het is geen VPT-scan; ")
    assert window.findChildren(QMessageBox) == []


def test_two_dropped_files_are_refused_in_one_sentence(window: MainWindow, file: Path) -> None:
    dropped(window, file, file)
    assert message(window) == (
        "Er kan maar één scan tegelijk open zijn; er is niets geopend en niets veranderd, "
        "dus sleep één .vpt-bestand hierheen."
    )
    assert window.document.path is None
