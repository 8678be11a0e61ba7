from tests.builders import Command
from tests.cli.asking import done, refused

ONE = ("--duty-date", "2026-11-25", "--post", "主班")
CONSENT = ("--reason", "出差", "--agreed-by", "丙某")


def people(command: Command) -> list[tuple[str, str]]:
    shown = done(command, "roster", "show", "--month", "2026-11")
    return [(one["duty_date"][-2:], one["person"]) for one in shown["slots"]]


def test_a_seat_is_put_swapped_taken_back_and_emptied(on_duty: Command) -> None:
    done(on_duty, "roster", "put", *ONE, "--person", "乙某", "--phone", "19900000002")
    other = ("--duty-date", "2026-11-27", "--post", "primary_officer", "--shift", "full")
    done(on_duty, "roster", "put", *other, "--person", "丁某", "--note", "值防汛班")
    before = people(on_duty)
    swap = done(on_duty, "roster", "swap", *ONE, "--with-date", "2026-11-27", *CONSENT)
    assert (swap["kind"], swap["from_person"], swap["to_person"]) == ("swap", "乙某", "丁某")
    assert people(on_duty) == [("25", "丁某"), ("27", "乙某")]
    done(on_duty, "roster", "undo", swap["id"], *CONSENT)
    assert people(on_duty) == before
    stood = done(on_duty, "roster", "substitute", *ONE, "--person", "戊某", *CONSENT)
    assert (stood["kind"], stood["to_person"]) == ("substitute", "戊某")
    done(on_duty, "roster", "clear", *ONE)
    assert people(on_duty) == [("27", "丁某")]
    texts = [one["text"] for one in done(on_duty, "log", "list")["entries"]]
    assert [text.partition("：")[0] for text in texts] == ["调班", "撤回调班", "替班"]


def test_what_is_no_seat_is_refused(on_duty: Command) -> None:
    assert refused(on_duty, "roster", "clear", *ONE) == (2, "record_unknown")
    past = ("--duty-date", "2026-11-19", "--post", "主班", "--person", "乙某")
    assert refused(on_duty, "roster", "put", *past) == (2, "roster_frozen")
    nothing = ("--duty-date", "2026-11-25", "--post", "门卫", "--person", "乙某")
    assert refused(on_duty, "roster", "put", *nothing) == (2, "record_unknown")
    seat = ("--seat", "x")
    assert refused(on_duty, "roster", "put", *ONE, "--person", "乙某", *seat) == (2, "bad_input")


def test_nobody_is_put_on_a_shift_that_the_day_has_not(on_duty: Command) -> None:
    night = ("--person", "乙某", "--shift", "night")
    assert refused(on_duty, "roster", "put", *ONE, *night) == (2, "bad_input")
    # Before, the day had two shifts from then on, and no other command found its seats.
    done(on_duty, "roster", "put", *ONE, "--person", "乙某")


def test_a_slip_in_the_number_of_a_seat_ends_in_a_sentence(on_duty: Command) -> None:
    for seat in ("0", "-1", "100", "99999999999"):
        given = f"--seat={seat}"
        assert refused(on_duty, "roster", "put", *ONE, "--person", "乙某", given) == (
            2,
            "bad_input",
        )
        assert refused(on_duty, "roster", "clear", *ONE, given) == (2, "bad_input")
