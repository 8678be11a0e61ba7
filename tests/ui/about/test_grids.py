from PySide6.QtCore import QPoint

from dutydesk.ui.about.grids import CheckGrid
from dutydesk.ui.about.self_check import CheckLine, Health


def test_a_shape_stands_beside_the_middle_of_its_words(theme, qtbot):
    grid = CheckGrid(theme)
    qtbot.addWidget(grid)
    grid.show_lines([CheckLine("自动备份", Health.GOOD, "最近一次 02:00，共3份。")])
    grid.show()
    for scale in (100, 200):
        theme.set_scale(scale)
        grid.adjustSize()
        shape, part, *_rest = grid._rows[0]
        ink = _middle(shape, grid), _middle(part, grid)
        assert abs(ink[0] - ink[1]) <= theme.px(1.5)


def _middle(label, grid):
    image = label.grab().toImage()
    ground = image.pixelColor(0, 0)
    rows = [
        row
        for row in range(image.height())
        if any(image.pixelColor(at, row) != ground for at in range(image.width()))
    ]
    return label.mapTo(grid, QPoint(0, 0)).y() + (rows[0] + rows[-1]) / 2
