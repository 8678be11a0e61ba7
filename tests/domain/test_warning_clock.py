from dataclasses import replace
from datetime import timedelta

from dutydesk.domain.due_line import DueKind
from dutydesk.domain.warning import Registering, WarningState, accept
from dutydesk.domain.warning_clock import WarningLimits, clocks, late_by
from dutydesk.domain.warning_color import WarningColor
from tests.warning_builders import at, warning_draft

LIMITS = WarningLimits(timedelta(minutes=10), timedelta(minutes=30))
WARNING = accept(warning_draft(), Registering("2026-1", at("08:21"), "甲某"))


def due(warning, limits=LIMITS, now=None):
    return {one.kind: one.due_at for one in clocks(warning, limits, now or at("08:30"))}


def test_both_limits_count_from_the_receipt_until_each_is_done() -> None:
    assert due(WARNING) == {
        DueKind.WARNING_REPORT: at("08:30"),
        DueKind.WARNING_FORWARD: at("08:50"),
    }
    assert due(replace(WARNING, reported_at=at("08:25"))) == {DueKind.WARNING_FORWARD: at("08:50")}
    done = replace(WARNING, reported_at=at("08:25"), forwarded_at=at("08:26"))
    assert due(done) == {}


def test_the_unit_says_from_which_colour_up_and_whether_at_all() -> None:
    high = replace(LIMITS, lowest=WarningColor.ORANGE)
    assert len(due(WARNING, high)) == 2
    assert due(replace(WARNING, color=WarningColor.YELLOW), high) == {}
    assert due(WARNING, replace(LIMITS, report=timedelta())) == {
        DueKind.WARNING_FORWARD: at("08:50")
    }


def test_what_ended_has_no_clock() -> None:
    assert due(replace(WARNING, state=WarningState.LIFTED, ended_at=at("08:25"))) == {}


def test_a_validity_and_a_response_that_ran_out_ask_for_a_decision() -> None:
    told = replace(WARNING, reported_at=at("08:25"), forwarded_at=at("08:26"))
    assert due(told, now=at("11:18")) == {DueKind.WARNING_VALIDITY: at("11:18")}
    responding = replace(
        told,
        valid_to=None,
        response_started_at=at("08:30"),
        response_until=at("10:00"),
    )
    assert due(responding, now=at("09:59")) == {}
    assert due(responding, now=at("10:00")) == {DueKind.WARNING_RESPONSE: at("10:00")}


def test_how_late_it_was_is_said_to_the_second() -> None:
    limit = timedelta(minutes=10)
    assert late_by(at("08:20"), at("08:30"), limit) == timedelta()
    assert late_by(at("08:20"), at("08:33"), limit) == timedelta(minutes=3)
