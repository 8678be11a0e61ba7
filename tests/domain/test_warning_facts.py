from dataclasses import replace

from dutydesk.domain.warning import Registering, WarningState, WarningStep, accept
from dutydesk.domain.warning import WarningStepKind as Kind
from dutydesk.domain.warning_color import WarningColor
from dutydesk.domain.warning_facts import (
    StoodWarning,
    carried,
    in_order,
    is_told_by,
    stood_at,
)
from tests.warning_builders import at, warning_draft

WARNING = accept(warning_draft(), Registering("2026-1", at("08:21"), "甲某"))


def test_the_highest_colour_in_force_comes_first_and_what_ended_last() -> None:
    red = replace(WARNING, id="red", color=WarningColor.RED)
    over = replace(red, id="over", state=WarningState.LIFTED, ended_at=at("08:30"))
    responding = replace(over, id="responding", response_started_at=at("08:25"), response_level=4)
    found = in_order([over, WARNING, responding, red])
    assert [one.id for one in found] == ["red", "w1", "responding", "over"]


def test_the_incoming_officer_is_told_what_was_not_done() -> None:
    (one,) = carried([WARNING])
    assert (one.is_reported, one.is_forwarded, one.response_level, one.is_lifted) == (
        False,
        False,
        None,
        False,
    )
    responding = replace(
        WARNING,
        state=WarningState.LIFTED,
        ended_at=at("09:00"),
        response_started_at=at("08:25"),
        response_level=3,
        reported_at=at("08:22"),
    )
    (two,) = carried([responding])
    assert (two.is_reported, two.response_level, two.is_lifted) == (True, 3, True)


def step(kind: Kind, clock: str, day: int = 20, **changes: object) -> WarningStep:
    values: dict[str, object] = {"recorded_at": at(clock, day)}
    return WarningStep(
        id=kind.value,
        warning_id="w1",
        kind=kind,
        at=at(clock),
        to_whom="",
        words="",
        officer="甲某",
        **{**values, **changes},  # type: ignore[arg-type]
    )


def test_a_warning_stood_as_the_steps_known_then_say() -> None:
    steps = [
        step(Kind.RESPONSE_STARTED, "08:30", response_level=4),
        step(Kind.RESPONSE_STARTED, "09:00", response_level=3),
        step(Kind.RESPONSE_ENDED, "11:00"),
        step(Kind.LIFTED, "12:00"),
    ]
    levels = [stood_at(WARNING, steps, at(clock)).response_level for clock in LEVELS_AT]
    assert levels == [None, 4, 3, None]
    assert stood_at(WARNING, steps, at("11:59")).end is None
    assert stood_at(WARNING, steps, at("12:00")).end == steps[-1]
    # Put on record the next day, for the day before.
    late = step(Kind.LIFTED, "12:00", recorded_at=at("09:00", 21))
    assert stood_at(WARNING, [late], at("08:30", 21)).end is None


LEVELS_AT = ("08:29", "08:30", "10:00", "11:00")


def test_a_sheet_names_what_held_in_its_shift_and_was_known_then() -> None:
    day = (at("08:00"), at("08:30", day=21))
    assert is_told_by(StoodWarning(WARNING), *day)
    over = StoodWarning(WARNING, None, step(Kind.LIFTED, "10:00"))
    assert is_told_by(over, *day)
    assert not is_told_by(over, at("10:00"), at("20:00"))
    late = replace(WARNING, recorded_at=at("09:00", day=21))
    assert not is_told_by(StoodWarning(late), *day)
