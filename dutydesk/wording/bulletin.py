"""Words of bulletins: kinds, states, the paper, what is left in the log, refusals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from dutydesk.domain import bulletin as domain
from dutydesk.domain.bulletin import Bulletin, BulletinKind, BulletinState, DraftBulletin
from dutydesk.domain.instants import china
from dutydesk.domain.paper_special_report import SpecialReport
from dutydesk.domain.room import Room

BULLETIN_KIND = {
    BulletinKind.BULLETIN: "值班快报",
    BulletinKind.DUTY_INFORMATION: "值班信息",
    BulletinKind.HIGHLIGHTS: "值班要情",
    BulletinKind.DAILY: "值班日报",
}

BULLETIN_STATE = {
    BulletinState.DRAFT: "拟稿",
    BulletinState.SIGNED: "已签发",
    BulletinState.DROPPED: "不发",
}

BULLETIN_FIELD = {
    "title": "标题",
    "body": "正文",
    "report_to": "报",
    "copy_to": "送",
    "urgency": "紧急程度",
    "reviewed_by": "审核",
    "signed_by": "签发人",
    "drop_reason": "不发的原因",
}

_NOT_YET = "　　"


def issue_words(bulletin: Bulletin) -> str:
    """Return 第12期, or room for the number of a draft."""
    return f"第{_NOT_YET if bulletin.issue_no is None else bulletin.issue_no}期"


def number_words(bulletin: Bulletin) -> str:
    """Return 2026年第12期; nothing before it was signed."""
    if bulletin.issue_no is None:
        return ""
    return f"{bulletin.issue_year}年第{bulletin.issue_no}期"


def bulletin_paper(room: Room, bulletin: Bulletin, *, phone: str, now: datetime) -> SpecialReport:
    """Return a bulletin as it is printed; a draft leaves room for its number and to sign."""
    return SpecialReport(
        masthead=BULLETIN_KIND[bulletin.kind],
        issue_no=issue_words(bulletin),
        unit=room.unit,
        issued_on=china(bulletin.signed_at or now).date(),
        title=bulletin.title,
        body=tuple(line for line in bulletin.body.splitlines() if line.strip()),
        is_practice=room.is_practice,
        urgency=bulletin.urgency,
        timed_at=bulletin.signed_at if bulletin.kind is BulletinKind.BULLETIN else None,
        report_to=bulletin.report_to,
        copy_to=bulletin.copy_to,
        drafted_by=bulletin.drafted_by,
        reviewed_by=bulletin.reviewed_by,
        signed_by=bulletin.signed_by,
        phone=phone,
    )


def typed_paper(
    room: Room, draft: DraftBulletin, *, drafted_by: str, phone: str, now: datetime
) -> SpecialReport:
    """Return what is being typed as it would be printed, also while something is missing."""
    return SpecialReport(
        masthead=BULLETIN_KIND[draft.kind],
        issue_no=f"第{_NOT_YET}期",
        unit=room.unit,
        issued_on=china(now).date(),
        title=draft.title,
        body=tuple(line for line in draft.body.splitlines() if line.strip()),
        is_practice=room.is_practice,
        urgency=draft.urgency,
        report_to=draft.report_to,
        copy_to=draft.copy_to,
        drafted_by=drafted_by,
        reviewed_by=draft.reviewed_by,
        phone=phone,
    )


def signed_entry(bulletin: Bulletin) -> str:
    """Return the entry that a signed bulletin leaves in the log."""
    kind = BULLETIN_KIND[bulletin.kind]
    to = "、".join((*bulletin.report_to, *bulletin.copy_to))
    issue = f"{kind}{issue_words(bulletin)}"
    return f"签发{issue}：{bulletin.title}，签发{bulletin.signed_by}，报送{to}。"


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    domain.BulletinTextMissing: lambda e: (
        f"简报的{BULLETIN_FIELD.get(e.field, e.field)}没有写。请补上后再试。"
    ),
    domain.BulletinTextTooLong: lambda e: (
        f"{BULLETIN_FIELD.get(e.field, e.field)}有{e.length}字，最多{e.limit}字。请删减。"
    ),
    domain.DailyWithoutDay: lambda _: "值班日报要写明是哪一个值班日。请在“依据”里选一天。",
    domain.BulletinReceiverMissing: lambda _: "没有写报给哪个单位。请先修改，填上“报”。",
    domain.BulletinSignerMissing: lambda _: "没有签发人。请填写签发人后再试。",
    domain.BulletinFrozen: lambda e: (
        f"“{e.title}”{BULLETIN_STATE[e.state]}，不能再改。要更正就另写一份。"
    ),
    domain.BulletinReasonMissing: lambda _: "不发要写明原因。请补上后再试。",
}
