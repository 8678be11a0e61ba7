"""What other features keep of an incident, as tables of its dossier."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from dutydesk.domain.incident_closing import IncidentArchive, IncidentLooseEnd, IncidentReview
from dutydesk.domain.incident_notice import IncidentNotice
from dutydesk.domain.initial_action import ActionTaken
from dutydesk.domain.open_item import OpenItem
from dutydesk.domain.paper_incident_dossier import NamedPart
from dutydesk.domain.report_draft import FollowedReport
from dutydesk.wording import when
from dutydesk.wording.incident_closing import FIELD, LOOSE_END_KIND
from dutydesk.wording.incident_handling import NOTICE_HOW
from dutydesk.wording.open_item import OPEN_ITEM_STATUS
from dutydesk.wording.report_draft import SIGNATURE_FORM, STEP, face_word


def notice_part(notices: Sequence[IncidentNotice]) -> NamedPart:
    """Return who was told, when, by whom and what they answered."""
    rows = tuple(
        (
            when.moment(one.told_at),
            " ".join(filter(None, (one.party, one.person, one.phone))),
            NOTICE_HOW[one.how],
            one.answer if one.is_reached else "；".join(filter(None, ("未接通", one.answer))),
            one.told_by,
        )
        for one in sorted(notices, key=lambda one: (one.told_at, one.id))
    )
    heads = ("时间", "单位（人）", "方式", "答复", "经办")
    return NamedPart("通报情况", heads, (31, 52, 18, 45, 20), rows)


def action_part(taken: Sequence[ActionTaken]) -> NamedPart:
    """Return what was done first."""
    rows = tuple(
        (when.moment(one.done_at), one.action, one.done_by, one.note, one.recorder)
        for one in sorted(taken, key=lambda one: (one.done_at, one.id))
    )
    heads = ("时间", "措施", "实施单位", "说明", "记录人")
    return NamedPart("先期处置", heads, (31, 34, 36, 45, 20), rows)


def chain_part(chain: Sequence[FollowedReport], first_word: str) -> NamedPart:
    """Return what written reports went through, also those that were given up with a number."""
    rows = tuple(
        (
            when.moment(step.at),
            "　".join(filter(None, (face_word(one.face, first_word), _issue(one)))),
            STEP[step.step],
            " ".join(filter(None, (step.person, SIGNATURE_FORM[step.form] if step.form else ""))),
            step.reason,
        )
        for one in chain
        for step in one.steps
    )
    heads = ("时间", "报告", "环节", "人员", "说明")
    return NamedPart("稿件流转", heads, (31, 40, 18, 34, 43), rows)


def loose_end_part(answers: Sequence[IncidentLooseEnd]) -> NamedPart:
    """Return what was still open at the end, and what was said to become of it."""
    rows = tuple(
        (LOOSE_END_KIND[one.kind], one.words, one.answer, _made(one.answered_by, one.answered_at))
        for one in answers
    )
    return NamedPart("结束时未了事项", ("类别", "事项", "说明", "经办"), (24, 62, 52, 28), rows)


def review_part(reviews: Sequence[IncidentReview]) -> NamedPart:
    """Return what a review found, field by field."""
    rows = tuple(
        (_made(review.reviewed_by, review.reviewed_at), word, text)
        for review in reviews
        for name, word in FIELD.items()
        if (text := getattr(review, name).strip())
    )
    return NamedPart("复盘", ("复盘人、时间", "方面", "内容"), (32, 24, 110), rows)


def rectification_part(items: Sequence[OpenItem]) -> NamedPart:
    """Return what has to be mended, by whom, by when, and how it stands."""
    rows = tuple(
        (
            item.title,
            item.owner,
            when.moment(item.due_at) if item.due_at else "",
            "：".join(filter(None, (OPEN_ITEM_STATUS[item.status], item.result.strip()))),
        )
        for item in items
    )
    heads = ("整改事项", "责任单位（人）", "时限", "落实情况")
    return NamedPart("整改", heads, (62, 34, 30, 40), rows)


def archive_part(archives: Sequence[IncidentArchive]) -> NamedPart:
    """Return who filed it, and when."""
    rows = tuple((one.archived_by, when.with_year(one.archived_at), one.note) for one in archives)
    return NamedPart("归档", ("归档人", "时间", "说明"), (30, 46, 90), rows)


def _issue(one: FollowedReport) -> str:
    number = one.face.issue_no
    return f"第{number}期" if number is not None else ""


def _made(by: str, at: datetime) -> str:
    return f"{by}\n{when.moment(at)}"
