"""What is said when somebody wants to correct an entry that was corrected already."""

from __future__ import annotations

from functools import partial

from dutydesk.domain.duty_log import ListedEntry
from dutydesk.services.duty_log import DutyLogService
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind


def say_struck(desk: Desk, service: DutyLogService, listed: ListedEntry) -> None:
    """Name the entry that holds now: it is the one to correct."""
    job = partial(service.history, listed.entry.id)
    desk.runner.submit(job, done=partial(_say, desk, listed.entry.no))


def _say(desk: Desk, no: int, chain: list[ListedEntry]) -> None:
    holds = next((one.entry.no for one in reversed(chain) if not one.is_struck), no)
    words = f"第{no}条已更正过。请选更正后的第{holds}条。"
    desk.notices.put(Notice("correct", NoticeKind.HINT, words))
