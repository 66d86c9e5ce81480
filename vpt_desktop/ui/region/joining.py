"""Asks with which organisation the one of a file is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from vpt_desktop.domain.region.region import Entry, Organisation, Region

_TITLE = "Is dezelfde organisatie als"


def ask_to_join(
    window: QWidget, entry: Entry, region: Region, join: Callable[[str, str], object]
) -> QInputDialog | None:
    """Show the other organisations that count, near names first; the chosen one is joined with the file's.

    Args:
        window: that asks.
        entry: a file with a scan.
        region: what it is in.
        join: receives two `RegionFile.organisation`.
    """
    keys = {other.file.key: other.file.organisation for other in region.entries}
    own = keys[entry.file.key]
    resembled = {name for each in region.organisations if keys[each.file] == own for name in each.resembles}
    others = [each for each in region.organisations if keys[each.file] != own]
    others.sort(key=lambda each: each.name not in resembled)  # which keeps the order of the alphabet
    if not others:
        return None
    names = {_name(each): keys[each.file] for each in others}

    def chosen(name: str) -> None:
        join(own, names[name])

    dialog = QInputDialog(window)
    dialog.setWindowTitle(_TITLE)
    scan = entry.file.scan
    dialog.setLabelText(f"{_own_name(scan.organisation if scan else '')} is dezelfde organisatie als:")
    dialog.setComboBoxItems(list(names))
    dialog.textValueSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _own_name(name: str) -> str:
    return " ".join(name.split()) or "Dit bestand"


def _name(organisation: Organisation) -> str:
    return organisation.name or f"zonder naam: {organisation.file}"
