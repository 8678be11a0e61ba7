"""Words of drills: what comes in, and the review."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dutydesk.domain.drill import (
    ClockReview,
    DrillEvent,
    DrillIntoRealRoom,
    DrillReview,
    EventReview,
    NoDrill,
    NothingToReplay,
)
from dutydesk.domain.paper_drill_review import DrillClockRow, DrillEventRow, DrillReviewSheet
from dutydesk.wording import when
from dutydesk.wording.deadline_task import TASK
from dutydesk.wording.duty_log import ENTRY_KIND
from dutydesk.wording.incident import CLOCK_STATUS, FIRST_WORD, MEDIUM, stage_word

REVIEW = "演练讲评"


def speed_word(speed: int) -> str:
    """Return how fast the time of a drill goes."""
    return f"演练 {speed}倍速" if speed else "演练 已暂停"


def event_line(event: DrillEvent) -> str:
    """Return what comes in, as the prompt says it: 来电 02:10 安和三社区 李某：3号楼燃气异味."""
    who = " ".join(filter(None, (event.source, event.person, event.phone)))
    said = f"{who}：{event.text}" if who else event.text
    return f"{ENTRY_KIND[event.kind]} {when.clock(event.at)} {said}"


def _told(event: DrillEvent) -> str:
    who = " ".join(filter(None, (event.source, event.person)))
    said = f"{who}：{event.text}" if who else event.text
    return f"{ENTRY_KIND[event.kind]} {said}"


def event_result(one: EventReview) -> str:
    """Return what became of an event."""
    if one.logged_at is None:
        return "未记录"
    minutes = one.delay_minutes or 0
    how = "及时" if one.is_in_time else "迟记"
    return f"第{one.entry_no}条 {when.clock(one.logged_at)}记下，用时{minutes}分（{how}）"


def clock_name(one: ClockReview, first_word: str = FIRST_WORD) -> str:
    """Return 首报(电话), or the limit that is no report."""
    clock = one.clock
    if clock.stage is None or clock.medium is None:
        return TASK[clock.task]
    return f"{stage_word(clock.stage, first_word)}({MEDIUM[clock.medium]})"


def clock_line(one: ClockReview) -> str:
    """Return one clock with how it ended."""
    due = when.moment(one.clock.due_at)
    return (
        f"{one.due.incident.incident_no} {one.due.incident.title} {clock_name(one)} 时限{due} "
        f"{CLOCK_STATUS[one.clock.status]}"
    )


def summary(review: DrillReview) -> str:
    """Return the figures of a review in a sentence."""
    late = sum(one.is_late for one in review.clocks)
    return (
        f"来了{len(review.events)}件，记下{len(review.events) - len(review.missed)}件，"
        f"其中迟记{len(review.late)}件，未记录{len(review.missed)}件；"
        f"报告时限{len(review.clocks)}项，迟报或超时{late}项。"
    )


def review_sheet(review: DrillReview) -> DrillReviewSheet:
    """Return a review as it is printed."""
    return DrillReviewSheet(
        unit=review.drill.unit,
        day=when.whole_day(review.drill.duty_date),
        as_of=when.moment(review.reviewed_at),
        is_practice=True,
        summary=summary(review),
        events=tuple(
            DrillEventRow(
                when.clock(one.event.at),
                _told(one.event),
                event_result(one),
                one.is_in_time,
            )
            for one in review.events
        ),
        clocks=tuple(
            DrillClockRow(
                f"{one.due.incident.incident_no} {one.due.incident.title}",
                clock_name(one),
                when.moment(one.clock.due_at),
                CLOCK_STATUS[one.clock.status],
                one.is_late,
            )
            for one in review.clocks
        ),
    )


def review_lines(review: DrillReview) -> list[str]:
    """Return the whole review as lines for people."""
    drill = review.drill
    lines = [
        f"{REVIEW}：{drill.unit} {when.whole_day(drill.duty_date)}",
        summary(review),
    ]
    for one in review.events:
        lines += [event_line(one.event), f"    {event_result(one)}"]
    return [*lines, *(clock_line(one) for one in review.clocks)]


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    NothingToReplay: lambda error: (
        f"{when.whole_day(error.duty_date)}没有来电来文，不能用来演练。请另选一个值班日。"
    ),
    NoDrill: lambda _: "这里不是演练的文件夹，没有可讲评的演练。",
    DrillIntoRealRoom: lambda error: (
        f"{error.place} 是正式值班记录的文件夹。演练要放在另外的文件夹。"
    ),
}
