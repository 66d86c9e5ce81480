"""What a region's window says, until when, and the way back from it."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.region.on_screen import drop, go_to, laid_together, rows, save, save_as
from tests.ui.screen import action, button, field, message, the
from vpt_desktop.domain.card import Card
from vpt_desktop.region_outputs import LaidTogether, Version
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.region import saving
from vpt_desktop.ui.region.region_window import RegionWindow
from vpt_desktop.ui.widgets.message_bar import MessageBar
from vpt_desktop.ui.widgets.theme import Theme

Key = Qt.Key


def test_a_list_that_was_emptied_comes_back_with_what_was_chosen(filled: RegionWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(go_to(filled, qtbot, "Altena 2026-03-01.vpt"), Key.Key_Space)
    laid_together(filled, qtbot, "11 organisaties")
    before = rows(filled)
    action(filled, "Lijst leegmaken").trigger()
    qtbot.waitUntil(lambda: rows(filled) == {})
    assert message(filled) == "De lijst is leeggemaakt."
    button(filled, "Ongedaan maken").click()
    qtbot.waitUntil(lambda: rows(filled) == before)
    assert not filled.findChild(MessageBar).isVisible()


def test_choices_that_were_forgotten_come_back(filled: RegionWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(go_to(filled, qtbot, "Altena 2026-03-01.vpt"), Key.Key_Space)
    laid_together(filled, qtbot, "11 organisaties")
    action(filled, "Keuzes vergeten").trigger()
    laid_together(filled, qtbot, "12 organisaties")
    button(filled, "Ongedaan maken").click()
    laid_together(filled, qtbot, "11 organisaties")


def test_what_was_chosen_since_is_not_undone_with_what_was_forgotten(
    filled: RegionWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(go_to(filled, qtbot, "Altena 2026-03-01.vpt"), Key.Key_Space)
    laid_together(filled, qtbot, "11 organisaties")
    action(filled, "Keuzes vergeten").trigger()
    laid_together(filled, qtbot, "12 organisaties")
    assert button(filled, "Ongedaan maken").isVisible()
    qtbot.keyClick(go_to(filled, qtbot, "Breda 2026-03-01.vpt"), Key.Key_Space)
    assert not filled.findChild(MessageBar).isVisible()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Lijst leegmaken", "De lijst is al leeg."),
        ("Keuzes vergeten", "Er is met de hand nog niets gekozen."),
    ],
)
def test_where_there_is_nothing_to_forget_that_is_said(
    region: RegionWindow, name: str, sentence: str
) -> None:
    action(region, name).trigger()
    assert message(region) == sentence


def test_what_was_saved_is_said_until_the_region_is_another(
    filled: RegionWindow, qtbot: QtBot, tmp_path: Path, card: Card
) -> None:
    save_as(filled, qtbot, "Werkversie opslaan als PDF", tmp_path / "werk.pdf")
    drop(filled, save(tmp_path, "Meierijstad", card))
    laid_together(filled, qtbot, "13 organisaties")
    assert not filled.findChild(MessageBar).isVisible()


def test_what_is_waited_for_is_not_said_any_longer_than_that(region: RegionWindow) -> None:
    region.saving.waiting.emit("het overzicht wordt gemaakt")
    assert message(region) == "Even wachten: het overzicht wordt gemaakt…"
    region.saving.waiting.emit("")
    assert not region.findChild(MessageBar).isVisible()


def test_the_making_of_a_version_is_stopped_when_asked(
    filled: RegionWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, disk = saving.working_version, Event()

    def slowly(source: LaidTogether, is_stopped: Callable[[], bool]) -> Version:
        disk.wait()
        return make(source, is_stopped)

    monkeypatch.setattr(saving, "working_version", slowly)
    action(filled, "Werkversie opslaan als PDF").trigger()
    qtbot.waitUntil(lambda: message(filled) == "Even wachten: het overzicht wordt gemaakt…")
    button(filled, "Stoppen").click()
    disk.set()
    stopped = "Gestopt; er is niets gemaakt, en aan de scans is niets veranderd."
    qtbot.waitUntil(lambda: message(filled) == stopped)


@pytest.mark.parametrize(
    ("done", "sentence"),
    [
        (1, "Gestopt: 1 van de 9 bestanden is gelezen en staat in de lijst."),
        (2, "Gestopt: 2 van de 9 bestanden zijn gelezen en staan in de lijst."),
    ],
)
def test_how_far_reading_came_is_said_in_a_right_sentence(
    region: RegionWindow, done: int, sentence: str
) -> None:
    region.files.stopped.emit(done, 9)
    assert message(region) == sentence


def test_what_is_no_date_is_said_beside_the_field_until_it_is_corrected(
    region: RegionWindow, qtbot: QtBot
) -> None:
    day = field(region, "Peildatum")
    day.setFocus()
    day.setText("morgen")
    qtbot.keyClick(day, Key.Key_Return)
    fault = the(region, QLabel, "“morgen” is geen datum")
    assert fault.geometry().top() < 3 * day.height() + day.geometry().bottom()
    day.setText("")
    qtbot.keyClicks(day, "1-3-2026")
    assert not fault.isVisible()


def test_a_name_in_a_question_is_plain_text(
    region: RegionWindow, qtbot: QtBot, tmp_path: Path, card: Card
) -> None:
    drop(region, *(save(tmp_path, name, card, file=str(len(name))) for name in ("<h1>Oss</h1>", "Breda")))
    laid_together(region, qtbot, "2 organisaties")
    go_to(region, qtbot, "12 2026-03-01.vpt")
    action(region, "Is dezelfde organisatie als").trigger()
    [label] = [label for label in region.findChild(QInputDialog).findChildren(QLabel) if label.text()]
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<h1>Oss</h1> is dezelfde organisatie als:"


def dropped_on(names: QPlainTextEdit, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    no_keys = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, no_keys)
    QApplication.sendEvent(names.viewport(), event)
    assert names.toPlainText() == "Oss"


def test_a_file_dropped_on_the_names_is_no_name(filled: RegionWindow, tmp_path: Path, card: Card) -> None:
    names = the(filled, QPlainTextEdit, "verwacht")
    names.setPlainText("Oss")
    dropped_on(names, save(tmp_path, "Meierijstad", card))


def test_a_list_that_took_the_place_of_typed_names_is_undone(
    filled: RegionWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    names = the(filled, QPlainTextEdit, "verwacht")
    qtbot.keyClicks(names, "Oss")
    (tmp_path / "namen.txt").write_text("Breda\nTilburg", encoding="utf-8")
    drop(filled, tmp_path / "namen.txt")
    qtbot.waitUntil(lambda: names.toPlainText() == "Breda\nTilburg")
    qtbot.keyClick(names, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names.toPlainText() == "Oss"


def test_names_are_held_to_the_limit_of_a_text(filled: RegionWindow, qtbot: QtBot) -> None:
    names = the(filled, QPlainTextEdit, "verwacht")
    names.setPlainText("Oss")
    QApplication.clipboard().setText("x" * 100_001)
    qtbot.keyClick(names, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert names.toPlainText() == "Oss"
    assert "Een tekst mag" in message(filled)


@pytest.mark.parametrize("zoom", [100, 200, 300])
def test_the_window_fits_the_smallest_screen_with_a_message_in_sight(
    region: RegionWindow, window: MainWindow, qtbot: QtBot, zoom: int
) -> None:
    theme = window.findChild(Theme)
    while theme.zoom < zoom:
        theme.zoom_in()
    region.resize(1024, 740)
    action(region, "Lijst leegmaken").trigger()
    bar = region.findChild(MessageBar)
    qtbot.waitUntil(lambda: bar.isVisible() and bar.height() > 0)
    assert region.minimumSizeHint().width() <= 1024
    assert region.minimumSizeHint().height() <= 740
    assert region.rect().contains(bar.mapTo(region, bar.rect().bottomRight()))
