import pytest
from PySide6.QtCore import Qt

from dutydesk.ui.statistics.chart import Chart
from dutydesk.ui.statistics.drawing import ChartMark, Drawing

DRAWING = Drawing(
    "各月",
    "共3起",
    [
        ChartMark(0, 1, 0, 2, "accent", "1月：2起", label="2"),
        ChartMark(1, 2, 0, 1, "accent", "2月：1起", label="1"),
    ],
    [(0.5, "1月")],
    [(0, "0")],
    2,
    3,
    (("accent", "今年"),),
)


@pytest.fixture
def chart(theme, qtbot):
    made = Chart(theme)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.show_drawing(DRAWING)
    return made


def test_title_summary_and_legend_are_said_also_to_a_screen_reader(chart):
    assert (chart.title.text(), chart.said.text()) == ("各月", "共3起")
    assert (chart.accessibleName(), chart.accessibleDescription()) == ("各月", "共3起")
    assert "今年" in chart.legend.text()


def test_arrow_keys_walk_over_the_marks_and_say_each(chart, qtbot):
    said = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(chart, key)
        said.append(chart.said.text())
    assert said == ["1月：2起", "2月：1起", "1月：2起", "2月：1起"]


def test_a_place_of_the_plot_belongs_to_the_mark_that_covers_it(chart):
    assert chart.mark_at(0.5, 1.5) == 0
    assert chart.mark_at(1.5, 0.5) == 1
    assert chart.mark_at(1.5, 2.5) == -1


def test_other_colours_keep_what_is_drawn(chart, theme):
    before = len(chart._items)
    chart.restyle()
    assert len(chart._items) == before


def test_an_empty_drawing_takes_no_keys(chart, qtbot):
    chart.show_drawing(Drawing("各月", "没有"))
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.said.text() == "没有"
    assert chart.legend.isHidden()
