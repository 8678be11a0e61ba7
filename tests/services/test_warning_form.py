import pytest

from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.paper_issue import NothingToPrint, PaperKind, PaperRequest
from dutydesk.domain.warning import WarningStepKind as Kind
from dutydesk.domain.warning_color import WarningColor
from tests.builders import Staff
from tests.warning_builders import at, step_draft, warning_draft


def test_the_form_holds_what_was_done_and_what_took_its_place(staffed: Staff) -> None:
    room, by = staffed.room, staffed.by
    with pytest.raises(NothingToPrint):
        room.warning_form.form(None)
    old = room.warning.register(warning_draft(room, color=WarningColor.BLUE), by=by).value
    room.warning.report(step_draft(old.id, Kind.REPORTED), by=by)
    new = room.warning.change(
        warning_draft(room, replaces=old.id, received_at=at("08:28")), by=by
    ).value
    form = room.warning_form.form(old.warning_no)
    assert form.reported == "2026年11月20日 08:25　丙某（收到后5分）"
    assert form.ended.startswith("2026年11月20日 08:28　升级为暴雨橙色预警")
    assert [step.what for step in form.steps] == ["已报告丙某", "变更"]
    assert (form.title, form.level) == ("暴雨蓝色预警", "蓝色（四级）")
    latest = room.warning_form.form(None)
    assert (latest.warning_no, latest.ended) == (new.warning_no, "")
    assert latest.replaced.startswith("由2026-1暴雨蓝色预警")
    with pytest.raises(RecordUnknown):
        room.warning_form.form("没有")


def test_it_is_made_and_registered_like_every_paper(staffed: Staff) -> None:
    room = staffed.room
    one = room.warning.register(warning_draft(room), by=staffed.by).value
    composed, pdf = room.paper.make(PaperRequest(PaperKind.WARNING_FORM, warning_id=one.id))
    assert composed.subject == "2026-1"
    assert pdf.pages == 1
