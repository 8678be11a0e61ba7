from dataclasses import replace

from dutydesk.domain.warning import Registering, WarningState, accept
from dutydesk.domain.warning_color import WarningColor
from dutydesk.domain.warning_facts import carried, in_force_during, in_order
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


def test_a_sheet_names_what_held_in_its_shift_and_was_known_then() -> None:
    day = (at("08:00"), at("08:30", day=21))
    over = replace(WARNING, id="over", state=WarningState.LIFTED, ended_at=at("10:00"))
    late = replace(WARNING, id="late", recorded_at=at("09:00", day=21))
    assert [one.id for one in in_force_during([over, WARNING, late], *day)] == ["over", "w1"]
    before = replace(over, id="before", ended_at=at("07:00"))
    assert in_force_during([before], *day) == []
