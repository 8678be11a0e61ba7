"""Words of call rounds: states, lines of the log, counts, sentences of refusals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from typing import Any

from dutydesk.domain import call_round_refusals as refusals
from dutydesk.domain.call_facts import CarriedRound
from dutydesk.domain.call_progress import OPEN, CallCounts, NextCall
from dutydesk.domain.call_round import (
    CallAttempt,
    CallChannel,
    CallParty,
    CallResult,
    CallRound,
    CallTarget,
    TargetState,
)
from dutydesk.wording import when

CALL_PARTY = {CallParty.A: "A角", CallParty.B: "B角", CallParty.SUPERIOR: "上级"}

CALL_RESULT = {
    CallResult.ANSWERED: "答了",
    CallResult.NO_ANSWER: "没接",
    CallResult.BUSY: "占线",
    CallResult.UNREACHABLE: "关机或空号",
    CallResult.VOID: "作废",
}

CALL_CHANNEL = {
    CallChannel.PHONE: "电话",
    CallChannel.WECHAT: "微信",
    CallChannel.SMS: "短信",
    CallChannel.RADIO: "对讲机",
    CallChannel.BROADCAST: "广播",
    CallChannel.IN_PERSON: "上门",
}

TARGET_STATE = {
    TargetState.WAITING: "未叫",
    TargetState.TRYING: "未应",
    TargetState.ANSWERED: "已应",
    TargetState.ANSWERED_BY_B: "B角已应",
    TargetState.ESCALATED: "已报上级",
    TargetState.SKIPPED: "免叫",
}

FIELD = {
    "title": "叫应事由",
    "words": "要说的话",
    "superior": "上级",
    "superior_phone": "上级电话",
    "max_tries": "每人最多叫几次",
    "within_minutes": "几分钟内叫应",
    "retry_pause_minutes": "再叫间隔分钟",
    "unit_ids": "单位",
    "area": "片区",
    "roles": "角色",
    "kinds": "层级",
    "with_duty_phones": "值班电话",
    "picked": "另选的人",
    "end_note": "结束说明",
    "reason": "原因",
    "result": "结果",
    "channel": "方式",
    "name": "姓名",
    "phone": "电话",
}

# What is offered before a room has answers of its own.
ANSWERS = ("收到，马上到岗", "已在岗", "已在现场", "正在组织转移", "已通知到户", "稍后回电")

NO_PHONE = "没有号码"
RUNNING, ENDED = "正在叫应", "已结束"
TITLE = "叫应记录单"


def who(unit: str, name: str, role: str = "") -> str:
    """Return 安和一社区 李某 书记."""
    return " ".join(part for part in (unit, name, role) if part)


def elapsed(span: timedelta) -> str:
    """Return 4分05秒, for a time that runs."""
    seconds = int(span.total_seconds())
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    if hours:
        return f"{hours}小时{minutes:02d}分"
    return f"{minutes}分{seconds:02d}秒"


def share(part: int, whole: int) -> str:
    """Return 83%, rounded down so that 100 % means everybody."""
    return f"{part * 100 // whole}%" if whole else "—"


def counts_words(counted: CallCounts) -> str:
    """Return 已应45 B角3 未应5 已报上级2 未叫5 免叫1."""
    numbers = (
        (TargetState.ANSWERED, counted.answered),
        (TargetState.ANSWERED_BY_B, counted.answered_by_b),
        (TargetState.TRYING, counted.trying),
        (TargetState.ESCALATED, counted.escalated),
        (TargetState.WAITING, counted.waiting),
        (TargetState.SKIPPED, counted.skipped),
    )
    always = {TargetState.ANSWERED, TargetState.TRYING}
    return "　".join(
        f"{TARGET_STATE[state]} {number}" for state, number in numbers if number or state in always
    )


def result_counts(counted: CallCounts) -> str:
    """Return 应叫60人，应答52人（其中B角应答3人），报上级3人，未应5人, for log and paper."""
    b = f"（其中B角应答{counted.answered_by_b}人）" if counted.answered_by_b else ""
    parts = [f"应叫{counted.asked}人", f"应答{counted.reached}人{b}"]
    if counted.escalated:
        parts.append(f"报上级{counted.escalated}人")
    parts.append(f"未应{counted.open}人")
    if counted.skipped:
        parts.append(f"免叫{counted.skipped}人")
    return "，".join(parts)


def carried_words(one: CarriedRound) -> str:
    """Return what the incoming officer must know of a round that runs, in one line."""
    begun = f"{when.day_and_clock(one.started_at)}开始"
    superior = f"，报上级{one.escalated}人" if one.escalated else ""
    return (
        f"{one.title}，{begun}，应叫{one.asked}人，应答{one.reached}人{superior}，未应{one.open}人"
    )


def try_words(call: NextCall, max_tries: int) -> str:
    """Return A角 第2次（最多3次）."""
    word = CALL_PARTY[call.party]
    if call.party is CallParty.SUPERIOR:
        return f"报{word}"
    return f"{word}　第{call.try_no}次（最多{max_tries}次）"


def attempt_words(attempt: CallAttempt) -> str:
    """Return 19:24 B角 李某 没接：……, one line of a target's story."""
    party = "" if attempt.party is CallParty.A else f"{CALL_PARTY[attempt.party]} {attempt.name} "
    channel = "" if attempt.channel is CallChannel.PHONE else f"{CALL_CHANNEL[attempt.channel]} "
    mark = "更正：" if attempt.corrects else ""
    words = f"：{attempt.words}" if attempt.words else ""
    at = when.clock_with_seconds(attempt.at)
    return f"{at} {mark}{party}{channel}{CALL_RESULT[attempt.result]}{words}".strip()


def started_line(call_round: CallRound, count: int) -> str:
    """Return what the log says of a round that begins."""
    limit = f"{call_round.within_minutes}分钟内叫应"
    words = f"通知内容：{call_round.words}" if call_round.words else ""
    return f"开始叫应：{call_round.title}，共{count}人，{limit}。{words}"


def escalated_line(
    call_round: CallRound, target: CallTarget, attempt: CallAttempt, tries: int
) -> str:
    """Return what the log says when a superior was rung about somebody."""
    about = who(target.unit, target.name, target.role)
    tried = f"叫{tries}次未应" if tries else "未叫"
    told = "已报" if attempt.result is CallResult.ANSWERED else "报"
    result = "" if attempt.result is CallResult.ANSWERED else f"，{CALL_RESULT[attempt.result]}"
    words = f"答复：{attempt.words}" if attempt.words else ""
    superior = attempt.name or CALL_PARTY[CallParty.SUPERIOR]
    return f"叫应（{call_round.title}）：{about} {tried}，{told}{superior}{result}。{words}"


def ended_line(call_round: CallRound, targets: Sequence[CallTarget], counted: CallCounts) -> str:
    """Return what the log says at the end: the counts, and everybody who was not reached."""
    at = call_round.ended_at or call_round.started_at
    took = when.span(at - call_round.started_at)
    in_time = f"{call_round.within_minutes}分钟内应答{counted.in_time}人"
    lines = [f"叫应结束：{call_round.title}，用时{took}。{result_counts(counted)}；{in_time}。"]
    missing = _names(one for one in targets if one.state in OPEN)
    told = _names(one for one in targets if one.state is TargetState.ESCALATED)
    if missing:
        lines.append(f"未应：{missing}。")
    if told:
        lines.append(f"报上级：{told}。")
    if call_round.end_note:
        lines.append(f"说明：{call_round.end_note}")
    return "".join(lines)


def reopened_line(call_round: CallRound) -> str:
    """Return what the log says of a round that goes on."""
    return f"继续叫应：{call_round.title}。"


def due_target(open_count: int) -> str:
    """Return 还有5人未应."""
    return f"还有{open_count}人未应"


def _names(targets: Iterable[CallTarget]) -> str:
    return "、".join(who(one.unit, one.name) for one in targets)


def _open(error: refusals.CallRoundOpen) -> str:
    shown = 3
    names = "、".join(error.names[:shown]) + ("等" if error.count > shown else "")
    return f"还有{error.count}人没有叫应（{names}）。请写明怎么处理，再结束。"


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    refusals.CallTitleMissing: lambda _: "叫应事由没有填。请补上后再开始。",
    refusals.CalleesMissing: lambda _: "没有要叫的人。请按单位、片区、角色选人，或另选几个人。",
    refusals.CalleeNameMissing: lambda _: "姓名没有填。请补上后再加。",
    refusals.CallTextTooLong: lambda e: (
        f"{FIELD.get(e.field, e.field)}有{e.length}字，最多{e.limit}字。请写短些。"
    ),
    refusals.CallRoundEnded: lambda e: (
        f"“{e.title}”叫应已于{when.day_and_clock(e.ended_at)}结束。要再叫，请先按继续叫应。"
    ),
    refusals.CallRoundOpen: _open,
    refusals.CallAnsweredAlready: lambda e: f"{e.name}已有应答，不能免叫。记错了请先更正。",
    refusals.CallSkipReasonMissing: lambda e: f"{e.name}为什么不用叫没有写。请写明原因。",
    refusals.CallPartyMissing: lambda e: f"{e.name}没有登记B角。请再叫本人，或报上级。",
    refusals.CallInFuture: lambda e: (
        f"时间{when.with_year(e.at)}晚于现在（{when.with_year(e.now)}）。请改时间，或核对本机时钟。"
    ),
    refusals.CallCorrectionUnfit: lambda _: "这一次已经更正过，或不是这个人的。请选最近的一次。",
    refusals.CallListNameMissing: lambda _: "名单的名称没有填。请补上后再存。",
    refusals.CallListNameTaken: lambda e: f"已经有叫“{e.name}”的名单。请换一个名称。",
    refusals.CallListEmpty: lambda _: "名单里没有说要叫谁。请先选人，再存为名单。",
}
