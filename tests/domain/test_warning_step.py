from dataclasses import replace

import pytest

from dutydesk.domain.warning import Registering, WarningState, accept
from dutydesk.domain.warning import WarningStepKind as Kind
from dutydesk.domain.warning_refusals import (
    ResponseLevelUnfit,
    ResponseNotRunning,
    WarningEnded,
    WarningEndsBeforeStart,
    WarningFieldMissing,
    WarningInFuture,
    WarningStepTooEarly,
    WarningTextTooLong,
)
from dutydesk.domain.warning_step import DraftWarningStep, Taken, take, told_steps, went_on
from tests.warning_builders import at, step_draft, warning_draft

NOW = at("09:00")
WARNING = accept(warning_draft(), Registering("2026-1", at("08:21"), "甲某"))


def taken(draft: DraftWarningStep, warning=WARNING) -> Taken:
    return take(warning, draft, "甲某", NOW)


def test_the_first_report_stops_the_clock_and_a_later_one_is_only_a_step() -> None:
    first = taken(step_draft("w1", Kind.REPORTED)).warning
    assert (first.reported_at, first.reported_to) == (at("08:25"), "丙某")
    again = taken(step_draft("w1", Kind.REPORTED, at=at("08:40"), to_whom="区长"), first)
    assert again.warning == first
    assert again.step.to_whom == "区长"
    # What was told earlier and written down later was the first all the same.
    earlier = taken(step_draft("w1", Kind.REPORTED, at=at("08:22"), to_whom="丁某"), first)
    assert (earlier.warning.reported_at, earlier.warning.reported_to) == (at("08:22"), "丁某")
    forwarded = taken(step_draft("w1", Kind.FORWARDED)).warning
    assert (forwarded.forwarded_at, forwarded.reported_at) == (at("08:25"), None)


def test_a_response_starts_goes_over_to_another_level_and_ends() -> None:
    start = step_draft(
        "w1",
        Kind.RESPONSE_STARTED,
        level=4,
        matter="防汛",
        measures="值守",
        until=at("20:00"),
    )
    running = taken(start).warning
    assert running.is_response_running
    assert (running.response_level, running.response_matter) == (4, "防汛")
    higher = taken(replace(start, level=3, at=at("08:40")), running).warning
    assert (higher.response_level, higher.response_started_at) == (3, at("08:40"))
    with pytest.raises(WarningStepTooEarly):
        taken(step_draft("w1", Kind.RESPONSE_ENDED, at=at("08:39")), higher)
    over = taken(step_draft("w1", Kind.RESPONSE_ENDED, at=at("08:50")), higher).warning
    assert not over.is_response_running
    with pytest.raises(ResponseNotRunning):
        taken(step_draft("w1", Kind.RESPONSE_ENDED, at=at("08:55")), over)
    for level in (None, 0, 5):
        with pytest.raises(ResponseLevelUnfit):
            taken(replace(start, level=level))
    with pytest.raises(WarningEndsBeforeStart):
        taken(replace(start, until=at("08:25")))


def test_a_response_outlasts_the_warning_until_it_is_ended() -> None:
    running = taken(step_draft("w1", Kind.RESPONSE_STARTED, level=2)).warning
    lifted = taken(step_draft("w1", Kind.LIFTED, at=at("08:50")), running).warning
    assert (lifted.state, lifted.is_open, lifted.ended_at) == (
        WarningState.LIFTED,
        True,
        at("08:50"),
    )
    over = taken(step_draft("w1", Kind.RESPONSE_ENDED, at=at("08:55")), lifted).warning
    assert not over.is_open


def test_of_an_ended_warning_only_what_came_before_is_added() -> None:
    lifted = taken(step_draft("w1", Kind.LIFTED, at=at("08:30"))).warning
    for kind in (Kind.LIFTED, Kind.CHANGED, Kind.EXTENDED, Kind.RESPONSE_STARTED):
        with pytest.raises(WarningEnded):
            taken(step_draft("w1", kind, level=4, until=at("12:00")), lifted)
    with pytest.raises(WarningEnded):
        taken(step_draft("w1", Kind.REPORTED, at=at("08:31")), lifted)
    assert taken(step_draft("w1", Kind.REPORTED), lifted).warning.reported_at == at("08:25")
    assert taken(step_draft("w1", Kind.NOTED, words="已归档"), lifted).warning == lifted


def test_an_extension_says_until_when() -> None:
    longer = taken(step_draft("w1", Kind.EXTENDED, until=at("15:00")))
    assert longer.warning.valid_to == longer.step.until == at("15:00")
    with pytest.raises(WarningFieldMissing):
        taken(step_draft("w1", Kind.EXTENDED))
    with pytest.raises(WarningEndsBeforeStart):
        taken(step_draft("w1", Kind.EXTENDED, until=at("08:25")))


def test_a_step_lies_between_the_receipt_and_now_and_says_whom() -> None:
    with pytest.raises(WarningInFuture):
        taken(step_draft("w1", Kind.REPORTED, at=at("09:01")))
    with pytest.raises(WarningStepTooEarly):
        taken(step_draft("w1", Kind.REPORTED, at=at("08:19")))
    for kind in (Kind.REPORTED, Kind.FORWARDED):
        with pytest.raises(WarningFieldMissing):
            taken(step_draft("w1", kind, to_whom=" "))
    with pytest.raises(WarningFieldMissing):
        taken(step_draft("w1", Kind.NOTED))
    with pytest.raises(WarningTextTooLong):
        taken(step_draft("w1", Kind.REPORTED, words="字" * 5001))
    with pytest.raises(WarningTextTooLong):
        taken(step_draft("w1", Kind.REPORTED, to_whom="字" * 501))


def test_what_was_told_before_comes_with_the_warning() -> None:
    draft = warning_draft(reported_at=at("08:22"), reported_to="丙某")
    (step,) = told_steps(draft, ("a", "b"))
    assert (step.id, step.kind, step.at, step.to_whom) == ("a", Kind.REPORTED, at("08:22"), "丙某")
    for changes in ({"reported_at": at("08:22")}, {"forwarded_to": "各社区"}):
        with pytest.raises(WarningFieldMissing):
            list(told_steps(warning_draft(**changes), ("a", "b")))


def test_a_running_response_goes_on_with_the_warning_that_follows() -> None:
    new = accept(warning_draft(id="w2"), Registering("2026-2", NOW, "甲某"))
    assert went_on(WARNING, new) == new
    running = taken(step_draft("w1", Kind.RESPONSE_STARTED, level=4)).warning
    after = went_on(running, new)
    assert (after.response_level, after.response_started_at) == (4, at("08:25"))
    changed = taken(step_draft("w1", Kind.CHANGED, at=at("08:50")), running).warning
    assert changed.state is WarningState.REPLACED
    assert not changed.is_response_running
