"""The icons: made from their drawings, and none that was forgotten when a drawing changed."""

import pytest
from PIL import Image, ImageChops, ImageStat

from release import icons

EDGE_SLACK = 40
"""Of 255: what another version of Qt may make of the same edge."""
MEAN_SLACK = 2


def is_same(image: Image.Image, other: Image.Image) -> bool:
    """Return whether the two look the same on green paper, but for the last bit of edges."""
    sheets = []
    for layer in (image, other):
        sheet = Image.new("RGBA", layer.size, "#1FA055")
        sheet.alpha_composite(layer.convert("RGBA"))
        sheets.append(sheet.convert("RGB"))
    difference = ImageStat.Stat(ImageChops.difference(*sheets))
    return (
        max(highest for _, highest in difference.extrema) <= EDGE_SLACK and max(difference.mean) <= MEAN_SLACK
    )


@pytest.mark.parametrize("size", icons.WINDOW_SIZES)
def test_the_icon_of_the_window_is_as_it_is_drawn(size: int) -> None:
    made = Image.open(icons.RESOURCES / f"icon-{size}.png")
    assert is_same(made, icons.drawn("icon", size))


@pytest.mark.parametrize("drawing", icons.FILE_NAMES)
def test_the_icons_for_windows_are_as_they_are_drawn(drawing: str) -> None:
    with Image.open(icons.RESOURCES / f"{icons.FILE_NAMES[drawing]}.ico") as made:
        assert made.info["sizes"] == {(size, size) for size in icons.ICO_SIZES}
        for size in icons.ICO_SIZES:
            assert is_same(made.ico.getimage((size, size)), icons.drawn(drawing, size)), size


@pytest.mark.parametrize("drawing", icons.FILE_NAMES)
def test_the_icons_for_macos_are_as_they_are_drawn(drawing: str) -> None:
    with Image.open(icons.RESOURCES / f"{icons.FILE_NAMES[drawing]}.icns") as made:
        kinds = {kind: kind[0] * kind[2] for kind in made.info["sizes"]}
        assert set(kinds.values()) == set(icons.ICNS_SIZES)
        for kind, size in kinds.items():
            assert is_same(made.icns.getimage(kind), icons.drawn(drawing, size)), kind


def test_a_changed_shape_or_colour_would_be_noticed() -> None:
    icon = icons.drawn("icon", 256)
    assert not is_same(icon, icon.rotate(1, resample=Image.Resampling.BICUBIC))
    assert not is_same(icon, Image.eval(icon, lambda value: min(value + 8, 255)))


@pytest.mark.parametrize("size", [16, 20, 24])
@pytest.mark.parametrize("drawing", icons.FILE_NAMES)
def test_the_mark_stands_out_where_there_are_few_pixels(drawing: str, size: int) -> None:
    middle = icons.drawn(drawing, size).convert("L")
    darkest, lightest = middle.crop((size // 4, size // 4, size * 3 // 4, size * 3 // 4)).getextrema()
    assert lightest - darkest > 150
