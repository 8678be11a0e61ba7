import json
from pathlib import Path

from tests.builders import Command
from tests.cli.asking import done, newest_action, refused

LATE = "2026-11-20T08:30+08:00"


def test_years_are_listed_with_the_one_that_is_due(on_duty: Command) -> None:
    listed = done(on_duty, "holiday", "list", now=LATE)
    assert listed["due"] == 2027
    assert listed["years"][0] == {
        "year": 2027, "source": "law", "is_estimated": True, "off_days": 13, "worked_days": 0,
        "changed_by": None,
    }  # fmt: skip
    assert (listed["years"][1]["source"], listed["years"][1]["off_days"]) == ("shipped", 33)


def test_a_year_is_shown_day_by_day(on_duty: Command) -> None:
    year = done(on_duty, "holiday", "show", "--year", "2026")
    assert year["papers"] == ["国务院办公厅关于2026年部分节假日安排的通知"]
    assert year["days"][3] == {
        "date": "2026-01-04", "name": "元旦", "is_off_day": False, "day_class": "make_up_day",
    }  # fmt: skip


def test_a_file_a_day_and_the_way_back(on_duty: Command, tmp_path: Path) -> None:
    file = tmp_path / "2027.json"
    day = {"name": "元旦", "date": "2027-01-01", "isOffDay": True}
    file.write_text(json.dumps({"year": 2027, "papers": ["通知"], "days": [day]}))
    taken = done(on_duty, "holiday", "import", str(file))
    assert (taken["source"], taken["is_estimated"]) == ("file", False)
    assert newest_action(on_duty) == ("cli", "holiday.import")
    words = ("holiday", "set", "2027-01-02", "--day-kind", "off_day", "--holiday", "元旦")
    assert [one["date"] for one in done(on_duty, *words)["days"]] == ["2027-01-01", "2027-01-02"]
    ordinary = ("holiday", "set", "2027-01-02", "--day-kind", "ordinary")
    assert len(done(on_duty, *ordinary)["days"]) == 1
    assert done(on_duty, "holiday", "take-shipped", "--year", "2027")["source"] == "law"


def test_what_cannot_be_read_is_refused(on_duty: Command, tmp_path: Path) -> None:
    file = tmp_path / "2027.json"
    file.write_text("[]")
    assert refused(on_duty, "holiday", "import", str(file)) == (2, "holiday_file_unreadable")
    assert refused(on_duty, "holiday", "show", "--year", "26") == (2, "bad_input")
    nameless = ("holiday", "set", "2026-03-02", "--day-kind", "off_day")
    assert refused(on_duty, *nameless) == (2, "holiday_name_unfit")
