"""Words of alarms: the strip, the list of what was missed, the entry of who heard it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from dutydesk.domain.alarm import NoAlarmStanding, Rung
from dutydesk.wording import when

LOCKED = "有时限报警。请先确认报警，再解锁处理。"
MISSED = "停机或休眠时错过"
MOST_LINES = 3
_STOPS = "。！？；，"


def matter(step: str, title: str, target: str) -> str:
    """Return what an alarm is about: 首报(电话) 燃气泄漏，报区政府总值班室."""
    return f"{step} {title.rstrip(_STOPS)}" + (f"，报{target}" if target else "")


def alarm_line(rung: Rung, words: str, due_at: datetime, now: datetime) -> str:
    """Return one line of the strip; to be said anew each minute, for it counts them."""
    due, left = when.near(due_at, now), when.left(due_at, now)
    if rung is Rung.DUE:
        over = f"，{left}" if now - due_at >= timedelta(minutes=1) else ""
        return f"已到时限：{words}，应在{due}前{over}。"
    return f"快到时限：{words}，{due}前，{left}。"


def at_once(words: str, *, is_report: bool = True) -> str:
    """Return the line of what a raised level has made due at once."""
    return f"升级后应立即{'补报' if is_report else '办'}：{words}。"


def strip_text(lines: Sequence[str], most: int = MOST_LINES) -> str:
    """Return the text of a strip: ``most`` lines, then how many more there are."""
    more = len(lines) - most
    if more <= 0:
        return "\n".join(lines)
    rest = f"另有{more}项，见“时限”。"
    if most == 1:
        return f"{lines[0]}{rest}"
    return "\n".join([*lines[:most], rest])


def heard_words(words: str, due_at: datetime, now: datetime) -> str:
    """Return one alarm as the log names it, with how far it was when somebody heard it."""
    return f"{words}，时限{when.near(due_at, now)}，{when.left(due_at, now)}"


def acknowledged_entry(matters: Sequence[str], name: str) -> str:
    """Return the entry of an acknowledgement."""
    return f"确认报警：{'；'.join(matters)}。确认人{name}。"


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    NoAlarmStanding: lambda _: "现在没有要确认的报警。",
}
