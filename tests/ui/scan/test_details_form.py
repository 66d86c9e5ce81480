"""The form takes what is typed or pasted, and folds away what is seldom filled in."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.drawing import scan_of
from tests.ui.screen import button, field
from vpt_desktop.domain.card import Card
from vpt_desktop.domain.scan import AccountManager
from vpt_desktop.ui.document.scan_document import ScanDocument
from vpt_desktop.ui.scan.details_form import DetailsForm
from vpt_desktop.ui.widgets.result_panel import ResultPanel

MANAGER = AccountManager("A. de Vries", "076 123", "a@riec.nl")


@pytest.fixture
def document() -> ScanDocument:
    return ScanDocument(scan_of("☐☐☐☐☐☐☐☐☐☐"))


@pytest.fixture
def form(qtbot: QtBot, document: ScanDocument) -> DetailsForm:
    """The form of a document, connected as in the window."""
    form = DetailsForm(document.scan)
    qtbot.addWidget(form)
    form.organisation_changed.connect(document.set_organisation)
    form.account_manager_changed.connect(document.set_account_manager)
    document.scan_changed.connect(form.show_scan)
    form.show()
    return form


def test_the_organisation_that_is_typed_is_the_scans(
    form: DetailsForm, document: ScanDocument, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field(form, "Organisatie"), "Gemeente Voorbeeldstad")
    assert document.scan.organisation == "Gemeente Voorbeeldstad"


def test_any_text_can_be_pasted_as_the_organisation(
    form: DetailsForm, document: ScanDocument, qtbot: QtBot
) -> None:
    QApplication.clipboard().setText("Súdwest-Fryslân 中文 שלום 😀 <b>#$*\\")
    organisation = field(form, "Organisatie")
    qtbot.keyClick(organisation, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert document.scan.organisation == "Súdwest-Fryslân 中文 שלום 😀 <b>#$*\\"


def test_typing_in_the_middle_of_the_organisation_leaves_the_cursor_there(
    form: DetailsForm, qtbot: QtBot
) -> None:
    organisation = field(form, "Organisatie")
    organisation.setText("Gemeente stad")
    organisation.setCursorPosition(9)
    qtbot.keyClicks(organisation, "Voorbeeld")
    assert organisation.text() == "Gemeente Voorbeeldstad"
    assert organisation.cursorPosition() == 18


def test_the_details_are_folded_away_until_they_are_wanted(form: DetailsForm, qtbot: QtBot) -> None:
    fields = {f.accessibleName(): f for f in form.findChildren(QLineEdit)}
    more = ["Deelnemers", "Begeleider", "Accountmanager RIEC", "Telefoon", "E-mail"]
    assert not any(fields[name].isVisible() for name in more)
    qtbot.mouseClick(button(form, "Meer gegevens"), Qt.MouseButton.LeftButton)
    assert all(fields[name].isVisible() for name in more)
    qtbot.mouseClick(button(form, "Minder gegevens"), Qt.MouseButton.LeftButton)
    assert not any(fields[name].isVisible() for name in more)


def test_another_scan_is_shown_whole_and_changes_nothing(form: DetailsForm, qtbot: QtBot) -> None:
    scan = replace(scan_of("☐☐☐☐☐☐☐☐☐☐"), organisation="Voorbeeldstad", account_manager=MANAGER)
    with qtbot.assertNotEmitted(form.account_manager_changed):
        form.show_scan(scan)
    shown = {f.accessibleName(): f.text() for f in form.findChildren(QLineEdit)}
    assert shown == {
        "Organisatie": "Voorbeeldstad",
        "Datum": "23-11-2026",
        "Deelnemers": "",
        "Begeleider": "",
        "Accountmanager RIEC": MANAGER.name,
        "Telefoon": MANAGER.phone,
        "E-mail": MANAGER.email,
    }


def test_an_edit_in_one_field_cuts_no_other(form: DetailsForm, document: ScanDocument, qtbot: QtBot) -> None:
    emoji, name = "😀" * 60_000, "A.\u00a0de Vries"
    document.open(
        replace(document.scan, organisation=emoji, account_manager=AccountManager(name, email=emoji))
    )
    qtbot.mouseClick(button(form, "Meer gegevens"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(field(form, "Telefoon"), "076")
    assert document.scan.organisation == field(form, "Organisatie").text() == emoji
    assert document.scan.account_manager == AccountManager(name, "076", emoji)
    qtbot.keyClick(field(form, "Organisatie"), Qt.Key.Key_End)
    qtbot.keyClicks(field(form, "Organisatie"), "!")
    assert document.scan.organisation == f"{emoji}!"


def test_a_long_account_manager_is_shown_by_its_beginning(qtbot: QtBot, card: Card) -> None:
    panel = ResultPanel(card)
    qtbot.addWidget(panel)
    panel.show_account_manager(AccountManager("x" * 100_000))
    shown = [label.accessibleName() for label in panel.findChildren(QLabel)]
    assert f"Accountmanager: {'x' * 160}…" in shown
