from dutydesk.ui.incident.figure_grid import FigureGrid
from tests.incident_builders import incident


def test_every_figure_is_shown_unknown_ones_as_being_verified(theme, qtbot):
    grid = FigureGrid(theme)
    qtbot.addWidget(grid)
    grid.show_figures(incident(deaths=3, loss_yuan=125_000).figures())
    texts = [label.text() for label in grid._values.values()]
    assert texts.count("正在核实") == len(texts) - 2
    assert {"3人", "12.5万元"} <= set(texts)
