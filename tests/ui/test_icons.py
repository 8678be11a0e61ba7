import pytest

from dutydesk import paths
from dutydesk.ui.icons import IconMissingError


def test_icons_take_the_colour_of_their_role(theme):
    picture = theme.pixmap("circle", "overdue", 24).toImage()
    seen = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert theme.colour("overdue").name() in seen


def test_every_shipped_icon_is_drawn_and_has_its_licence(theme):
    folder = paths.resources_dir() / "icons"
    assert "ISC License" in (folder / "LICENCE-Lucide.txt").read_text()
    for file in folder.glob("*.svg"):
        picture = theme.pixmap(file.stem, "text", 24).toImage()
        assert any(
            picture.pixelColor(x, y).alpha()
            for x in range(picture.width())
            for y in range(picture.height())
        ), file.stem


def test_an_unknown_icon_is_named(theme):
    with pytest.raises(IconMissingError, match="no-such-icon"):
        theme.pixmap("no-such-icon")
