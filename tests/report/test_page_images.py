"""Pages as images, for a printer: the same pages as the PDF's."""

import struct

import pytest

from tests.drawing import scan_of
from tests.report.typeset_scan import CARD, HALF, agreed, read_scan
from vpt_desktop.domain.scan import Scan
from vpt_desktop.report.summary import summary_document
from vpt_desktop.report.typesetting import page_images

LONG = agreed(scan_of(HALF), 8, note="Dossiervorming beleggen. " * 400)


def sizes(scan: Scan, ppi: float) -> list[tuple[int, int]]:
    images = page_images(summary_document(scan, CARD), ppi)
    assert all(image.startswith(b"\x89PNG\r\n\x1a\n") for image in images)
    return [struct.unpack(">II", image[16:24]) for image in images]


@pytest.mark.parametrize("scan", [scan_of(HALF), LONG], ids=["one page", "more pages"])
def test_every_page_of_the_pdf_is_an_image(scan: Scan) -> None:
    assert len(sizes(scan, 20)) == read_scan(scan).page_count


@pytest.mark.parametrize(("ppi", "size"), [(72, (595, 842)), (150, (1240, 1754))])
def test_an_image_is_an_a4_of_the_resolution_asked_for(ppi: float, size: tuple[int, int]) -> None:
    assert sizes(scan_of(HALF), ppi) == [size]


def test_what_the_pdf_cannot_show_is_replaced_on_the_images_too() -> None:
    one, another, none = (
        page_images(summary_document(agreed(scan_of(HALF), 8, who="HR", note=note), CARD), 20)
        for note in ("\ue000", "\ue001", "")
    )

    assert one == another != none
