"""What the program proves about itself: that it works, and which part does not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from vpt_desktop import selftest
from vpt_desktop.domain.card import Card
from vpt_desktop.domain.slide_show import SlideShow
from vpt_desktop.errors import SaveError, TypesettingError
from vpt_desktop.report import clipboard_text, empty_card, typesetting
from vpt_desktop.selftest import steps
from vpt_desktop.storage import recovery
from vpt_desktop.ui.application import prepare
from vpt_desktop.ui.document import scan_document, scan_files
from vpt_desktop.ui.help import manual_view
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.widgets.result_panel import ResultPanel
from vpt_desktop.ui.widgets.score_meter import ScoreMeter


def failing(error: Exception) -> object:
    def fail(*_arguments: object, **_options: object) -> None:
        raise error

    return fail


def nothing(*_arguments: object, **_options: object) -> None:
    """Take the place of something that then no longer happens."""


BREAKS = {
    "venster maken": (MainWindow, "__init__", failing(OSError("damaged"))),
    "venster openen": (steps, "FONT_FAMILY", "Comic Sans"),
    "vinken": (ScoreMeter, "setValue", nothing),
    "ongedaan maken": (scan_document._Change, "undo", nothing),
    "opslaan en openen": (scan_files, "write_atomically", nothing),
    "presenteren": (SlideShow, "next", lambda show: show),
    "onopgeslagen werk bewaren": (recovery, "write_atomically", nothing),
    "samenvatting als PDF": (typesetting, "_STANDARDS", ["a-2b"]),
    "lege kaart als PDF": (empty_card, "empty_card_document", failing(TypesettingError("damaged"))),
    "kopiëren als tekst": (clipboard_text, "as_html", lambda _summary: ""),
    "afdrukken": (typesetting, "page_images", failing(TypesettingError("damaged"))),
    "licenties": (steps, "notices", nothing),
    "handleiding en licenties lezen": (manual_view.ManualView, "setMarkdown", nothing),
}


@pytest.fixture
def app(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> QApplication:
    prepare(qapp)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(steps, "notices", lambda: Path("LICENTIES.txt"))
    return qapp


def test_a_whole_program_proves_itself_and_leaves_the_users_profile_alone(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    ended = subprocess.run(
        [sys.executable, "-m", "vpt_desktop", "--self-test"],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "HOME": str(home), "TMPDIR": str(tmp_path), "PYTHONIOENCODING": "utf-8"},
        timeout=60,
    )
    assert (ended.returncode, ended.stdout) == (0, f"Zelftest geslaagd, {len(selftest.STEPS)} stappen.\n")
    assert list(tmp_path.iterdir()) == [home]
    assert [path for path in home.rglob("*") if path.is_file()] == []


def test_every_step_can_fail() -> None:
    assert [name for name, _ in selftest.STEPS] == [*BREAKS][1:]


@pytest.mark.parametrize("step", BREAKS)
def test_a_broken_part_is_told_by_its_step(
    step: str,
    app: QApplication,
    card: Card,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(*BREAKS[step])
    assert selftest.prove(app, card) == 1
    said = capsys.readouterr()
    assert said.err.startswith(f"Zelftest mislukt bij {step}: ")
    assert said.out == ""


def test_a_complaint_to_the_user_is_a_failure_too(
    app: QApplication, card: Card, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    refusal = SaveError(Path("zelftest.vpt"), "de schijf is vol", "maak ruimte")
    monkeypatch.setattr(scan_files, "write_atomically", failing(refusal))
    assert selftest.prove(app, card) == 1
    assert "opslaan en openen" in capsys.readouterr().err


def test_an_error_in_a_slot_is_a_failure_too(
    app: QApplication, card: Card, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(ResultPanel, "show_account_manager", failing(KeyError("slot")))
    hook = sys.excepthook
    assert selftest.prove(app, card) == 1
    assert "KeyError: 'slot'" in capsys.readouterr().err
    assert sys.excepthook is hook


def test_without_a_place_to_write_it_says_so(
    app: QApplication, card: Card, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(selftest, "TemporaryDirectory", failing(FileNotFoundError("no usable folder")))
    assert selftest.prove(app, card) == 1
    assert capsys.readouterr().err.startswith("Zelftest mislukt bij tijdelijke map: ")
