"""Words of corrections after handover."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dutydesk.domain import late_correction
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.late_correction import UnseenCorrection, unseen_correction
from dutydesk.wording.duty_log import CORRECTION, WITHDRAWAL
from dutydesk.wording.when import day, moment

LATE_CORRECTION = "交班后更正"


def unseen_line(late: UnseenCorrection) -> str:
    """Return 11月20日第3条（更正，见11月21日第5条）：甲某 11月21日 09:10，原因：楼号听错."""
    word = WITHDRAWAL if late.is_withdrawal else CORRECTION
    return (
        f"{day(late.original_duty_date)}第{late.original_no}条"
        f"（{word}，见{day(late.duty_date)}第{late.entry_no}条）："
        f"{late.recorder} {moment(late.corrected_at)}，原因：{late.reason}"
    )


def entry_line(listed: ListedEntry) -> str:
    """Return the same of a correcting entry as it is on record."""
    late = unseen_correction(listed)
    return unseen_line(late) if late else ""


def change_lines(listed: ListedEntry, original: str) -> list[str]:
    """Return what a leader reads of a change: the words before and, of a correction, after."""
    before = f"原为：{original}"
    if listed.entry.is_withdrawal:
        return [before]
    if listed.entry.text == original:
        return [f"{before}（文字没有变，改的是别的栏目）"]
    return [before, f"更正为：{listed.entry.text}"]


def notice(count: int) -> str:
    """Return what the strip says until a leader has seen them."""
    return f"{LATE_CORRECTION}{count}条，请带班领导阅知。"


def on_record(late: UnseenCorrection) -> str:
    """Return the line of a handover record."""
    return f"{LATE_CORRECTION}（带班领导未阅）：{unseen_line(late)}"


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    late_correction.NothingUnseen: lambda _: f"{LATE_CORRECTION}都已阅知，没有待阅的。",
}
