"""Renders the icons of the program and of its files from their drawings: `.venv/bin/python release/icons.py`.

Each is drawn twice as an SVG in resources/: NAME.svg, and NAME-small.svg for sizes at which detail is lost.
Tests compare the icons in resources/ with the drawings.
"""

import os
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QGuiApplication, QImage, QPainter, Qt
from PySide6.QtSvg import QSvgRenderer

RESOURCES = Path(__file__).parent.parent / "resources"
FILE_NAMES = {"icon": "vpt-desktop", "scan-file": "scan-file"}
"""By drawing, the name of the .ico and .icns made from it."""

WINDOW_SIZES = (16, 20, 24, 32, 48, 64, 128, 256)
"""In pixels: the PNG files of the window icon."""
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
ICNS_SIZES = (32, 64, 128, 256, 512, 1024)
_FIRST_DETAILED = 64


def drawn(drawing: str, size: int) -> Image.Image:
    """Return the drawing rendered `size` pixels square; needs a QGuiApplication."""
    path = RESOURCES / f"{drawing}{'' if size >= _FIRST_DETAILED else '-small'}.svg"
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(path)).render(painter)
    painter.end()
    buffer = QBuffer()
    image.save(buffer, "PNG")
    return Image.open(BytesIO(buffer.data().data()))


def _save(drawing: str, suffix: str, sizes: tuple[int, ...]) -> None:
    *smaller, largest = [drawn(drawing, size) for size in sizes]
    largest.save(
        RESOURCES / f"{FILE_NAMES[drawing]}{suffix}",
        append_images=smaller,
        sizes=[(size, size) for size in sizes],
    )


def main() -> None:
    """Write all icons to resources/."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    for drawing in FILE_NAMES:
        _save(drawing, ".ico", ICO_SIZES)
        _save(drawing, ".icns", ICNS_SIZES)
    for size in WINDOW_SIZES:
        drawn("icon", size).save(RESOURCES / f"icon-{size}.png", optimize=True)
    app.shutdown()


if __name__ == "__main__":
    main()
