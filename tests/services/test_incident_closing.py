from datetime import timedelta
from typing import Any

import pytest

from dutydesk.domain.changes import Changes
from dutydesk.domain.directive import DraftDirective
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.incident import ExitReason, Incident, IncidentStatus
from dutydesk.domain.incident_closing import (
    ClosingStep,
    DraftRectification,
    DraftReview,
    IncidentStillRunning,
    LooseEndAnswer,
    LooseEndKind,
    RectificationOwnerMissing,
    ReviewEmpty,
)
from dutydesk.domain.incident_notice import IncidentFiled
from dutydesk.domain.open_item import OpenItemDueInPast, OpenItemStatus, OpenItemTitleMissing
from tests.builders import Staff, draft
from tests.services.test_incident import opened, texts
from tests.services.test_incident_handling import call


def ended(staffed: Staff, **changes: Any) -> Incident:
    incident = opened(staffed.room, **changes)
    return staffed.room.incident.close(
        incident.id, exit_reason=ExitReason.FALSE_ALARM, note="试验鸣笛", by=staffed.by
    ).value


def review(staffed: Staff, incident: Incident, **changes: Any) -> DraftReview:
    facts: dict[str, Any] = {
        "id": staffed.room.incident_closing.new_id(),
        "incident_id": incident.id,
        "problems": "接报后12分钟才报出",
    }
    return DraftReview(**(facts | changes))


def mending(staffed: Staff, incident: Incident, **changes: Any) -> DraftRectification:
    facts: dict[str, Any] = {
        "id": staffed.room.incident_closing.new_id(),
        "incident_id": incident.id,
        "title": "修订报送流程",
        "owner": "街道应急办",
        "due_at": staffed.room.clock.now() + timedelta(days=10),
    }
    return DraftRectification(**(facts | changes))


def test_an_ended_incident_is_filed_once_with_a_line_in_the_log(staffed: Staff) -> None:
    room = staffed.room
    incident = ended(staffed)
    done = room.incident_closing.archive(incident.id, by=staffed.by, note="卷宗3号")
    assert done.value.status is IncidentStatus.ARCHIVED
    assert set(done.changes.touched) == {"incident", "incident_archive", "log_entry"}
    assert texts(room)[-1] == "安和街道丰收市场火灾（2026-001）已归档，卷宗3号。"
    again = room.incident_closing.archive(incident.incident_no, by=staffed.by)
    assert (again.value, again.changes) == (done.value, Changes())
    sheet = room.incident_closing.sheet(incident.id)
    assert sheet.archive is not None
    assert (sheet.archive.archived_by, sheet.archive.note) == ("甲某", "卷宗3号")


def test_what_runs_is_not_filed(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room)
    with pytest.raises(IncidentStillRunning):
        room.incident_closing.archive(incident.id, by=staffed.by)
    with pytest.raises(RecordUnknown):
        room.incident_closing.archive("2026-999", by=staffed.by)


def test_nothing_is_told_of_what_is_filed(staffed: Staff) -> None:
    room = staffed.room
    incident = ended(staffed)
    room.incident_closing.archive(incident.id, by=staffed.by)
    with pytest.raises(IncidentFiled):
        room.incident_handling.notify(call(room, incident), by=staffed.by)


def test_what_is_still_open_warns_and_its_answers_are_kept(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room)
    entry = draft(room, "请街道排查同类隐患。", incident_id=incident.id)
    recorded = room.duty_log.record(entry, by=staffed.by, open_item=True).value
    room.directive.note(
        DraftDirective(
            id=room.directive.new_id(),
            entry_id=recorded.id,
            leader="区长",
            at=room.clock.now(),
            text="排查同类隐患",
        ),
        by=staffed.by,
    )
    ends = room.incident_closing.loose_ends(incident.id)
    assert [end.kind for end in ends] == [
        LooseEndKind.DIRECTIVE,
        LooseEndKind.CLOCK,
        LooseEndKind.CLOCK,
        LooseEndKind.OPEN_ITEM,
    ]
    assert ends[0].words == "领导批示未办结：区长：排查同类隐患"
    assert ends[1].words.startswith("时限还在计时：首报（电话）")
    room.incident.close(
        incident.id,
        exit_reason=ExitReason.FALSE_ALARM,
        note="试验",
        answers=[LooseEndAnswer(ends[0], "街道继续办"), LooseEndAnswer(ends[1], " ")],
        by=staffed.by,
    )
    sheet = room.incident_closing.sheet(incident.id)
    assert [(one.words, one.answer, one.step) for one in sheet.answers] == [
        (ends[0].words, "街道继续办", ClosingStep.CLOSE)
    ]
    assert {end.kind for end in sheet.loose_ends} == {
        LooseEndKind.DIRECTIVE,
        LooseEndKind.OPEN_ITEM,
    }


def test_a_review_is_added_once_also_after_the_archive(staffed: Staff) -> None:
    room = staffed.room
    incident = ended(staffed)
    room.incident_closing.archive(incident.id, by=staffed.by)
    said = review(staffed, incident)
    done = room.incident_closing.review(said, by=staffed.by)
    assert room.incident_closing.review(said, by=staffed.by).changes == Changes()
    assert room.incident_closing.sheet(incident.id).reviews == (done.value,)
    assert texts(room)[-1].endswith("已复盘。")
    with pytest.raises(ReviewEmpty):
        room.incident_closing.review(review(staffed, incident, problems=" "), by=staffed.by)


def test_what_has_to_be_mended_lives_on_as_an_open_item(staffed: Staff) -> None:
    room = staffed.room
    incident = ended(staffed)
    wanted = mending(staffed, incident)
    item = room.incident_closing.rectify(wanted, by=staffed.by).value
    assert room.incident_closing.rectify(wanted, by=staffed.by).changes == Changes()
    room.incident_closing.archive(incident.id, by=staffed.by)
    assert item in room.open_item.open_items()
    assert (item.status, item.owner) == (OpenItemStatus.OPEN, "街道应急办")
    origin = room.duty_log.entry(item.origin_entry_id or "").entry
    assert origin.incident_id == incident.id
    assert origin.text.startswith("整改：修订报送流程，责任街道应急办，11月30日 08:30前完成。")
    room.open_item.close(item.id, "已修订", by=staffed.by)
    sheet = room.incident_closing.sheet(incident.id)
    assert [one.result for one in sheet.rectifications] == ["已修订"]


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"title": " "}, OpenItemTitleMissing),
        ({"owner": ""}, RectificationOwnerMissing),
    ],
)
def test_a_rectification_says_what_and_who(
    staffed: Staff, changes: dict[str, Any], refusal: type
) -> None:
    room = staffed.room
    incident = ended(staffed)
    with pytest.raises(refusal):
        room.incident_closing.rectify(mending(staffed, incident, **changes), by=staffed.by)


def test_a_rectification_is_due_later_and_of_something_that_ended(staffed: Staff) -> None:
    room = staffed.room
    past = mending(staffed, ended(staffed), due_at=room.clock.now())
    with pytest.raises(OpenItemDueInPast):
        room.incident_closing.rectify(past, by=staffed.by)
    running = mending(staffed, opened(room))
    with pytest.raises(IncidentStillRunning):
        room.incident_closing.rectify(running, by=staffed.by)
