from tests.builders import Command
from tests.cli.asking import done, refused

OPEN = (
    "incident", "open", "--title", "东市场火灾", "--category", "accident", "--kind", "火灾",
    "--place", "东市场", "--received-at", "2026-11-20T08:20+08:00", "--level", "ordinary",
)  # fmt: skip


def test_a_month_is_counted_with_its_reports(on_duty: Command) -> None:
    made = done(on_duty, *OPEN)
    done(
        on_duty, "incident", "report", str(made["id"]), "--stage", "first", "--medium", "phone",
        "--at", "2026-11-20T08:25+08:00", "--to", "区政府总值班室",
    )  # fmt: skip
    found = done(on_duty, "statistics", "--month", "2026-11")
    assert (found["from"], found["to"], found["incidents"]) == ("2026-11-01", "2026-11-30", 1)
    assert found["by_kind"] == [
        {
            "category": "accident",
            "kind": "火灾",
            "total": 1,
            "by_level": {
                "especially_serious": 0,
                "serious": 0,
                "relatively_serious": 0,
                "ordinary": 1,
                "unclassified": 0,
            },
        }
    ]
    assert found["on_time"] == [
        {"stage": "first", "medium": "phone", "due": 1, "met": 1, "percent": 100.0}
    ]
    assert found["by_weekday_and_hour"][4][8] == 1
    assert found["late"] == []


def test_another_span_has_other_figures_and_a_turned_one_is_refused(on_duty: Command) -> None:
    done(on_duty, *OPEN)
    asked = ("statistics", "--from", "2026-11-01", "--to", "2026-11-19")
    assert done(on_duty, *asked)["incidents"] == 0
    assert refused(on_duty, "statistics", "--from", "2026-11-19", "--to", "2026-11-01")[0] == 2
