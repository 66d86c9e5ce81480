"""The window of a region: files in, states and counts shown, choices by hand, outputs on disk."""

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import openpyxl
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QApplication,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QStyle,
    QTableWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.region.on_screen import TWELVE, dialogs, drop, go_to, laid_together, rows, save, save_as, sum_of
from tests.ui.screen import action, button, field, message, the
from tests.ui.test_accessible_tree import tree
from vpt_desktop.domain.card import Card
from vpt_desktop.storage.compositions import read_compositions
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.region.file_list import FileList
from vpt_desktop.ui.region.region_window import RegionWindow
from vpt_desktop.ui.widgets.message_bar import MessageBar
from vpt_desktop.ui.widgets.theme import Theme

Key = Qt.Key
NO_FILES = "in deze map staan geen .vpt-bestanden"


# Files


def test_a_dropped_folder_is_listed_with_state_and_reason(filled: RegionWindow) -> None:
    assert sum_of(filled) == "12 organisaties uit 15 bestanden: 2 ouder, 1 niet leesbaar"
    listed = rows(filled)
    assert listed["Altena 2026-03-01.vpt"] == ("Telt mee", "van 1 maart 2026")
    assert listed["Oss 2025-03-01.vpt"] == (
        "Ouder",
        "van 1 maart 2025; Oss 2026-03-01.vpt van 1 maart 2026 telt mee",
    )
    assert listed["kapot.vpt"] == ("Niet leesbaar", "het is beschadigd of houdt halverwege op")


def test_the_counts_stand_in_the_order_of_the_card(filled: RegionWindow) -> None:
    table = the(filled, QTableWidget, "De tien punten")
    shown = [[table.item(row, column).text() for column in (0, 2, 3)] for row in range(table.rowCount())]
    assert shown[0] == ["1 Norm en grenzen", "12 van 12", "0 vooruit, 0 terug (van 2)"]
    assert shown[9] == ["10 Nazorg", "0 van 12", "0 vooruit, 0 terug (van 2)"]
    scores = the(filled, QTableWidget, "Scores")
    assert [scores.item(row, 2).text() for row in range(3)] == ["0 van 12", "12 van 12", "0 van 12"]


def test_bars_take_the_room_that_there_is(filled: RegionWindow, qtbot: QtBot) -> None:
    table = the(filled, QTableWidget, "De tien punten")
    filled.resize(1900, 900)
    qtbot.waitUntil(lambda: table.columnWidth(1) > table.columnWidth(2))
    filled.resize(1000, 700)
    qtbot.waitUntil(lambda: table.columnWidth(1) < table.columnWidth(2))


@pytest.mark.parametrize(("width", "zoom"), [(1024, 100), (1366, 100), (1024, 200), (1024, 300)])
def test_no_count_is_cut(filled: RegionWindow, window: MainWindow, width: int, zoom: int) -> None:
    theme = window.findChild(Theme)
    while theme.zoom < zoom:
        theme.zoom_in()
    filled.resize(width, 768)
    QApplication.processEvents()
    table = the(filled, QTableWidget, "De tien punten")
    assert table.horizontalHeader().length() <= table.viewport().width()
    assert table.verticalHeader().length() <= table.viewport().height()
    margin = 2 * (table.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1)
    cells = [(row, column) for row in range(table.rowCount()) for column in (0, 2, 3)]
    for row, column in cells:
        room = QRect(0, 0, table.columnWidth(column) - margin, table.rowHeight(row))
        text = table.item(row, column).text()
        needed = table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text)
        assert room.contains(needed), text
        assert table.horizontalHeader().sectionSizeHint(column) <= table.columnWidth(column)


def test_a_file_is_left_out_and_taken_in_again_by_the_space_bar(filled: RegionWindow, qtbot: QtBot) -> None:
    files = go_to(filled, qtbot, "Oss 2026-03-01.vpt")
    qtbot.keyClick(files, Key.Key_Space)
    qtbot.waitUntil(lambda: rows(filled)["Oss 2026-03-01.vpt"] == ("Weggelaten", "met de hand weggelaten"))
    assert rows(filled)["Oss 2025-03-01.vpt"][0] == "Telt mee"
    assert files.currentIndex().siblingAtColumn(0).data() == "Oss 2026-03-01.vpt"
    qtbot.keyClick(files, Key.Key_Space)
    qtbot.waitUntil(lambda: rows(filled)["Oss 2026-03-01.vpt"][0] == "Telt mee")


def test_what_cannot_be_read_cannot_be_taken_in(filled: RegionWindow, qtbot: QtBot) -> None:
    files = go_to(filled, qtbot, "kapot.vpt")
    assert files.currentIndex().siblingAtColumn(0).data(Qt.ItemDataRole.CheckStateRole) is None
    reason = rows(filled)["kapot.vpt"][1]
    qtbot.keyClick(files, Key.Key_Space)
    assert message(filled) == f"kapot.vpt kan niet meetellen: {reason}."
    qtbot.keyClick(files, Key.Key_Return)
    assert message(filled) == f"kapot.vpt is geen scan die open kan: {reason}."
    assert rows(filled)["kapot.vpt"] == ("Niet leesbaar", reason)


def test_choices_are_forgotten_at_once(filled: RegionWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(go_to(filled, qtbot, "Altena 2026-03-01.vpt"), Key.Key_Space)
    laid_together(filled, qtbot, "11 organisaties")
    action(filled, "Keuzes vergeten").trigger()
    laid_together(filled, qtbot, "12 organisaties")


def test_near_names_are_pointed_out_and_joined_by_hand(
    region: RegionWindow, qtbot: QtBot, tmp_path: Path, card: Card
) -> None:
    drop(region, *(save(tmp_path, name, card) for name in ("Tilburg", "Tilbrug", "Breda")))
    laid_together(region, qtbot, "3 organisaties")
    assert rows(region)["Tilbrug 2026-03-01.vpt"][1] == "van 1 maart 2026; lijkt op Tilburg"
    go_to(region, qtbot, "Tilbrug 2026-03-01.vpt")
    button(region, "Is dezelfde organisatie als").click()
    dialog = region.findChild(QInputDialog)
    assert dialog.comboBoxItems() == ["Tilburg", "Breda"]
    dialog.accept()
    laid_together(region, qtbot, "2 organisaties")


def test_near_names_are_said_to_be_different_organisations(
    region: RegionWindow, qtbot: QtBot, tmp_path: Path, card: Card
) -> None:
    drop(region, *(save(tmp_path, name, card) for name in ("Tilburg", "Tilbrug", "Breda")))
    laid_together(region, qtbot, "3 organisaties")
    files = go_to(region, qtbot, "Tilbrug 2026-03-01.vpt")
    shifted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(files, Key.Key_J, shifted)
    different = "van 1 maart 2026; met de hand een andere organisatie"
    qtbot.waitUntil(lambda: rows(region)["Tilbrug 2026-03-01.vpt"][1] == different)
    assert rows(region)["Tilburg 2026-03-01.vpt"][1] == "van 1 maart 2026"
    assert message(region) == "Tilbrug is nu een andere organisatie."
    qtbot.keyClick(files, Key.Key_J, shifted)
    assert message(region) == "Dit bestand lijkt op geen andere organisatie en hoort bij geen andere."
    action(region, "Keuzes vergeten").trigger()
    qtbot.waitUntil(lambda: "lijkt op Tilburg" in rows(region)["Tilbrug 2026-03-01.vpt"][1])


def test_two_files_of_one_name_are_of_different_organisations_until_they_are_joined(
    filled: RegionWindow, qtbot: QtBot
) -> None:
    go_to(filled, qtbot, "Oss 2025-03-01.vpt")
    button(filled, "Is een andere organisatie").click()
    laid_together(filled, qtbot, "13 organisaties uit 15 bestanden: 1 ouder")
    go_to(filled, qtbot, "Altena 2026-03-01.vpt")
    button(filled, "Is dezelfde organisatie als").click()
    dialog = filled.findChild(QInputDialog)
    assert "Oss (Oss 2025-03-01.vpt)" in dialog.comboBoxItems()
    dialog.reject()
    go_to(filled, qtbot, "Oss 2025-03-01.vpt")
    qtbot.waitUntil(lambda: filled.findChild(QInputDialog) is None)
    button(filled, "Is dezelfde organisatie als").click()
    dialog = filled.findChild(QInputDialog)
    dialog.setTextValue("Oss")
    dialog.accept()
    laid_together(filled, qtbot, "12 organisaties uit 15 bestanden: 2 ouder")


def test_names_to_join_with_are_short_and_told_apart(
    region: RegionWindow, qtbot: QtBot, tmp_path: Path, card: Card
) -> None:
    for folder, name in {"a": "x" * 9000, "b": "x" * 9001, "c": "x" * 9002, "d": "y" * 9000}.items():
        (tmp_path / folder).mkdir()
        save(tmp_path / folder, name, card, file="scan")
    drop(region, tmp_path)
    laid_together(region, qtbot, "4 organisaties")
    go_to(region, qtbot, "scan 2026-03-01.vpt")
    button(region, "Is dezelfde organisatie als").click()
    dialog = region.findChild(QInputDialog)
    short, file = f"{'x' * 60}…", "scan 2026-03-01.vpt"
    assert dialog.comboBoxItems() == [
        f"{short} ({tmp_path / 'b' / file})",
        f"{short} ({tmp_path / 'c' / file})",
        f"{'y' * 60}…",
    ]
    assert dialog.sizeHint().width() < region.width()
    dialog.reject()


def test_the_reference_date_decides_what_counts(filled: RegionWindow, qtbot: QtBot) -> None:
    date = field(filled, "Peildatum")
    date.setFocus()
    date.selectAll()
    qtbot.keyClicks(date, "28-02-2026")
    qtbot.keyClick(date, Key.Key_Return)
    laid_together(filled, qtbot, "2 organisaties uit 15 bestanden: 12 na de peildatum")


def test_a_file_that_goes_or_changes_is_shown_when_the_files_are_read_again(
    filled: RegionWindow, qtbot: QtBot, scans: Path
) -> None:
    (scans / "Altena 2026-03-01.vpt").unlink()
    qtbot.keyClick(filled.findChild(FileList), Key.Key_F5)
    laid_together(filled, qtbot, "11 organisaties")
    assert rows(filled)["Altena 2026-03-01.vpt"] == ("Niet leesbaar", "het bestand is er niet meer")


def test_new_files_in_a_folder_are_there_when_the_files_are_read_again(
    region: RegionWindow, qtbot: QtBot, tmp_path: Path, card: Card
) -> None:
    folder = tmp_path / "scans"
    folder.mkdir()
    drop(region, folder)
    qtbot.waitUntil(lambda: rows(region) == {"scans": ("Niet leesbaar", NO_FILES)})
    save(folder, "Oss", card)
    qtbot.keyClick(region.findChild(FileList), Key.Key_F5)
    laid_together(region, qtbot, "1 organisatie uit 1 bestand")
    assert list(rows(region)) == ["Oss 2026-03-01.vpt"]
    action(region, "Lijst leegmaken").trigger()
    qtbot.waitUntil(lambda: rows(region) == {})
    qtbot.keyClick(region.findChild(FileList), Key.Key_F5)
    assert message(region) == "De lijst is leeg, dus er is niets opnieuw te lezen."


def test_a_scan_is_opened_in_the_other_window(filled: RegionWindow, qtbot: QtBot, window: MainWindow) -> None:
    files = go_to(filled, qtbot, "Deurne 2026-03-01.vpt")
    with qtbot.waitSignal(window.document.opened):
        qtbot.keyClick(files, Key.Key_Return)
    assert window.scan.organisation == "Deurne"
    qtbot.waitUntil(window.isActiveWindow)


def test_who_has_not_sent_a_scan_is_listed(filled: RegionWindow, qtbot: QtBot, tmp_path: Path) -> None:
    names = tmp_path / "namen.txt"
    names.write_text("Gemeente Oss\nBergen op Zoom\nTilbrug\n", encoding="utf-8")
    drop(filled, names)
    text = "Nog niet ontvangen, 2 van 3:\nBergen op Zoom\nTilbrug (lijkt op Tilburg)"
    qtbot.waitUntil(lambda: _has_label(filled, text))
    the(filled, QPlainTextEdit, "verwacht").setPlainText("Oss")
    qtbot.waitUntil(lambda: _has_label(filled, "Van alle 1 is er een bestand."))


def test_of_very_many_who_have_not_sent_a_scan_those_in_sight_are_listed(
    filled: RegionWindow, qtbot: QtBot
) -> None:
    names = [f"Plaats nummer {number}" for number in range(1, 501)]
    the(filled, QPlainTextEdit, "verwacht").setPlainText("\n".join([*names, "Oss"]))
    qtbot.waitUntil(lambda: bool(labels_with(filled, "Nog niet ontvangen")))
    (missing,) = labels_with(filled, "Nog niet ontvangen")
    lines = missing.text().replace("\N{ZERO WIDTH SPACE}", "").split("\n")
    assert lines == ["Nog niet ontvangen, 500 van 501:", *names[:400], "en nog 100 andere"]


def labels_with(region: RegionWindow, beginning: str) -> list[QLabel]:
    return [each for each in region.findChildren(QLabel) if each.text().startswith(beginning)]


def test_names_as_long_as_minutes_leave_room_for_the_list(
    region: RegionWindow, qtbot: QtBot, tmp_path: Path, card: Card
) -> None:
    drop(region, *(save(tmp_path, name, card, file=name[-1]) for name in ("x" * 9000, "x" * 8999 + "y")))
    laid_together(region, qtbot, "2 organisaties")
    files = go_to(region, qtbot, "y 2026-03-01.vpt")
    short = f"{'x' * 60}…"
    assert rows(region)["y 2026-03-01.vpt"][1] == f"van 1 maart 2026; lijkt op {short}"
    assert files.model().index(0, 1).data() == short
    region.grab()  # lays it out
    assert files.height() > region.height() / 5


def test_a_list_of_names_that_cannot_be_read_leaves_the_list_and_is_reported(
    filled: RegionWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    names = the(filled, QPlainTextEdit, "verwacht")
    names.setPlainText("Oss")
    drop(filled, tmp_path / "weg.txt")
    qtbot.waitUntil(lambda: "weg.txt is niet geopend" in message(filled))
    assert names.toPlainText() == "Oss"


def _has_label(region: RegionWindow, text: str) -> bool:
    return any(label.accessibleName() == text for label in region.findChildren(QLabel))


def test_reading_shows_its_progress_and_stops_when_asked(
    region: RegionWindow, qtbot: QtBot, tmp_path: Path, card: Card
) -> None:
    content = save(tmp_path, "Oss", card).read_bytes()
    folder = tmp_path / "veel"
    folder.mkdir()
    for number in range(3000):
        (folder / f"{number}.vpt").write_bytes(content)
    drop(region, folder)
    qtbot.waitUntil(lambda: region.findChild(QProgressBar).isVisible())
    button(region, "Stoppen").click()
    laid_together(region, qtbot, "1 organisatie")
    assert "bestanden zijn gelezen en staan in de lijst." in message(region)
    assert len(rows(region)) < 3000
    assert not region.findChild(QProgressBar).isVisible()


def test_what_was_being_read_when_the_list_was_cleared_does_not_come_back(
    region: RegionWindow, qtbot: QtBot, scans: Path
) -> None:
    region.files.add([scans])
    region.files.clear()
    qtbot.waitUntil(lambda: not region.files._background.is_busy)
    assert rows(region) == {}


def test_of_choices_made_faster_than_they_are_counted_the_last_is_counted_at_once(
    filled: RegionWindow, qtbot: QtBot
) -> None:
    counted: list[object] = []
    filled.files.changed.connect(counted.append)
    for day in range(1, 29):
        filled.files.set_day(dt.date(2026, 2, day))
    qtbot.waitUntil(lambda: bool(counted) and counted[-1].day == dt.date(2026, 2, 28))
    assert len(counted) <= 2


def test_closing_forgets_all_and_the_main_window_closes_it_too(
    filled: RegionWindow, qtbot: QtBot, window: MainWindow
) -> None:
    filled.close()
    qtbot.waitUntil(lambda: rows(filled) == {})
    action(window, "Regio-overzicht").trigger()
    assert filled.isVisible()
    window.close()
    assert not filled.isVisible()


def test_a_window_that_is_opened_again_begins_anew(
    filled: RegionWindow, qtbot: QtBot, window: MainWindow
) -> None:
    action(filled, "Keuzes vergeten").trigger()
    date = field(filled, "Peildatum")
    date.setFocus()
    date.selectAll()
    qtbot.keyClicks(date, "28-02-2026")
    qtbot.keyClick(date, Key.Key_Return)
    filled.close()
    action(window, "Regio-overzicht").trigger()
    today = dt.date.today()  # noqa: DTZ011  the day on the user's calendar, as in the program
    assert (date.text(), filled.files.day) == (f"{today:%d-%m-%Y}", today)
    assert not filled.findChild(MessageBar).isVisible()
    qtbot.waitUntil(filled.findChild(FileList).hasFocus)


@pytest.fixture
def slow_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Hold up what is written until this is set."""
    disk = Event()
    monkeypatch.setattr(os, "fsync", lambda _descriptor: disk.wait(20))
    yield disk
    disk.set()


def choose_csv_folder(region: RegionWindow, qtbot: QtBot, folder: Path) -> None:
    """Ask for the werkversie in a folder, and wait until it is being written."""
    action(region, "Werkversie opslaan als CSV-bestanden").trigger()
    qtbot.waitUntil(lambda: bool(dialogs(region)))
    dialogs(region)[0].fileSelected.emit(str(folder))
    dialogs(region)[0].reject()
    assert region.saving.is_writing


def test_the_program_closes_when_what_was_asked_for_here_is_written(
    filled: RegionWindow, qtbot: QtBot, window: MainWindow, tmp_path: Path, slow_disk: Event
) -> None:
    choose_csv_folder(filled, qtbot, tmp_path / "uit")
    window.close()
    assert window.isVisible()
    slow_disk.set()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert len(list((tmp_path / "uit").iterdir())) > 1


def test_what_fails_after_the_window_was_closed_is_shown_before_the_program_ends(
    filled: RegionWindow, qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    choose_csv_folder(filled, qtbot, tmp_path / "nergens" / "uit")
    filled.close()
    window.close()
    qtbot.waitUntil(filled.isVisible)
    assert "die map kan niet worden gemaakt" in message(filled)
    assert window.isVisible()


def test_a_version_that_was_made_after_the_window_was_closed_asks_nothing(
    filled: RegionWindow,
) -> None:
    action(filled, "Werkversie opslaan als CSV-bestanden").trigger()
    filled.close()
    filled.saving._background.wait()
    assert dialogs(filled) == []


# Outputs


def test_the_werkversie_is_saved_as_pdf_and_as_spreadsheet(
    filled: RegionWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    pdf, xlsx = tmp_path / "werk.pdf", tmp_path / "werk.xlsx"
    save_as(filled, qtbot, "Werkversie opslaan als PDF", pdf)
    assert pdf.read_bytes().startswith(b"%PDF")
    save_as(filled, qtbot, "Werkversie opslaan als spreadsheet", xlsx)
    note = openpyxl.load_workbook(xlsx)["Afspraken"]["D2"]
    assert (note.value, note.data_type) == ("=1+1", "s")


def test_a_character_without_typeface_is_reported(
    region: RegionWindow, qtbot: QtBot, tmp_path: Path, card: Card
) -> None:
    drop(region, save(tmp_path, "Oss \ue000", card, file="oss"))
    laid_together(region, qtbot, "1 organisatie")
    pdf = tmp_path / "werk.pdf"
    remark = ". Geen lettertype op deze computer heeft U+E000; in de PDF staat daar ◊."
    save_as(region, qtbot, "Werkversie opslaan als PDF", pdf, remark)


def test_the_name_that_is_proposed_says_which_version_of_what_day(filled: RegionWindow, qtbot: QtBot) -> None:
    action(filled, "Deelversie opslaan als PDF").trigger()
    qtbot.waitUntil(lambda: bool(dialogs(filled)))
    (dialog,) = dialogs(filled)
    today = dt.date.today().isoformat()  # noqa: DTZ011  as in the program
    assert dialog.findChild(QLineEdit).text() == f"Regio-overzicht deelversie {today}.pdf"
    dialog.reject()


def test_csv_files_go_into_a_folder(filled: RegionWindow, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "csv"
    folder.mkdir()
    save_as(filled, qtbot, "Deelversie opslaan als CSV", folder)
    assert len(list(folder.glob("Regio-overzicht deelversie * - Stellingen.csv"))) == 1


def test_a_deelversie_beside_an_earlier_one_is_refused_until_that_was_not_shared(
    filled: RegionWindow, qtbot: QtBot, tmp_path: Path, card: Card, kept: Path
) -> None:
    save_as(filled, qtbot, "Deelversie opslaan als PDF", tmp_path / "een.pdf")
    assert len(read_compositions(kept)) == 1
    drop(filled, save(tmp_path, "Someren", card))
    laid_together(filled, qtbot, "13 organisaties")
    action(filled, "Deelversie opslaan als PDF").trigger()
    qtbot.waitUntil(lambda: "maakte je een deelversie met 12 van deze 13 scans" in message(filled))
    button(filled, "Annuleren").click()
    assert len(read_compositions(kept)) == 1
    action(filled, "Deelversie opslaan als PDF").trigger()
    qtbot.waitUntil(lambda: button(filled, "Vorige is niet gedeeld").isVisible())
    button(filled, "Vorige is niet gedeeld").click()
    qtbot.waitUntil(lambda: bool(dialogs(filled)))
    assert read_compositions(kept) == ()
    dialogs(filled)[0].reject()


def test_four_organisations_are_too_few_for_a_deelversie(
    region: RegionWindow, qtbot: QtBot, tmp_path: Path, card: Card
) -> None:
    drop(region, *(save(tmp_path, name, card) for name in TWELVE[:4]))
    laid_together(region, qtbot, "4 organisaties")
    action(region, "Deelversie opslaan als PDF").trigger()
    qtbot.waitUntil(lambda: "ten minste 5 organisaties nodig; dit zijn er 4." in message(region))


def test_a_changed_file_is_named_when_the_werkversie_is_made(
    filled: RegionWindow, qtbot: QtBot, scans: Path, card: Card
) -> None:
    save(scans, "Zundert", card)
    action(filled, "Werkversie opslaan als PDF").trigger()
    qtbot.waitUntil(lambda: "want Zundert 2026-03-01.vpt is anders" in message(filled))


def test_without_files_there_is_nothing_to_save_or_to_join(region: RegionWindow) -> None:
    action(region, "Werkversie opslaan als PDF").trigger()
    assert message(region) == "Er zijn nog geen scans gekozen, dus er is niets om op te slaan."
    button(region, "Is dezelfde organisatie als").click()
    assert message(region) == "Kies eerst in de lijst het bestand van een organisatie."
    action(region, "Is een andere organisatie").trigger()
    assert message(region) == "Kies eerst in de lijst het bestand van een organisatie."
    action(region, "Scan openen").trigger()
    assert message(region) == "Kies eerst in de lijst een bestand."


def test_one_organisation_can_be_joined_with_no_other(
    region: RegionWindow, qtbot: QtBot, tmp_path: Path, card: Card
) -> None:
    drop(region, save(tmp_path, "Oss", card))
    laid_together(region, qtbot, "1 organisatie")
    button(region, "Is dezelfde organisatie als").click()
    assert message(region) == "Er telt geen andere organisatie mee."


# For everybody


def test_nothing_in_the_window_that_takes_the_focus_is_nameless(filled: RegionWindow) -> None:
    nodes = tree(QAccessible.queryAccessibleInterface(filled))
    focusable = [node for node in nodes if node.state().focusable and not node.state().invisible]
    assert [node.role() for node in focusable if not node.text(QAccessible.Text.Name)] == []


def test_a_row_is_called_by_file_state_and_reason(filled: RegionWindow) -> None:
    index = filled.findChild(FileList).model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Altena 2026-03-01.vpt, Altena, Telt mee, van 1 maart 2026"
    )


def test_every_action_has_a_key_of_its_own(region: RegionWindow) -> None:
    entries = [
        entry for menu in region.menuBar().actions() for entry in menu.menu().actions() if entry.text()
    ]
    keys = [entry.shortcut().toString() for entry in entries]
    assert all(keys)
    assert len(set(keys)) == len(keys) == 15
