"""A document, and its files on a window that shows nothing of it."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.drawing import scan_of
from vpt_desktop.domain.card import Card
from vpt_desktop.ui.document.scan_document import ScanDocument
from vpt_desktop.ui.document.scan_files import ScanFiles
from vpt_desktop.ui.preferences import Preferences


@pytest.fixture
def document() -> ScanDocument:
    return ScanDocument(scan_of("☐☐☐☐☐☐☐☐☐☐"))


@pytest.fixture
def desk(qtbot: QtBot) -> QWidget:
    """An empty window, over which dialogs and questions appear."""
    desk = QWidget()
    qtbot.addWidget(desk)
    desk.resize(800, 600)
    desk.show()
    return desk


@pytest.fixture
def files(card: Card, document: ScanDocument, preferences: Preferences, desk: QWidget) -> ScanFiles:
    return ScanFiles(card, document, preferences, desk)
