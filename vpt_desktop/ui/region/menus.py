"""The menus of a region's window: every action in it, each with a key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from vpt_desktop.region_words import SHARED_VERSION, WORKING_VERSION
from vpt_desktop.region_writing import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

_KINDS = {
    Kind.PDF: ("&PDF", "E"),
    Kind.SPREADSHEET: ("&spreadsheet", "S"),
    Kind.CSV: ("&CSV-bestanden", "B"),
}
"""The name and the key of each kind of output."""


class FilesMenu(QMenu):
    """Which files are in the region, and what is done with the one that the keyboard is at."""

    def __init__(self, entries: Mapping[str, tuple[str, Callable[[], object]]], window: QWidget) -> None:
        super().__init__("&Bestand", window)
        for name, (key, act) in entries.items():
            self.addAction(name, key, act)


class OutputsMenu(QMenu):
    """What is made of the region in one of its versions; those of the deelversie have Shift in their key."""

    def __init__(self, save: Callable[..., object], window: QWidget, *, shared: bool) -> None:
        super().__init__("&Deelversie" if shared else "&Werkversie", window)
        version, shift = (SHARED_VERSION, "Shift+") if shared else (WORKING_VERSION, "")
        for kind, (name, key) in _KINDS.items():
            self.addAction(
                f"{version} opslaan als {name}…", f"Ctrl+{shift}{key}", partial(save, kind, shared=shared)
            )
