"""A main window with nothing in it but what a presentation uses."""

from functools import partial

from PySide6.QtWidgets import QApplication, QDialog, QMainWindow

from tests.drawing import drawing_of, scan_of
from vpt_desktop.domain.card import Card
from vpt_desktop.domain.scan import Scan
from vpt_desktop.ui.actions import Actions
from vpt_desktop.ui.document.scan_document import ScanDocument
from vpt_desktop.ui.preferences import Preferences
from vpt_desktop.ui.presentation.controller import Presentation
from vpt_desktop.ui.presentation.desk import Desk
from vpt_desktop.ui.widgets.theme import Theme


class BareDesk(QMainWindow):
    """Window of a leader who has nothing to look at but the slides; F5 starts them."""

    def __init__(self, app: QApplication, card: Card, preferences: Preferences) -> None:
        super().__init__()
        theme = Theme(app)
        theme.refresh()
        self.document = ScanDocument(scan_of("☐☐☐☐☐☐☐☐☐☐"))
        actions = Actions(card, self.document, theme, preferences, self)
        desk = Desk(
            self,
            lambda: False,
            actions.on_slides,
            actions.key_repeat,
            actions.live_score,
            actions.dark_slides,
        )
        self.presentation = Presentation(app, card, self.document, desk)
        self.addAction("Presenteren", "F5", partial(self.presentation.start, 1))
        for part in (theme, self.document):  # to end after what listens to it
            part.setParent(self)

    @property
    def scan(self) -> Scan:
        return self.document.scan


def ticks(window: BareDesk) -> str:
    """Return the ticks of the scan as a drawing."""
    return drawing_of(window.scan)


def dialogs(kind: type[QDialog]) -> list[QDialog]:
    """Return the dialogs of that kind that are in sight."""
    return [
        sheet for sheet in QApplication.topLevelWidgets() if isinstance(sheet, kind) and sheet.isVisible()
    ]
