from datetime import timedelta

from dutydesk.domain.incident_closing import (
    ClosingStep,
    IncidentArchive,
    IncidentLooseEnd,
    IncidentReview,
    LooseEndKind,
)
from dutydesk.domain.incident_notice import IncidentNotice, NoticeHow
from dutydesk.wording import dossier_parts as parts
from tests.incident_builders import RECEIVED


def notice(party: str, minutes: int, **more: object) -> IncidentNotice:
    values = {
        "id": party,
        "incident_id": "i",
        "party": party,
        "person": "",
        "phone": "",
        "how": NoticeHow.PHONE,
        "is_reached": True,
        "answer": "",
        "told_at": RECEIVED + timedelta(minutes=minutes),
        "told_by": "甲某",
        "recorded_at": RECEIVED,
        "entry_id": "e",
    }
    return IncidentNotice(**{**values, **more})  # type: ignore[arg-type]  # fields by name


def test_calls_stand_in_the_order_of_time_and_one_that_failed_says_so() -> None:
    part = parts.notice_part(
        [notice("120", 5, answer="已派车"), notice("119", 2, is_reached=False, answer="占线")]
    )
    assert [(row[1], row[3]) for row in part.rows] == [("119", "未接通；占线"), ("120", "已派车")]
    assert len(part.heads) == len(part.widths) == len(part.rows[0])


def test_a_review_is_told_field_by_field_and_leaves_out_what_nobody_wrote() -> None:
    review = IncidentReview(
        id="r",
        incident_id="i",
        went_well="到场快",
        problems=" ",
        lessons="备用电源",
        attendees="",
        reviewed_at=RECEIVED,
        reviewed_by="丙某",
    )
    part = parts.review_part([review])
    assert [row[1:] for row in part.rows] == [("做得好的", "到场快"), ("经验教训", "备用电源")]
    assert part.rows[0][0] == "丙某\n11月21日 02:15"


def test_what_was_left_open_and_who_filed_it_are_named() -> None:
    left = IncidentLooseEnd(
        id="l",
        incident_id="i",
        kind=LooseEndKind.CLOCK,
        record_id="c",
        words="时限还在计时",
        answer="按要求停报",
        step=ClosingStep.CLOSE,
        answered_at=RECEIVED,
        answered_by="甲某",
    )
    assert parts.loose_end_part([left]).rows[0][:3] == ("报送时限", "时限还在计时", "按要求停报")
    filed = IncidentArchive(id="a", incident_id="i", archived_at=RECEIVED, archived_by="甲某")
    assert parts.archive_part([filed]).rows == (("甲某", "2026年11月21日 02:15", ""),)
    assert parts.rectification_part([]).rows == ()
    assert parts.action_part([]).rows == ()
