import pytest

from tests.builders import PIN, Command
from tests.cli.asking import done, enter, head, newest_action, refused, start

ADD = ("officer", "add", "--name", "甲某", "--role", "admin", "--pin-stdin")


def test_officers_are_entered_listed_and_deactivated(practice: Command) -> None:
    assert done(practice, "officer", "list") == {"officers": []}
    enter(practice, "甲某", "admin")
    document = done(
        practice, "officer", "add", "--name", "乙某", "--role", "duty_officer", "--pin-stdin",
        "--phone", "19900000002", stdin=f"{PIN}\n",
    )  # fmt: skip
    assert [(one["name"], one["role"], one["active"]) for one in document["officers"]] == [
        ("甲某", "admin", True),
        ("乙某", "duty_officer", True),
    ]
    assert newest_action(practice) == ("cli", "officer.add")
    gone = done(practice, "officer", "deactivate", "--name", "乙某")
    assert gone == done(practice, "officer", "list")
    assert [one["active"] for one in gone["officers"]] == [True, False]
    assert gone["officers"][1]["phone"] == "19900000002"


@pytest.mark.parametrize("role", ["duty_officer", "lead_officer", "admin", "viewer"])
def test_every_role_of_the_glossary_is_taken(practice: Command, role: str) -> None:
    assert enter(practice, "甲某", role)["officers"][0]["role"] == role


@pytest.mark.parametrize(
    ("words", "stdin", "code"),
    [
        (ADD, "", "bad_input"),
        (ADD, "12345\n", "pin_unfit"),
        (ADD, "abcdef\n", "pin_unfit"),
        (("officer", "add", "--name", " ", "--role", "admin", "--pin-stdin"), PIN, "bad_input"),
        (("officer", "add", "--name", "甲", "--role", "值班员", "--pin-stdin"), PIN, "bad_input"),
        (("officer", "deactivate", "--name", "没有"), "", "record_unknown"),
        (("officer", "deactivate", "--name", "管理员"), "", "last_admin"),
        (("officer", "add", "--name", "管理员", "--role", "viewer", "--pin-stdin"), PIN,
         "officer_exists"),
    ],
)  # fmt: skip
def test_a_refusal_changes_nothing(
    practice: Command, words: tuple[str, ...], stdin: str, code: str
) -> None:
    enter(practice, "管理员", "admin")
    before = head(practice)
    assert refused(practice, *words, stdin=stdin) == (2, code)
    assert head(practice) == before


def set_pin(name: str, by: str) -> tuple[str, ...]:
    return ("officer", "set-pin", "--name", name, "--by", by, "--pin-stdin")


def test_an_administrator_sets_a_new_pin_that_then_starts_the_shift(practice: Command) -> None:
    enter(practice, "甲某", "admin")
    enter(practice, "乙某", "duty_officer")
    done(practice, *set_pin("乙某", "甲某"), stdin="135790\n")
    assert newest_action(practice) == ("cli", "officer.set_pin")
    words = ("shift", "start", "--officer", "乙某", "--pin-stdin")
    assert refused(practice, *words, stdin=f"{PIN}\n") == (2, "pin_wrong")
    assert done(practice, *words, stdin="135790\n")["primary_officer"] == "乙某"


def test_the_administrators_own_pin_is_checked_where_it_is_given(practice: Command) -> None:
    enter(practice, "甲某", "admin")
    enter(practice, "乙某", "duty_officer")
    wrong = "000000\n135790\n"
    assert refused(practice, *set_pin("乙某", "甲某"), stdin=wrong) == (2, "pin_wrong")
    assert newest_action(practice) == ("cli", "officer.wrong_pin")
    done(practice, *set_pin("乙某", "甲某"), stdin=f"{PIN}\n135790\n")


def test_only_an_active_administrator_sets_pins(practice: Command) -> None:
    for name, role in (("甲某", "admin"), ("乙某", "lead_officer"), ("丙某", "admin")):
        enter(practice, name, role)
    done(practice, "officer", "deactivate", "--name", "丙某")
    before = head(practice)
    for by, code in (("乙某", "officer_may_not"), ("丙某", "officer_inactive")):
        assert refused(practice, *set_pin("甲某", by), stdin="135790\n") == (2, code)
    assert refused(practice, *set_pin("没有", "甲某"), stdin="135790\n") == (2, "record_unknown")
    assert head(practice) == before


def test_pins_are_delayed_after_the_fifth_wrong_one_and_by_the_machines_clock(
    practice: Command,
) -> None:
    enter(practice, "甲某", "admin")
    words = ("shift", "start", "--officer", "甲某", "--pin-stdin")
    for _ in range(5):
        before = head(practice)
        assert refused(practice, *words, stdin="000000\n") == (2, "pin_wrong")
        assert head(practice) != before
    before = head(practice)
    later = "2027-11-20T08:30+08:00"
    assert refused(practice, *words, now=later, stdin=f"{PIN}\n") == (2, "pin_delayed")
    assert head(practice) == before


def test_who_keeps_the_shift_is_not_deactivated(practice: Command) -> None:
    for name in ("甲某", "乙某", "丙某"):
        enter(practice, name, "admin")
    start(practice, "甲某", "--lead", "乙某")
    for name in ("甲某", "乙某"):
        words = ("officer", "deactivate", "--name", name)
        assert refused(practice, *words) == (2, "officer_on_duty")
    done(practice, "officer", "deactivate", "--name", "丙某")
