"""What a presentation is to others: a screen reader, the leader's hands, the audience's eyes."""

from collections.abc import Callable
from pathlib import Path

import pytest
import wakepy
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QCursor, QHoverEvent
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from wakepy import Mode

from tests.drawing import scan_of
from tests.ui.screen import action, button, message, present, slide, slides_of, statement, the, ticks
from vpt_desktop.domain.card import Card
from vpt_desktop.domain.slide_show import QUESTION, RESULT
from vpt_desktop.storage.file_reading import fingerprint_of
from vpt_desktop.storage.recovery import RecoveryFile, Work
from vpt_desktop.storage.scan_file import encode_scan
from vpt_desktop.ui.application import begin
from vpt_desktop.ui.document.recovery_keeper import RecoveryKeeper
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.preferences import Preferences
from vpt_desktop.ui.presentation import idle_cursor
from vpt_desktop.ui.widgets.colours import DARK, LIGHT, Colours
from vpt_desktop.ui.widgets.result_panel import ResultPanel
from vpt_desktop.ui.widgets.score_meter import ScoreMeter
from vpt_desktop.ui.widgets.statement_check_box import StatementCheckBox

NEXT = Qt.Key.Key_PageDown


def test_a_screen_reader_meets_each_statement_with_its_state(
    window: MainWindow, qtbot: QtBot, card: Card
) -> None:
    window.document.set_ticked(2, ticked=True)
    present(window, qtbot)
    for number, printed in enumerate(card.statements, 1):
        focused = QAccessible.queryAccessibleInterface(slides_of(window).focusWidget())
        assert focused.role() == QAccessible.Role.CheckBox
        assert focused.text(QAccessible.Text.Name) == f"Stelling {number} van 10. {printed.text}"
        assert focused.state().checked == (number == 2)
        qtbot.keyClick(slides_of(window), NEXT)


def test_the_result_is_heard_when_it_is_seen_and_not_before(
    window: MainWindow, qtbot: QtBot, card: Card, spoken: Callable[[], list[str]]
) -> None:
    present(window, qtbot)
    for _ in range(10):
        qtbot.keyClick(slides_of(window), Qt.Key.Key_Space)
        qtbot.keyClick(slides_of(window), NEXT)
    assert slide(window) == QUESTION
    assert spoken() == [card.question]
    qtbot.keyClick(slides_of(window), NEXT)
    band = card.bands[2]
    assert spoken()[1:] == [" ".join(("10 punten.", f"{band.heading}.", *band.message))]
    window.presentation.leave()
    window.document.set_ticked(1, ticked=False)
    assert spoken()[2:] == ["Stelling 1, Norm en grenzen: niet aangevinkt. 9 van de 10 punten."]


def meters(window: QWidget) -> list[ScoreMeter]:
    return [meter for meter in window.findChildren(ScoreMeter) if meter.isVisible()]


def test_the_desk_does_not_give_away_what_the_room_has_not_seen(window: MainWindow, qtbot: QtBot) -> None:
    present(window, qtbot)
    qtbot.keyClick(slides_of(window), Qt.Key.Key_Space)
    assert not meters(window)
    qtbot.keyClick(slides_of(window), Qt.Key.Key_Escape)  # as a remote does by mistake
    assert not meters(window)
    qtbot.mouseClick(button(window, "Uitslag tonen"), Qt.MouseButton.LeftButton)
    assert [meter.value() for meter in meters(window)] == [1]
    present(window, qtbot)
    assert not meters(window)
    qtbot.keyClick(slides_of(window), Qt.Key.Key_U)
    assert meters(window)
    qtbot.keyClick(slides_of(window), Qt.Key.Key_U)
    assert not meters(window)
    window.presentation.leave()
    action(window, "Verborgen uitslag toch tonen").trigger()
    assert meters(window)


def test_whoever_asks_for_a_concealed_result_hears_it_and_goes_on_by_the_keyboard(
    window: MainWindow, qtbot: QtBot, card: Card, spoken: Callable[[], list[str]]
) -> None:
    present(window, qtbot)
    window.presentation.leave()
    reveal = button(window, "Uitslag tonen")
    reveal.setFocus()
    qtbot.keyClick(reveal, Qt.Key.Key_Space)
    assert spoken() == [
        " ".join(("0 van de 10 punten.", f"{card.bands[0].heading}.", *card.bands[0].message))
    ]
    assert button(window, "PDF").hasFocus()


def test_another_scan_has_nothing_to_conceal(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    present(window, qtbot)
    window.presentation.leave()
    window.document.mark_saved(window.scan, tmp_path / "scan.vpt", fingerprint_of(b""))
    assert not meters(window)
    window.files.new()
    assert meters(window)


def test_whatever_slide_has_the_keyboard_has_a_name(window: MainWindow, qtbot: QtBot, card: Card) -> None:
    present(window, qtbot)
    names = []
    for key in (*[NEXT] * 10, NEXT, Qt.Key.Key_B):
        qtbot.keyClick(slides_of(window), key)
        focused = QAccessible.queryAccessibleInterface(slides_of(window).focusWidget())
        names.append(focused.text(QAccessible.Text.Name))
    assert names[9:] == [card.question, "Uitslag", "Leeg scherm"]


@pytest.mark.parametrize(("key", "name"), [(Qt.Key.Key_B, "Zwart scherm"), (Qt.Key.Key_W, "Wit scherm")])
def test_a_blank_screen_is_heard(
    window: MainWindow, qtbot: QtBot, spoken: Callable[[], list[str]], key: Qt.Key, name: str
) -> None:
    present(window, qtbot)
    qtbot.keyClick(slides_of(window), key)
    assert spoken() == [name]


def test_the_wish_for_a_live_score_is_kept_and_works_at_once(
    window: MainWindow, qtbot: QtBot, preferences: Preferences
) -> None:
    present(window, qtbot)
    action(window, "Score zichtbaar tijdens de presentatie").trigger()
    assert preferences.live_score
    assert the(slides_of(window), QLabel, "van de 10").text() == "<b>0</b> van de 10 punten"
    qtbot.keyClick(slides_of(window), "7")
    assert the(slides_of(window), QLabel, "van de 10").text() == "<b>1</b> van de 10 punten"
    for _ in range(10):
        qtbot.keyClick(slides_of(window), NEXT)
    assert slide(window) == RESULT
    action(window, "Score zichtbaar tijdens de presentatie").trigger()
    assert not preferences.live_score


def test_the_result_follows_the_ticks_while_it_is_in_sight(window: MainWindow, qtbot: QtBot) -> None:
    present(window, qtbot)
    qtbot.keyClick(slides_of(window), Qt.Key.Key_U)
    panel = the(slides_of(window), ResultPanel)
    for key, band in (("1", 0), ("2", 0), ("3", 0), ("4", 1), ("5", 1)):
        qtbot.keyClick(slides_of(window), key)
        assert panel.property("band") == band


def test_undo_works_on_the_slides_too(window: MainWindow, qtbot: QtBot) -> None:
    present(window, qtbot)
    qtbot.keyClick(slides_of(window), Qt.Key.Key_Space)
    qtbot.keyClick(slides_of(window), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert ticks(window) == "☐☐☐☐☐☐☐☐☐☐"
    assert not the(slides_of(window), StatementCheckBox).isChecked()


def test_the_pointer_hides_when_it_is_idle_and_is_back_when_it_moves(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(idle_cursor, "IDLE_AFTER", 1)
    present(window, qtbot)
    shown = slides_of(window)
    qtbot.waitUntil(lambda: shown.cursor().shape() == Qt.CursorShape.BlankCursor)
    monkeypatch.setattr(QCursor, "pos", lambda: QPoint(7, 7))
    here = shown.mapFromGlobal(QPoint(7, 7)).toPointF()
    QApplication.sendEvent(shown, QHoverEvent(QEvent.Type.HoverMove, here, QPoint(7, 7), QPoint(0, 0)))
    assert shown.cursor().shape() == Qt.CursorShape.ArrowCursor
    qtbot.waitUntil(lambda: shown.cursor().shape() == Qt.CursorShape.BlankCursor)


@pytest.fixture
def modes(monkeypatch: pytest.MonkeyPatch) -> list[Mode]:
    """What has been asked of the system, in that order."""
    asked: list[Mode] = []
    presenting = wakepy.keep.presenting

    def listen(**options: str) -> Mode:
        asked.append(presenting(**options))
        return asked[-1]

    monkeypatch.setattr(wakepy.keep, "presenting", listen)
    return asked


def test_the_screen_saver_is_off_from_the_first_slide_to_the_last(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, modes: list[Mode]
) -> None:
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "yes")
    present(window, qtbot)
    qtbot.waitUntil(lambda: [mode.active for mode in modes] == [True])
    qtbot.keyClick(slides_of(window), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not modes[0].active)


def test_a_start_that_is_taken_back_at_once_leaves_the_screen_saver_as_it_is(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, modes: list[Mode]
) -> None:
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "yes")
    window.presentation.start()
    window.presentation.leave()
    present(window, qtbot)
    qtbot.waitUntil(lambda: [mode.active for mode in modes] == [True])
    window.presentation.leave()
    qtbot.waitUntil(lambda: not modes[0].active)


def test_a_system_that_keeps_its_screen_saver_is_no_reason_not_to_present(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, modes: list[Mode]
) -> None:
    monkeypatch.setenv("WAKEPY_FORCE_FAILURE", "yes")
    present(window, qtbot)
    qtbot.waitUntil(lambda: bool(modes) and modes[0].result is not None)
    assert not modes[0].active
    assert slide(window) == 1


@pytest.mark.parametrize("system", [DARK, LIGHT])
def test_the_slides_are_light_or_dark_by_choice_whatever_the_system_is(
    window: MainWindow, qtbot: QtBot, change_colours: Callable[[Colours], None], system: Colours
) -> None:
    present(window, qtbot)
    change_colours(system)
    for wanted in (LIGHT, DARK, LIGHT):
        for key in (Qt.Key.Key_U, Qt.Key.Key_U):
            colours = {wanted.paper.lower(), wanted.ink.lower()}
            qtbot.wait_until(lambda colours=colours: colours <= colours_of(slides_of(window)))
            assert corner(slides_of(window)) == QColor(wanted.paper)
            qtbot.keyClick(slides_of(window), key)
        action(window, "Donkere dia's").trigger()


def colours_of(shown: QWidget) -> set[str]:
    """Return the names of the colours in the upper left."""
    picture = shown.grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(0, 400, 2) for y in range(0, 400, 2)}


def corner(shown: QWidget) -> QColor:
    return shown.grab().toImage().pixelColor(3, 3)


def test_dark_slides_are_chosen_in_the_menu_for_presenting(window: MainWindow) -> None:
    (view,) = (entry.menu() for entry in window.menuBar().actions() if "eeld" in entry.text())
    (presenting,) = (entry.menu() for entry in view.actions() if entry.text() == "P&resenteren")
    assert action(window, "Donkere dia's") in presenting.actions()


def test_the_slides_are_black_and_white_when_the_system_asks_for_high_contrast(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    present(window, qtbot)
    contrast = {"wanted": Qt.ContrastPreference.HighContrast}
    hints = QApplication.styleHints()
    monkeypatch.setattr(type(hints.accessibility()), "contrastPreference", lambda _hints: contrast["wanted"])
    window.desktop_theme_changed.emit()
    for paper in ("white", "black"):
        qtbot.waitUntil(lambda paper=paper: corner(slides_of(window)) == QColor(paper))
        action(window, "Donkere dia's").trigger()
    contrast["wanted"] = Qt.ContrastPreference.NoPreference
    window.desktop_theme_changed.emit()
    qtbot.waitUntil(lambda: corner(slides_of(window)) == QColor(LIGHT.paper))


def test_the_choice_of_dark_slides_is_kept(
    window: MainWindow, preferences: Preferences, qtbot: QtBot
) -> None:
    assert not preferences.dark_slides
    present(window, qtbot)
    qtbot.keyClick(
        slides_of(window),
        Qt.Key.Key_D,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert preferences.dark_slides
    assert corner(slides_of(window)) == QColor(DARK.paper)


def drawn(shown: QWidget) -> list[tuple[str, int]]:
    """Return the texts on the slide in sight, and how large they are."""
    texts = [text for kind in (QLabel, StatementCheckBox) for text in shown.findChildren(kind)]
    return [(text.text(), text.fontInfo().pixelSize()) for text in texts if text.isVisible()]


def test_the_zoom_of_the_desk_leaves_the_slides_as_they_are(window: MainWindow, qtbot: QtBot) -> None:
    present(window, qtbot)
    for slide_key in (None, Qt.Key.Key_U):
        if slide_key is not None:
            qtbot.keyClick(slides_of(window), slide_key)
        before = drawn(slides_of(window))
        for name in ("Tekst groter", "Tekst groter", "Normale tekst"):
            action(window, name).trigger()
            qtbot.waitUntil(lambda before=before: drawn(slides_of(window)) == before)


def test_leaving_leads_back_to_the_statement_that_was_on_screen(window: MainWindow, qtbot: QtBot) -> None:
    present(window, qtbot)
    for _ in range(5):
        qtbot.keyClick(slides_of(window), NEXT)
    qtbot.keyClick(slides_of(window), Qt.Key.Key_Escape)
    qtbot.waitUntil(window.isActiveWindow)
    assert window.focusWidget() == statement(window, 6)


def test_closing_the_slides_by_their_window_ends_the_presentation(window: MainWindow, qtbot: QtBot) -> None:
    present(window, qtbot)
    slides_of(window).close()
    assert slide(window) is None
    assert window.isVisible()


@pytest.mark.parametrize("wanted", [True, False])
def test_a_file_can_be_presented_at_once(
    window: MainWindow, card: Card, tmp_path: Path, spoken: Callable[[], list[str]], wanted: bool
) -> None:
    file = tmp_path / "scan.vpt"
    file.write_bytes(encode_scan(scan_of("☑☑☐☐☐☐☐☐☐☐"), card))
    keeper = RecoveryKeeper(card, window.document, tmp_path / "recovery")
    begin(keeper, window, file, present=wanted)
    keeper.settle()
    window.files.settle()
    assert ticks(window) == "☑☑☐☐☐☐☐☐☐☐"
    assert slide(window) == (1 if wanted else None)
    assert any("punten" in sentence for sentence in spoken()) != wanted  # the audience would hear it
    keeper.stop()


def test_after_a_crash_it_is_presented_once_the_user_has_decided_on_the_old_work(
    window: MainWindow, card: Card, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "scan.vpt"
    file.write_bytes(encode_scan(scan_of("☑☑☐☐☐☐☐☐☐☐"), card))
    window.document.set_ticked(9, ticked=True)
    keeper = RecoveryKeeper(card, window.document, tmp_path / "recovery")
    begin(keeper, window, file, present=True)
    keeper.settle()
    window.files.settle()
    assert slide(window) is None
    question = window.findChild(QMessageBox)
    qtbot.mouseClick(question.button(QMessageBox.StandardButton.Discard), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: slide(window) == 1)
    assert ticks(window) == "☑☑☐☐☐☐☐☐☐☐"
    keeper.stop()


def test_after_a_crash_the_same_file_is_presented_at_once_with_what_was_not_saved(
    window: MainWindow, card: Card, tmp_path: Path
) -> None:
    file = tmp_path / "scan.vpt"
    file.write_bytes(encode_scan(scan_of("☑☑☐☐☐☐☐☐☐☐"), card))
    left = RecoveryFile(tmp_path / "recovery", card)
    left.write(Work(scan_of("☑☑☐☐☐☐☐☐☐☑"), file))
    left.close()
    keeper = RecoveryKeeper(card, window.document, tmp_path / "recovery")
    begin(keeper, window, file, present=True)
    keeper.settle()
    window.files.settle()
    assert slide(window) == 1
    assert ticks(window) == "☑☑☐☐☐☐☐☐☐☑"
    window.files.discard()
    keeper.stop()


def test_a_file_that_cannot_be_opened_is_told_and_not_presented(
    window: MainWindow, card: Card, tmp_path: Path
) -> None:
    keeper = RecoveryKeeper(card, window.document, tmp_path / "recovery")
    begin(keeper, window, tmp_path / "weg.vpt", present=True)
    keeper.settle()
    window.files.settle()
    assert slide(window) is None
    assert "weg.vpt" in message(window)
    keeper.stop()
