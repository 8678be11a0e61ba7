"""The steps of the practice day about people, each lived by itself."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from dutydesk.assembly.clocks import FixedClock
from dutydesk.assembly.demo_people import PEOPLE_STEPS
from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.call_round import TargetState
from dutydesk.domain.instants import china, china_instant
from dutydesk.domain.nil_report import NilReportState
from dutydesk.domain.officer import Actor
from tests.builders import Staff
from tests.call_builders import fill_people

UNIT = "安和1社区"


@dataclass
class Day:
    """A day lived step by step, as the one of the practice room."""

    room: DutyRoom
    by: Actor
    clock: FixedClock
    named: dict[str, str] = field(default_factory=dict)

    def at(self, text: str) -> datetime:
        hour, minute = text.split(":")
        return china_instant(china(self.clock.at).date(), int(hour), int(minute))

    def name(self, step, record_id: str) -> None:
        self.named[step["ref"]] = record_id

    def live(self, do: str, at: str, **step: object) -> None:
        self.clock.at = self.at(at)
        PEOPLE_STEPS[do](self, {"at": at, **step})


@pytest.fixture
def day(staffed: Staff, clock: FixedClock) -> Day:
    fill_people(staffed.room, staffed.by, communities=2)
    made = Day(staffed.room, staffed.by, clock)
    made.live("take_units", "09:00")
    return made


def test_a_warning_is_told_and_called_round_until_somebody_answers(day: Day) -> None:
    day.live(
        "warning", "10:00", ref="rain", kind="暴雨", color="orange", issued_by="区气象台",
        issued="09:55", until="13:00",
    )  # fmt: skip
    day.live("warning_step", "10:04", ref="rain", step="reported", to_whom="丙某")
    day.live("call_round", "10:06", about="rain", ref="round", words="请到岗")
    ring = {"ref": "round", "unit": UNIT, "person": "李某1"}
    for at in ("10:07", "10:09", "10:11"):
        day.live("ring", at, result="no_answer", **ring)
    day.live("ring", "10:13", result="answered", party="B", words="到岗", **ring)
    sheet = day.room.call_reading.sheet(day.named["round"])
    states = {one.unit: one.state for one in sheet.targets if one.b_name}
    assert states == {UNIT: TargetState.ANSWERED_BY_B, "安和2社区": TargetState.WAITING}
    assert day.room.warning.file(day.named["rain"]).warning.reported_to == "丙某"


def test_reports_are_taken_chased_and_told_by_the_log(day: Day) -> None:
    day.live("nil_reports", "16:50", due="17:00", said={UNIT: "路灯不亮"})
    day.live("chase", "17:06", due="17:00", unit="安和2社区", result="answered", nil=True)
    day.live("summarize", "17:10", due="17:00")
    board = day.room.nil_report_board.view(day.at("17:00")).board
    assert [one.state for one in board.lines] == [NilReportState.CONTENT, NilReportState.NIL]


def test_a_roll_call_keeps_who_did_not_answer(day: Day) -> None:
    day.live("roll_call", "21:00", ref="call", title="夜间点名")
    day.live("found", "21:01", ref="call", unit=UNIT, person="王某", rings=2)
    day.live("found", "21:03", ref="call", unit="安和2社区", result="no_answer", rings=8)
    day.live("end_roll_call", "21:05", ref="call")
    sheet = day.room.roll_call.sheet(day.named["call"])
    assert not sheet.is_running
    assert [line.holds.is_in_order for line in sheet.lines if line.holds] == [True, False]


def test_people_are_trained_and_their_numbers_made_sure_of(day: Day) -> None:
    day.live("training", "15:00", people=["李某1"], days=1, topic="灾情报送")
    day.live("verify", "15:10", people=["李某2"])
    (record,) = day.room.training.of("c1-a")
    assert (record.trained_on, record.topic) == (china(day.clock.at).date(), "灾情报送")
    verified = day.room.contacts.card("c2-a").contact.last_verified_at
    assert verified is not None
    assert day.clock.at - verified < timedelta(minutes=1)
