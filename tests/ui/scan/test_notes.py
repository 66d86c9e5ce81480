"""Notes, who and when: folded away until wanted, a key away, and never lost on the way."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.screen import action, button, field, message, present, statement, the
from vpt_desktop.domain.scan import AccountManager, Answer
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.preferences import Preferences
from vpt_desktop.ui.widgets.result_panel import ResultPanel
from vpt_desktop.ui.widgets.theme import Theme

UNDO = Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier


def note(window: MainWindow, number: int) -> QPlainTextEdit:
    name = f"Toelichting bij stelling {number}"
    return next(n for n in window.findChildren(QPlainTextEdit) if n.accessibleName() == name)


def short_form(window: MainWindow, number: int) -> str:
    row = statement(window, number).parentWidget()
    labels = row.findChildren(QLabel, "shortNote")
    return next((label.accessibleName() for label in labels if label.isVisible()), "")


def test_f2_goes_from_the_statement_to_its_note_and_back(window: MainWindow, qtbot: QtBot) -> None:
    statement(window, 3).setFocus()
    qtbot.keyClick(statement(window, 3), Qt.Key.Key_F2)
    assert note(window, 3).hasFocus()
    qtbot.keyClicks(note(window, 3), "Dossiervorming bij 3 teams")
    qtbot.keyClick(note(window, 3), Qt.Key.Key_F2)
    assert statement(window, 3).hasFocus()
    assert not note(window, 3).isVisible()
    assert short_form(window, 3) == "Dossiervorming bij 3 teams"
    assert window.scan.answer(3) == Answer(note="Dossiervorming bij 3 teams")


@pytest.mark.parametrize("place", ["statement", "organisation", "button", "message"])
def test_f2_opens_the_note_of_the_statement_ticked_last_from_anywhere(
    window: MainWindow, qtbot: QtBot, place: str
) -> None:
    window.recovery.on_resumed()
    qtbot.keyClick(statement(window, 1), "7")
    {
        "statement": statement(window, 1).setFocus,
        "organisation": field(window, "Organisatie").setFocus,
        "button": button(window, "Samenvatting").setFocus,
        "message": button(window, "Sluiten").setFocus,
    }[place]()
    if place == "statement":  # which then is the last that was touched, until it is another's key
        qtbot.keyClick(statement(window, 1), "7")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F2)
    assert note(window, 7).hasFocus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F2)
    assert statement(window, 7).hasFocus()


def test_f2_goes_back_into_a_note_that_is_open_already(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(statement(window, 3), Qt.Key.Key_F2)
    qtbot.keyClick(window.focusWidget(), "x")
    open_note = window.focusWidget()
    field(window, "Organisatie").setFocus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F2)
    assert window.focusWidget() == open_note


def test_f2_brings_the_whole_note_into_sight_at_the_last_statement(window: MainWindow, qtbot: QtBot) -> None:
    statement(window, 10).setFocus()
    qtbot.keyClick(statement(window, 10), Qt.Key.Key_F2)
    for _ in range(5):  # the layouts finish in a few rounds
        QApplication.processEvents()
    for name in ("Toelichting", "Wie", "Wanneer gereed"):
        part = next(
            each
            for each in note(window, 10).parentWidget().findChildren(QWidget)
            if each.accessibleName().startswith(name)
        )
        qtbot.waitUntil(lambda part=part: part.visibleRegion().boundingRect() == part.rect())


def test_tab_goes_from_an_unfolded_note_to_who_when_and_the_next_statement(
    window: MainWindow, qtbot: QtBot
) -> None:
    for number in (7, 3):  # in another order than they stand in
        window.statements.edit_note(number)
    statement(window, 3).setFocus()
    stops = [window.focusWidget()]
    for _ in range(4):
        qtbot.keyClick(stops[-1], Qt.Key.Key_Tab)
        stops.append(window.focusWidget())
    assert [stop.accessibleName() for stop in stops[1:]] == [
        "Toelichting bij stelling 3",
        "Toelichting bij stelling 3",
        "Wie bij stelling 3",
        "Wanneer gereed bij stelling 3",
    ]
    qtbot.keyClick(stops[-1], Qt.Key.Key_Tab)
    assert window.focusWidget() == statement(window, 4)


@pytest.mark.parametrize("name", ["note", "sheet"])
def test_tab_never_types(window: MainWindow, qtbot: QtBot, name: str) -> None:
    window.document.set_ticked(1, ticked=True)  # so that the note is the only field
    if name == "sheet":
        present(window, qtbot)
    qtbot.keyClick((window.presentation.window or window).focusWidget(), Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    text = QApplication.focusWidget()
    qtbot.keyClicks(text, "een")
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    qtbot.keyClick(text, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert window.scan.answer(1).note == "een"


@pytest.mark.parametrize(
    "pasted",
    [
        "https://eur05.safelinks.example/?url=" + "a%2F" * 60,
        "\\\\server\\" + "map\\" * 60,
        "W" * 400,
        "a.vandenheuvel@gemeentebergenopzoom.nl",
        "arbeidsongeschiktheidsverzekeringen",
    ],
    ids=["link", "path", "letters", "address", "word"],
)
def test_whatever_is_pasted_leaves_the_window_as_wide_as_it_is(
    window: MainWindow, pasted: str, qapp: QApplication
) -> None:
    for _ in range(10):
        window.findChild(Theme).zoom_in()
        qapp.processEvents()
    window.document.set_answer(3, Answer(note=pasted, who=pasted, due=pasted))
    qapp.processEvents()
    assert short_form(window, 3)
    window.resize(1024, 768)
    qapp.processEvents()
    assert window.width() == 1024


@pytest.mark.parametrize("key", [Qt.Key.Key_Y, Qt.Key.Key_Z])
@pytest.mark.parametrize("place", ["statement", "text"])
def test_what_was_undone_comes_back_by_the_keys_of_windows_and_of_linux(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, place: str
) -> None:
    window.document.set_ticked(3, ticked=True)
    where = statement(window, 1) if place == "statement" else field(window, "Organisatie")
    where.setFocus()
    qtbot.keyClick(where, *UNDO)
    assert not window.scan.answer(3).ticked
    shift = Qt.KeyboardModifier.ShiftModifier if key == Qt.Key.Key_Z else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(where, key, Qt.KeyboardModifier.ControlModifier | shift)
    assert window.scan.answer(3).ticked


def test_a_note_that_unfolds_comes_into_sight(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1024, 600)
    for number in (10, 1, 7):
        statement(window, number).setFocus()
        qtbot.keyClick(statement(window, number), Qt.Key.Key_F2)
        text = note(window, number)
        qtbot.waitUntil(lambda text=text: text.visibleRegion().boundingRect() == text.rect())


def test_an_open_note_is_as_high_as_before_once_the_text_is_normal_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(statement(window, 3), Qt.Key.Key_F2)
    note = window.findChild(QPlainTextEdit)
    QApplication.processEvents()
    height = note.height()
    action(window, "Tekst groter").trigger()
    qtbot.waitUntil(lambda: note.height() > height)
    action(window, "Normale tekst").trigger()
    qtbot.waitUntil(lambda: note.height() == height)


def test_a_figure_in_a_note_ticks_nothing(window: MainWindow, qtbot: QtBot) -> None:
    statement(window, 3).setFocus()
    qtbot.keyClick(statement(window, 3), Qt.Key.Key_F2)
    qtbot.keyClicks(note(window, 3), "1234567890")
    assert note(window, 3).toPlainText() == "1234567890"
    assert window.scan.score == 0


@pytest.mark.parametrize("where", ["note", "organisation"])
def test_undo_in_a_text_undoes_the_scans_last_change(window: MainWindow, qtbot: QtBot, where: str) -> None:
    qtbot.keyClick(window.focusWidget(), "4")
    if where == "note":
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F2)
    else:
        field(window, "Organisatie").setFocus()
    text = window.focusWidget()
    qtbot.keyClicks(text, "tekst")
    qtbot.keyClick(text, *UNDO)
    assert window.scan.score == 1
    assert window.scan.answers[0].note == ""
    assert window.scan.organisation == ""
    qtbot.keyClick(text, *UNDO)
    assert window.scan.score == 0


ELSEWHERE = Answer(note="een\r\ntwee\u00a0drie\u2028vier", who="😀" * 60_000, due="maart\u00a02027")


@pytest.mark.parametrize("name", ["Toelichting", "Wie", "Wanneer gereed"])
def test_an_edit_in_one_field_changes_no_other(window: MainWindow, qtbot: QtBot, name: str) -> None:
    window.document.open(window.scan.with_answer(3, ELSEWHERE))
    statement(window, 3).setFocus()
    qtbot.keyClick(statement(window, 3), Qt.Key.Key_F2)
    edited = note(window, 3) if name == "Toelichting" else field(window, f"{name} bij stelling 3")
    qtbot.keyClick(edited, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(edited, "!")
    key = {"Toelichting": "note", "Wie": "who", "Wanneer gereed": "due"}[name]
    assert window.scan.answer(3) == replace(ELSEWHERE, **{key: f"{getattr(ELSEWHERE, key)}!"})
    qtbot.keyClick(edited, *UNDO)
    assert window.scan.answer(3) == ELSEWHERE


def test_a_text_over_the_limit_is_refused_in_the_message_bar(window: MainWindow, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("x" * 100_001)
    qtbot.keyClick(statement(window, 3), Qt.Key.Key_F2)
    for place in (window.focusWidget(), field(window, "Wie bij stelling"), field(window, "Organisatie")):
        qtbot.keyClick(place, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert message(window).startswith("Een tekst mag hoogstens 100.000 tekens hebben; ")
        button(window, "Sluiten").click()
    assert not window.document.is_modified


def test_a_text_over_the_limit_is_refused_on_the_note_over_the_slides(
    window: MainWindow, qtbot: QtBot
) -> None:
    present(window, qtbot)
    qtbot.keyClick(window.presentation.window.focusWidget(), Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    text = QApplication.focusWidget()
    QApplication.clipboard().setText("x" * 100_001)
    qtbot.keyClick(text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert the(text.window(), QLabel, "Een tekst mag hoogstens").isVisible()
    qtbot.keyClicks(text, "kort")
    assert not [
        label
        for label in text.window().findChildren(QLabel)
        if "hoogstens" in label.text() and label.isVisible()
    ]


def test_the_account_manager_is_shown_with_the_advice_and_kept_for_the_next_scan(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.mouseClick(button(window, "Meer gegevens"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(field(window, "Accountmanager RIEC"), "A. de Vries")
    qtbot.keyClicks(field(window, "Telefoon"), "076 123")
    shown = [label.accessibleName() for label in window.findChild(ResultPanel).findChildren(QLabel)]
    assert "Accountmanager: A. de Vries, 076 123" in shown
    manager = AccountManager(name="A. de Vries", phone="076 123")
    qtbot.waitUntil(lambda: Preferences().account_manager == manager)
