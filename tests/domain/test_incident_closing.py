from typing import Any

import pytest

from dutydesk.domain.incident import ExitReason, IncidentStatus
from dutydesk.domain.incident_closing import (
    MAX_REVIEW,
    DraftReview,
    IncidentStillRunning,
    LooseEnd,
    LooseEndAnswer,
    LooseEndKind,
    LooseEndUnanswered,
    ReviewEmpty,
    all_answered,
    archived,
    check_review,
)
from dutydesk.domain.incident_notice import NoticeTextTooLong
from dutydesk.domain.incident_refusals import FinalReportMissing
from tests.incident_builders import RECEIVED, incident


def ended(**changes: Any) -> Any:
    return incident(status=IncidentStatus.ENDED, closed_at=RECEIVED, **changes)


def test_only_what_ended_properly_goes_into_the_archive() -> None:
    with pytest.raises(IncidentStillRunning):
        archived(incident(), is_reported_out=True)
    with pytest.raises(FinalReportMissing):
        archived(ended(), is_reported_out=False)
    assert archived(ended(), is_reported_out=True).is_archived
    exited = ended(exit_reason=ExitReason.FALSE_ALARM, exit_note="试验")
    assert archived(exited, is_reported_out=False).is_archived


def test_a_review_comes_after_the_end_and_says_something() -> None:
    said = DraftReview(id="r", incident_id="i1", lessons="先报后查")
    check_review(said, ended())
    with pytest.raises(IncidentStillRunning):
        check_review(said, incident())
    with pytest.raises(ReviewEmpty):
        check_review(DraftReview(id="r", incident_id="i1", attendees="甲某"), ended())
    long = DraftReview(id="r", incident_id="i1", lessons="字" * (MAX_REVIEW + 1))
    with pytest.raises(NoticeTextTooLong):
        check_review(long, ended())


def test_every_loose_end_is_answered_in_words() -> None:
    end = LooseEnd(LooseEndKind.DIRECTIVE, "d1", "领导批示未办结")
    all_answered([end], [LooseEndAnswer(end, "街道继续办")])
    for answers in ([], [LooseEndAnswer(end, " ")]):
        with pytest.raises(LooseEndUnanswered):
            all_answered([end], answers)
