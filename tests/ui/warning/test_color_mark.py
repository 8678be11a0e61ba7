from dutydesk.domain.warning_color import WarningColor
from dutydesk.ui.warning.color_mark import color_icon


def test_each_colour_has_a_shape_of_its_own(theme):
    shapes = []
    for color in WarningColor:
        picture = color_icon(theme, color).pixmap(16, 16).toImage()
        covered = {
            (x, y)
            for x in range(picture.width())
            for y in range(picture.height())
            if picture.pixelColor(x, y).alpha() > 127
        }
        shapes.append(covered)
    assert all(shapes)
    for at, one in enumerate(shapes):
        for other in shapes[at + 1 :]:
            assert len(one ^ other) > 12
