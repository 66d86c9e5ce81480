"""Which organisations are the same and which are not, where names alone do not tell."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QInputDialog, QLabel

from vpt_desktop.domain.short_text import shortened_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from vpt_desktop.domain.region.region import Entry, Organisation
    from vpt_desktop.domain.region.region_file import RegionFile
    from vpt_desktop.region_outputs import LaidTogether
    from vpt_desktop.ui.region.region_files import RegionFiles

_IN_SIGHT = 30
"""Characters of the name that is chosen, at the least."""

_TITLE = "Is dezelfde organisatie als"
_NO_FILE = "Kies eerst in de lijst het bestand van een organisatie."
_NO_OTHER = "Er telt geen andere organisatie mee."
_ALONE = "Dit bestand lijkt op geen andere organisatie en hoort bij geen andere."


class Joining(QObject):
    """Joins the organisation of a file with another one, or sets it apart."""

    failed = Signal(str)
    """One sentence on what cannot be done."""

    succeeded = Signal(str)
    """One sentence on what was done."""

    def __init__(self, files: RegionFiles, window: QWidget) -> None:
        super().__init__(window)
        self._files = files
        self._window = window

    def ask_to_join(self, entry: Entry | None, source: LaidTogether | None) -> None:
        """Show the other organisations that count, near names first; the chosen one is the file's too."""
        if entry is None or source is None or entry.file.scan is None:
            self.failed.emit(_NO_FILE)
            return
        files = {other.file.key: other.file for other in source.region.entries}
        choices = source.choices
        own = choices.organisation_of(entry.file)

        def is_own(each: Organisation) -> bool:
            return choices.organisation_of(files[each.file]) == own

        organisations = source.region.organisations
        resembled = {name for each in organisations if is_own(each) for name in each.resembles}
        others = [each for each in organisations if not is_own(each)]
        others.sort(key=lambda each: each.name not in resembled)  # which keeps the order of the alphabet
        if others:
            named = zip(_labels(others), others, strict=True)
            self._ask(entry.file, {label: files[each.file] for label, each in named})
        else:
            self.failed.emit(_NO_OTHER)

    def set_apart(self, entry: Entry | None, source: LaidTogether | None) -> None:
        """Take the organisation of a file for another one than all that it resembles or belongs to."""
        if entry is None or source is None or entry.file.scan is None:
            self.failed.emit(_NO_FILE)
        elif not _can_be_set_apart(entry, source):
            self.failed.emit(_ALONE)
        else:
            files = {other.file.key: other.file for other in source.region.entries}
            self._files.set_apart(entry.file, files[entry.counted])
            self.succeeded.emit(f"{_own_name(entry.file)} is nu een andere organisatie.")

    def _ask(self, file: RegionFile, others: dict[str, RegionFile]) -> None:
        def chosen(name: str) -> None:
            self._files.join(file, others[name])

        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(_TITLE)
        dialog.setLabelText(f"{_own_name(file)} is dezelfde organisatie als:")
        dialog.setComboBoxItems(list(others))
        for label in dialog.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)  # an organisation can be named as if it were HTML
            label.setWordWrap(True)
        names = dialog.findChild(QComboBox)
        if names is not None:  # else as wide as the longest
            names.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            names.setMinimumContentsLength(_IN_SIGHT)
        dialog.textValueSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _can_be_set_apart(entry: Entry, source: LaidTogether) -> bool:
    """Return whether a file goes together with another organisation, or may be of one."""
    if not entry.counted:
        return False
    own = source.choices.organisation_of(entry.file)
    return (
        entry.counted != entry.file.key
        or any(own in pair for pair in source.choices.joined)
        or any(each.resembles for each in source.region.organisations if each.file == entry.file.key)
    )


def _own_name(file: RegionFile) -> str:
    return shortened_name(file.scan.organisation if file.scan else "") or "Dit bestand"


def _labels(organisations: Sequence[Organisation]) -> list[str]:
    """Return names of which each is one organisation's: where need be with its file, or the path of that."""
    ways = (_name, _name_and_file, _name_and_path)
    labels = [[name(each) for name in ways] for each in organisations]
    times = Counter(label for each in labels for label in each)
    return [next((label for label in each if times[label] == 1), each[-1]) for each in labels]


def _name(organisation: Organisation) -> str:
    return shortened_name(organisation.name) or f"zonder naam: {organisation.file}"


def _name_and_file(organisation: Organisation) -> str:
    return f"{_name(organisation)} ({Path(organisation.file).name})"


def _name_and_path(organisation: Organisation) -> str:
    return f"{_name(organisation)} ({organisation.file})"
