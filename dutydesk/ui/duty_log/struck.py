"""What is said when somebody wants to correct or withdraw an entry that holds no more."""

from __future__ import annotations

from functools import partial

from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.duty_log_refusals import EntryAlreadyWithdrawn, WithdrawalStands
from dutydesk.services.duty_log import DutyLogService
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.wording.sentences import sentence


def say_struck(desk: Desk, service: DutyLogService, listed: ListedEntry) -> None:
    """Name the entry that holds now, the one to correct; of a withdrawal say that it stands."""
    if listed.entry.is_withdrawal:
        put_words(desk, sentence(WithdrawalStands(listed.entry.no)))
        return
    if listed.is_withdrawn and listed.struck_by is not None:
        put_words(desk, sentence(EntryAlreadyWithdrawn(listed.struck_by.id, listed.struck_by.no)))
        return
    job = partial(service.history, listed.entry.id)
    desk.runner.submit(job, done=partial(_say, desk, listed.entry.no))


def _say(desk: Desk, no: int, chain: list[ListedEntry]) -> None:
    holds = next((one.entry.no for one in reversed(chain) if not one.is_struck), no)
    last = chain[-1].entry
    if last.is_withdrawal:
        words = f"第{no}条更正过，更正后的记录已由第{last.no}条撤回。现在的情况请另记一条。"
    else:
        words = f"第{no}条已更正过。请选更正后的第{holds}条。"
    put_words(desk, words)


def put_words(desk: Desk, words: str) -> None:
    """Show a sentence about the chosen entry for some seconds."""
    desk.notices.put(Notice("correct", NoticeKind.HINT, words))
