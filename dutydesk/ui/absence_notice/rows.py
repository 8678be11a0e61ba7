"""The rows of the list of absences, and the story of one notice."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.absence_change import steps
from dutydesk.domain.absence_notice import AbsenceNotice, AbsenceState
from dutydesk.services.absence_notice import AbsenceFile
from dutydesk.ui.widgets.row_table import RowColumn, TableRow
from dutydesk.wording import absence_notice as words
from dutydesk.wording import when

COLUMNS = (
    RowColumn("状态", "▲ 逾期未销假"),
    RowColumn("外出人"),
    RowColumn("代班人", "某某某 19900000000"),
    RowColumn("起止", "12月28日 23:15 至 12月30日 23:15"),
    RowColumn("去向、事由", "省城，参加某某会议（补报）"),
)
_MARKS = {AbsenceState.OVERDUE: "▲ ", AbsenceState.AWAY: "● ", AbsenceState.COMING: "○ "}


def row_of(notice: AbsenceNotice, now: datetime) -> TableRow:
    """Return the row of one notice as it stands now."""
    state = notice.state(now)
    late = f"（{words.LATE}）" if notice.is_late else ""
    changed = f"（{words.CHANGED}）" if notice.version > 1 and not notice.is_cancelled else ""
    return TableRow(
        notice.id,
        (
            f"{_MARKS.get(state, '')}{words.ABSENCE_STATE[state]}",
            # The name first: what is too long is cut at its end.
            " ".join(part for part in (notice.person, notice.unit, notice.post) if part),
            words.acting(notice),
            f"{when.near(notice.starts_at, now)} 至 {when.near(notice.ends_at, now)}",
            f"{notice.place}，{notice.reason}{late}{changed}",
        ),
        "overdue" if state is AbsenceState.OVERDUE else "",
    )


def story(file: AbsenceFile) -> list[str]:
    """Return how a notice came about and what became of it, one line each."""
    notice = file.notice
    late = f"（{words.LATE}）" if notice.is_late else ""
    approved = f"，{notice.approved_by}批准" if notice.approved_by else ""
    acting = f"，代班人 {words.acting(notice)}"
    lines = [f"{when.full(notice.filed_at)} {notice.recorder}报备{late}{approved}{acting}"]
    for step in steps(notice, file.changes):
        one = step.change
        what = "" if one.is_cancellation else f"：{words.step_words(step)}"
        made = f"{when.full(one.changed_at)} {one.recorder}{words.change_word(step)}"
        lines.append(f"{made}{what}。原因：{one.change_reason}")
    if notice.back_at is not None:
        lines.append(words.back_line(notice))
    return lines
