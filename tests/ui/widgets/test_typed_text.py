"""Typed text in rich text: shown as it is."""

import pytest
from PySide6.QtGui import QTextDocument

from vpt_desktop.ui.widgets.typed_text import escape


@pytest.mark.parametrize("text", ["Vink aan", "R&D", "&lt;", "<b>vet</b>", 'Hij zei: "ja"', "it's 1 < 2"])
def test_rich_text_shows_it_to_the_letter(text: str) -> None:
    document = QTextDocument()
    document.setHtml(f"<p>{escape(text)}</p>")
    assert document.toPlainText() == text
