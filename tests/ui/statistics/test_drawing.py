from datetime import date

import pytest

from dutydesk.domain.paper_span import month_of
from dutydesk.domain.statistics import hours_of, statistics_of
from dutydesk.ui.statistics.drawing import MOST_KINDS, heat_map, kinds, months, on_time
from tests.domain.test_statistics import incident, report
from tests.incident_builders import at

NOVEMBER = month_of(date(2026, 11, 1))


def figures(incidents=(), reports=()):
    return statistics_of(NOVEMBER, list(incidents), list(reports))


def test_the_heat_map_has_a_cell_for_every_hour_with_monday_on_top() -> None:
    drawn = heat_map(hours_of([(at("2026-11-23 08:10"), 3)]), "接报时段（起）", "起")
    assert len(drawn.marks) == 7 * 24
    full = [one for one in drawn.marks if one.label]
    assert [(one.words, one.label, one.strength) for one in full] == [("周一8时：3起", "3", 1.0)]
    assert (full[0].x0, full[0].y1) == (8, 7)
    assert drawn.summary == "最多的是周一8时：3起"


def test_an_empty_heat_map_says_so() -> None:
    assert heat_map(hours_of([]), "", "起").summary == "没有记录"


def test_months_stand_beside_those_of_the_year_before() -> None:
    drawn = months(figures([incident("2026-11-02 08:00"), incident("2025-11-02 08:00")] * 2))
    assert drawn.summary == "2026年2起，2025年2起"
    labelled = [one.words for one in drawn.marks if one.label]
    assert labelled == ["2026年11月：2起"]
    assert "2025年11月：2起" in [one.words for one in drawn.marks]
    assert [word for _, word in drawn.legend] == ["2025年", "2026年"]


def test_kinds_are_stacked_by_level_and_the_rare_ones_put_together() -> None:
    many = [incident("2026-11-02 08:00", kind=f"种类{n}") for n in range(MOST_KINDS + 3)]
    grave = [incident("2026-11-02 08:00", level="serious") for _ in range(2)]
    drawn = kinds(figures([*many, *grave, incident("2026-11-02 08:00")]))
    assert len(drawn.left) == MOST_KINDS + 1
    assert drawn.left[-1][1] == "其余种类"
    fire = [one for one in drawn.marks if "火灾" in one.words]
    assert [(one.x0, one.x1, one.role, one.label) for one in fire] == [
        (0, 2, "soon", ""),
        (2, 3, "done", "3"),
    ]
    assert fire[0].words == "事故灾难·火灾，重大2起，共3起"
    assert [word for _, word in drawn.legend] == ["重大", "一般"]


def test_the_on_time_rate_says_what_was_met_and_shows_what_was_not() -> None:
    due = at("2026-11-02 04:00")
    drawn = on_time(
        figures(
            reports=[
                report("2026-11-02 03:00", due_at=due, is_met=True),
                report("2026-11-02 05:00", due_at=due, is_met=False, late_by_minutes=60),
            ]
        ),
        "初报",
    )
    assert [(one.role, one.x0, one.x1) for one in drawn.marks] == [
        ("overdue", 50, 100),
        ("done", 0, 50),
    ]
    assert drawn.left == [(0.5, "初报（电话）")]
    assert drawn.marks[1].label == "50%"
    assert drawn.summary == "有时限2份，按时1份，按时率50%"


@pytest.mark.parametrize("draw", [months, kinds, lambda f: on_time(f, "首报")])
def test_nothing_is_drawn_of_nothing(draw) -> None:
    drawn = draw(figures())
    assert not any(one.label for one in drawn.marks)
    assert drawn.summary
    assert drawn.height >= 1
