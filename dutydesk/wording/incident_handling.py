"""Words of handling an incident: 通报, 先期处置, 指挥, and what they leave in log and report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from dutydesk.domain import handling_list, incident_notice, initial_action
from dutydesk.domain.command_hq import CommandHq
from dutydesk.domain.incident import Incident, IncidentLevel
from dutydesk.domain.incident_notice import DraftNotice, IncidentNotice, NoticeHow, PartyLine
from dutydesk.domain.incident_scope import IncidentScope
from dutydesk.domain.initial_action import ActionLine, ActionTaken, DraftActionTaken
from dutydesk.wording import when
from dutydesk.wording.incident import CATEGORY, LEVEL

NOTICE_HOW = {
    NoticeHow.PHONE: "电话",
    NoticeHow.MESSAGE: "短信",
    NoticeHow.FAX: "传真",
    NoticeHow.IN_PERSON: "当面",
    NoticeHow.OTHER: "其他",
}

FIELD = {
    "party": "通报单位",
    "person": "人员",
    "phone": "电话",
    "how": "方式",
    "answer": "对方答复",
    "told_at": "通报时间",
    "action": "先期处置",
    "done_by": "由谁做",
    "done_at": "完成时间",
    "note": "备注",
    "went_well": "做得好的",
    "problems": "存在问题",
    "lessons": "经验教训",
    "attendees": "参加人员",
    "commander": "指挥长",
    "lead_department": "牵头单位",
    "at_least": "等级",
}

UNTOLD, TOLD, UNREACHED = "○ 未通报", "● 已通报", "△ 未接通"
UNDONE, DONE = "○ 未做", "● 已做"


def notice_entry(incident: Incident, draft: DraftNotice) -> str:
    """Return what the log says of a call: 通报119：…，对方答：已出动两车."""
    who = f"{draft.party}{draft.person}"
    way = "" if draft.how is NoticeHow.PHONE else f"（{NOTICE_HOW[draft.how]}）"
    if not draft.is_reached:
        said = f"，{draft.answer.rstrip('。')}" if draft.answer else ""
        return f"通报{who}{way}未接通{said}：{_named(incident)}。"
    answer = f"对方答：{draft.answer.rstrip('。')}。" if draft.answer else ""
    return f"通报{who}{way}：{_named(incident)}。{answer}"


def action_entry(incident: Incident, draft: DraftActionTaken) -> str:
    """Return what the log says of a first action."""
    by = f"（{draft.done_by}）" if draft.done_by else ""
    note = f"，{draft.note.rstrip('。')}" if draft.note else ""
    return f"先期处置：{draft.action}{by}{note}。{_named(incident)}。"


def party_state(line: PartyLine, now: datetime) -> str:
    """Return ● 已通报 08:12 王某, △ 未接通 08:10 or ○ 未通报."""
    told = line.told
    if told is not None:
        return " ".join(filter(None, (TOLD, when.near(told.told_at, now), told.person)))
    if line.notices:
        return f"{UNREACHED} {when.near(line.notices[-1].told_at, now)}"
    return UNTOLD


def notice_line(notice: IncidentNotice, now: datetime) -> str:
    """Return one call as a line: 08:12　119 王某（电话）　已出动两车　甲某."""
    reached = "" if notice.is_reached else "未接通"
    return "　".join(
        part
        for part in (
            when.near(notice.told_at, now),
            f"{notice.party} {notice.person}".strip() + f"（{NOTICE_HOW[notice.how]}）",
            notice.phone,
            reached,
            notice.answer,
            f"记录人{notice.told_by}",
        )
        if part
    )


def action_state(line: ActionLine, now: datetime) -> str:
    """Return ● 已做 08:20 消防救援站 or ○ 未做."""
    if not line.taken:
        return UNDONE
    last = line.taken[-1]
    return " ".join(filter(None, (DONE, when.near(last.done_at, now), last.done_by)))


def action_words(taken: ActionTaken, now: datetime) -> str:
    """Return one tick as a line: 08:20　人员疏散　消防救援站　12户."""
    parts = (when.near(taken.done_at, now), taken.action, taken.done_by, taken.note)
    return "　".join(part for part in parts if part)


def measures_with(
    measures: str, parties: Sequence[PartyLine], actions: Sequence[ActionLine]
) -> str:
    """Return 处置情况 with what of it is not written there yet."""
    told = [one for one in _told(parties) if one not in measures]
    done = [one for one in _done(actions) if one not in measures]
    text = measures.rstrip()
    if text and not text.endswith(("。", "；", "！", "？")) and (told or done):
        text += "。"
    if told:
        text += f"已通报{'、'.join(told)}。"
    if done:
        text += f"{'；'.join(done)}。"
    return text


def _told(lines: Sequence[PartyLine]) -> list[str]:
    told = (one for line in lines if (one := line.told) is not None)
    ordered = sorted(told, key=lambda one: one.told_at)
    return [f"{one.party}（{when.spoken(one.told_at)}）" for one in ordered]


def _done(lines: Sequence[ActionLine]) -> list[str]:
    taken = sorted((one for line in lines for one in line.taken), key=lambda one: one.done_at)
    return [
        f"{when.spoken(one.done_at)}{one.done_by}{one.action}"
        + (f"（{one.note.rstrip('。')}）" if one.note else "")
        for one in taken
    ]


def command_words(hq: CommandHq | None, incident: Incident) -> str:
    """Return who commands, with chief, lead department and number."""
    if hq is None:
        return "清单里没有管这类事件的指挥部。"
    graded = "" if incident.level is not IncidentLevel.UNCLASSIFIED else "未定级，暂按"
    parts = [f"{graded}{hq.name}"]
    if hq.commander:
        parts.append(f"指挥长{hq.commander}")
    if hq.lead_department:
        parts.append(f"牵头{hq.lead_department}")
    parts.append(f"电话{hq.phone}" if hq.phone else "电话未填")
    return "，".join(parts)


def level_command_words(hq: CommandHq | None, incident: Incident, level: IncidentLevel) -> str:
    """Return who would command if the incident were of a level."""
    return command_words(hq, replace(incident, level=level))


def scope_words(scope: IncidentScope) -> str:
    """Return 全部事件, 事故灾难·火灾, 较大及以上."""
    where = CATEGORY[scope.category] if scope.category else ""
    kinds = "、".join(scope.kinds)
    level = f"{LEVEL[scope.at_least]}及以上" if scope.at_least else ""
    said = "·".join(part for part in (where, kinds, level) if part)
    return said or "全部事件"


def _named(incident: Incident) -> str:
    return f"{incident.title}（{incident.incident_no}）"


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    incident_notice.PartyMissing: lambda _: "没有写通报给哪个单位。请补上后再试。",
    incident_notice.NoticeTextTooLong: lambda e: (
        f"{FIELD.get(e.field, e.field)}有{e.length}字，最多{e.limit}字。请删减后再试。"
    ),
    incident_notice.NoticeInFuture: lambda e: (
        f"时间{when.with_year(e.told_at)}晚于现在（{when.with_year(e.now)}）。"
        "请改时间，或核对本机时钟。"
    ),
    incident_notice.NoticeBeforeEvent: lambda e: (
        f"时间{when.with_year(e.told_at)}早于事发和接报（{when.with_year(e.since)}）。"
        "请核对后改正。"
    ),
    incident_notice.IncidentFiled: lambda e: (
        f"{e.incident_no}已经归档，不再添加内容。后续工作请列为未办结事项。"
    ),
    initial_action.ActionMissing: lambda _: "没有写做了哪一项先期处置。请补上后再试。",
    handling_list.LineNameMissing: lambda _: "清单的这一行没有写名称。请补上后再试。",
    handling_list.LineNameTooLong: lambda e: f"名称有{e.length}字，最多{e.limit}字。请写短一些。",
    handling_list.LineKnown: lambda e: (
        f"清单里已有管同样事件的“{e.name}”，不用再加。要用它就启用。"
    ),
}
