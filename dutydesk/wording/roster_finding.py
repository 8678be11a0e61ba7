"""One sentence for everything the check of a roster finds, and for every seat left empty."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dutydesk.domain.duty_calendar import DayClass
from dutydesk.domain.roster import FindingKind, RosterFinding
from dutydesk.domain.roster_task import GapReason, RosterGap
from dutydesk.wording import when
from dutydesk.wording.holiday import DAY_CLASS
from dutydesk.wording.shift import SHIFT_KIND

FINDING = {
    FindingKind.GAP: "缺岗",
    FindingKind.DOUBLE: "重复排班",
    FindingKind.NO_LEADER: "无带班领导",
    FindingKind.ON_ABSENCE: "外出期间值班",
    FindingKind.REST: "休息不足",
    FindingKind.NIGHT: "不排夜班",
    FindingKind.UNAVAILABLE: "登记不排",
    FindingKind.WISH_BROKEN: "固定排班未排",
    FindingKind.UNEVEN: "分布不均",
    FindingKind.NOT_ON_FILE: "不在册",
    FindingKind.OUT_OF_SERVICE: "不在值班期限内",
    FindingKind.WRONG_POST: "岗位不符",
}

GAP_REASON = {
    GapReason.NOBODY_LISTED: "这个岗位没有排班人员",
    GapReason.NOBODY_SERVES: "排班人员都不在值班期限内",
    GapReason.NOBODY_FREE: "排班人员外出、登记不排或不排夜班",
    GapReason.ALL_RESTING: "能排的人员都在休息或在其他岗位",
}


def finding_words(finding: RosterFinding, posts: Mapping[str, str]) -> str:
    """Return one finding as a sentence without its day; ``posts`` are names by id."""
    return _words(finding, "", posts)


def finding_sentence(finding: RosterFinding, posts: Mapping[str, str]) -> str:
    """Return one finding as a sentence with its day."""
    return _words(finding, when.day(finding.duty_date), posts)


def gap_sentence(gap: RosterGap, posts: Mapping[str, str]) -> str:
    """Return which seat the generator left empty, and why."""
    seat = f"{SHIFT_KIND[gap.shift]}{posts.get(gap.post_id, '')}"
    return f"{when.day(gap.duty_date)}{seat}没有排上：{GAP_REASON[gap.reason]}。"


def _words(finding: RosterFinding, day: str, posts: Mapping[str, str]) -> str:
    post = posts.get(finding.post_id, "")
    more = f"（{finding.detail}）" if finding.detail else ""
    seat, name = f"{day}{SHIFT_KIND[finding.shift]}{post}", finding.person
    if finding.kind is FindingKind.UNEVEN:
        seat, name = post, _counts(finding)
    return f"{_SENTENCES[finding.kind](seat, name, _other(finding, posts))}{more}。"


def _counts(finding: RosterFinding) -> str:
    day_class = DAY_CLASS[DayClass(finding.day_class)] if finding.day_class else ""
    return (
        f"{day_class}分布不均：{finding.person}{finding.count}次，"
        f"{finding.other_person}{finding.other_count}次"
    )


def _other(finding: RosterFinding, posts: Mapping[str, str]) -> str:
    """Return the other duty of a double or a short rest: 11月20日夜班主班."""
    post = posts.get(finding.other_post_id, "")
    if finding.other_date is None or finding.other_shift is None:
        return post
    return f"{when.day(finding.other_date)}{SHIFT_KIND[finding.other_shift]}{post}"


_SENTENCES: dict[FindingKind, Callable[[str, str, str], str]] = {
    FindingKind.GAP: lambda seat, _name, _other: f"{seat}没有人",
    FindingKind.NO_LEADER: lambda seat, _name, _other: f"{seat}没有人，须有领导带班",
    FindingKind.DOUBLE: lambda seat, name, other: f"{name}排了{seat}，同时排了{other}",
    FindingKind.ON_ABSENCE: lambda seat, name, _: f"{name}已报备外出，却排了{seat}",
    FindingKind.REST: lambda seat, name, other: f"{name}的{seat}与{other}之间休息不足",
    FindingKind.NIGHT: lambda seat, name, _: f"{name}不排夜班，却排了{seat}",
    FindingKind.UNAVAILABLE: lambda seat, name, _: f"{name}登记了不排，却排了{seat}",
    FindingKind.WISH_BROKEN: lambda seat, name, _: f"{name}固定排{seat}，没有排上",
    FindingKind.UNEVEN: lambda post, counts, _: f"{post}{counts}",
    FindingKind.NOT_ON_FILE: lambda seat, name, _: f"{seat}{name}不在排班人员和通讯录里",
    FindingKind.OUT_OF_SERVICE: lambda seat, name, _: f"{name}不在值班期限内，却排了{seat}",
    FindingKind.WRONG_POST: lambda seat, name, _: f"{name}不担任这个岗位，却排了{seat}",
}
