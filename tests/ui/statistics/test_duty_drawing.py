from dutydesk.domain.duty_figures import figures_of
from dutydesk.ui.statistics.duty_drawing import (
    call_hours,
    handovers,
    kinds_by_month,
    people,
    responses,
)
from tests.papers.duty_samples import FIGURES

EVERY = (call_hours, kinds_by_month, responses, handovers, people)


def test_every_chart_says_its_numbers_in_words():
    for draw in EVERY:
        drawing = draw(FIGURES)
        assert drawing.title
        assert drawing.summary
        assert all(mark.words for mark in drawing.marks)
    assert "甲某值班2次：工作日1次、周末1次" in [mark.words for mark in people(FIGURES).marks]
    assert "7月来电4条，共8条" in [mark.words for mark in kinds_by_month(FIGURES).marks]


def test_bars_of_a_row_stand_end_to_end():
    for draw in (responses, handovers, people):
        marks = draw(FIGURES).marks
        rows = {mark.y0 for mark in marks}
        for low in rows:
            ends = [(mark.x0, mark.x1) for mark in marks if mark.y0 == low]
            assert [start for start, _ in ends] == [0, *[end for _, end in ends[:-1]]]


def test_nothing_to_count_draws_nothing_and_says_so():
    empty = figures_of(FIGURES.span, [], [], [])
    for draw in EVERY[1:]:
        assert draw(empty).marks == [] or not any(mark.label for mark in draw(empty).marks)
    assert people(empty).summary == "没有值班"
    assert handovers(empty).summary == "没有交接班"
