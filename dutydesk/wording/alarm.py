"""Words of alarms: the strip, the list of what was missed, the entry of who heard it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from dutydesk.domain.alarm import MissedAlarm, NoAlarmStanding
from dutydesk.domain.alarm_clock import Rung
from dutydesk.wording import when

LOCKED = "有时限报警。请先确认报警，再解锁处理。"
LATE_LOCKED = "有时限已超过5分钟，还没有人确认报警。按 F11 确认。"
MISSED = "停机或休眠时错过"
RUNG = {
    Rung.QUIET: "未到提醒时间",
    Rung.BANNER: "提醒",
    Rung.TONE: "提示音",
    Rung.DUE: "到时限",
    Rung.LATE: "超过5分钟无人确认",
}
MOST_LINES = 3
_STOPS = "。！？；，"


def matter(step: str, title: str, target: str) -> str:
    """Return what an alarm is about: 首报(电话) 燃气泄漏，报区政府总值班室."""
    return f"{step} {title.rstrip(_STOPS)}" + (f"，报{target}" if target else "")


def alarm_line(rung: Rung, words: str, due_at: datetime, now: datetime) -> str:
    """Return one line of the strip; to be said anew each minute, for it counts them."""
    due, left = when.near(due_at, now), when.left(due_at, now)
    if rung >= Rung.DUE:
        over = f"，{left}" if now - due_at >= timedelta(minutes=1) else ""
        return f"已到时限：{words}，应在{due}前{over}。"
    return f"快到时限：{words}，{due}前，{left}。"


def at_once(words: str, *, is_report: bool = True) -> str:
    """Return the line of what a raised level has made due at once."""
    return f"升级后应立即{'补报' if is_report else '办'}：{words}。"


def strip_text(lines: Sequence[str], most: int = MOST_LINES, *, more: int = 0) -> str:
    """Return the text of a strip: ``most`` lines, then how many more there are.

    ``more`` are those that nobody made a line of.
    """
    more += max(0, len(lines) - most)
    if more <= 0:
        return "\n".join(lines)
    rest = f"另有{more}项，见“时限”。"
    if most == 1:
        return f"{lines[0]}{rest}"
    return "\n".join([*lines[:most], rest])


def heard_words(words: str, due_at: datetime, now: datetime) -> str:
    """Return one alarm as the log names it, with how far it was when somebody heard it."""
    return f"{words}，时限{when.near(due_at, now)}，{when.left(due_at, now)}"


def missed_strip(missed: Sequence[MissedAlarm], now: datetime) -> str:
    """Return the strip that says how much could not be heard, and since when."""
    return f"{MISSED}{len(missed)}次报警，最早一次应在{when.near(missed[0].at, now)}。请逐项核对。"


def missed_locked(missed: Sequence[MissedAlarm]) -> str:
    """Return the same for a locked desk, without what it was about."""
    return f"{MISSED}{len(missed)}次报警。"


def missed_line(one: MissedAlarm, now: datetime) -> str:
    """Return one line of the list: 02:40 到时限 首报(电话) 燃气泄漏."""
    return f"{when.near(one.at, now)} {RUNG[one.rung]} {one.words}"


def missed_words(missed: Iterable[MissedAlarm], now: datetime) -> str:
    """Return what the log says behind a matter: 错过的报警：02:30提醒、02:40到时限."""
    times = "、".join(f"{when.near(one.at, now)}{RUNG[one.rung]}" for one in missed)
    return f"{MISSED}的报警：{times}"


def acknowledged_entry(matters: Sequence[str], name: str) -> str:
    """Return the entry of an acknowledgement."""
    return f"确认报警：{'；'.join(matters)}。确认人{name}。"


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    NoAlarmStanding: lambda _: "现在没有要确认的报警。",
}
