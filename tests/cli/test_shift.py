import pytest

from tests.builders import PIN, Command
from tests.cli.asking import done, enter, head, newest_action, refused, start


def test_before_the_first_start_nobody_is_on_duty(practice: Command) -> None:
    assert done(practice, "shift", "show") == {
        "duty_date": None,
        "shift": None,
        "primary_officer": None,
        "lead_officer": None,
        "secondary_officer": None,
        "status": "none",
    }


def test_the_first_start_answers_with_the_shift(practice: Command) -> None:
    for name, role in (("甲某", "duty_officer"), ("乙某", "duty_officer"), ("丙某", "admin")):
        enter(practice, name, role)
    document = start(practice, "甲某", "--lead", "丙某", "--secondary", "乙某")
    assert (document["duty_date"], document["shift"]) == ("2026-11-20", "full")
    assert (document["primary_officer"], document["status"]) == ("甲某", "on_duty")
    assert (document["lead_officer"], document["secondary_officer"]) == ("丙某", "乙某")
    assert document["starts_at"] == "2026-11-20T08:30:00+08:00"
    assert document["ends_at"] == "2026-11-21T08:30:00+08:00"
    assert done(practice, "shift", "show") == document
    assert newest_action(practice) == ("cli", "shift.start")


@pytest.mark.parametrize(
    ("now", "duty_date"),
    [
        ("2026-11-21T02:15+08:00", "2026-11-20"),
        ("2026-11-21T06:30+08:00", "2026-11-21"),
        ("2027-01-01T06:29", "2026-12-31"),
        ("2028-03-01T02:15", "2028-02-29"),
    ],
)
def test_the_duty_day_follows_the_fixed_clock(practice: Command, now: str, duty_date: str) -> None:
    enter(practice, "甲某", "admin")
    words = ("shift", "start", "--officer", "甲某", "--pin-stdin")
    assert done(practice, *words, now=now, stdin=f"{PIN}\n")["duty_date"] == duty_date


def test_a_wrong_pin_starts_nothing_but_is_journalled(practice: Command) -> None:
    enter(practice, "甲某", "admin")
    words = ("shift", "start", "--officer", "甲某", "--pin-stdin")
    assert refused(practice, *words, stdin="000000\n") == (2, "pin_wrong")
    assert newest_action(practice) == ("cli", "officer.wrong_pin")
    assert done(practice, "shift", "show")["status"] == "none"


def test_a_start_is_refused_without_pin_for_strangers_viewers_and_twice(
    practice: Command,
) -> None:
    enter(practice, "甲某", "admin")
    enter(practice, "查阅者", "viewer")
    before = head(practice)
    words = ("shift", "start", "--pin-stdin", "--officer")
    assert refused(practice, *words, "甲某", stdin="") == (2, "bad_input")
    assert refused(practice, *words, "没有", stdin=PIN) == (2, "record_unknown")
    assert refused(practice, *words, "甲某", "--lead", "没有", stdin=PIN) == (2, "record_unknown")
    assert refused(practice, *words, "查阅者", stdin=PIN) == (2, "officer_may_not")
    assert head(practice) == before
    start(practice, "甲某")
    before = head(practice)
    assert refused(practice, *words, "甲某", stdin=PIN) == (2, "shift_running")
    assert head(practice) == before
