import pytest

from dutydesk.domain.incident import IncidentChange
from dutydesk.domain.report_draft import ReportState
from dutydesk.domain.signature_form import SignatureForm
from dutydesk.ui.incident.sign_dialog import SignDialog
from tests.builders import PIN
from tests.report_builders import CLI, save, submitted
from tests.ui.incident.test_draft_dialog import services
from tests.ui.incident.test_panel import start
from tests.ui.incident.test_report_dialog import choose
from tests.ui.live_desk import settle


@pytest.fixture
def waiting(live):
    """A draft that says 2 deaths where the record says 3, before its signature."""
    room = live.room
    incident = start(live, deaths=2)
    draft = submitted(room, save(room, incident, body="三社区燃气泄漏，死亡2人。"))
    room.incident.update(incident.id, IncidentChange({"deaths": 3}, "医院通报"), by=CLI)
    return draft


def opened(live, draft):
    one = live.room.report_delivery.one(draft.id)
    officers = sorted(live.room.officer.officers(), key=lambda one: one.name != "丙某")
    read = officers, live.room.report_draft.findings(draft.id)
    dialog = SignDialog(live.desk, services(live.room), one, read, live.window)
    dialog.open()
    settle()
    return dialog


def live_type(edit, text):
    """Put text in as the input method does."""
    edit.insert(text)
    edit.textEdited.emit(edit.text())


def answer(dialog):
    for edit in dialog.findings.edits():
        edit.clear()
        live_type(edit, "以医院通报为准")


def test_every_question_is_answered_before_it_is_signed(live, waiting):
    dialog = opened(live, waiting)
    assert dialog.findings.texts()
    choose(dialog.officer, "丙某")
    dialog.pin.setText(PIN)
    dialog.submit()
    assert "写明原因" in dialog.answer.text()
    assert live.room.report_draft.draft(waiting.id).state is ReportState.AWAITING_SIGNATURE
    answer(dialog)
    dialog.pin.setText(PIN)
    dialog.submit()
    made = live.room.report_draft.draft(waiting.id)
    assert (made.state, made.signed_by) == (ReportState.SIGNED, "丙某")
    with live.room.store.reading() as tables:
        kept = tables.report_trace.findings(waiting.id)
    assert {one.reason for one in kept} == {"以医院通报为准"}


def test_only_leaders_are_offered_and_a_wrong_pin_is_said(live, waiting):
    dialog = opened(live, waiting)
    names = [dialog.officer.itemText(n) for n in range(dialog.officer.count())]
    assert "乙某" not in names
    assert "丙某" in names
    answer(dialog)
    choose(dialog.officer, "请选择")
    dialog.submit()
    assert "还没有选签发人" in dialog.answer.text()
    choose(dialog.officer, "丙某")
    dialog.pin.setText("135791")
    dialog.submit()
    assert "口令" in dialog.answer.text()
    assert dialog.pin.text() == ""


def test_by_telephone_it_asks_who_and_when_instead_of_a_pin(live, waiting):
    dialog = opened(live, waiting)
    assert dialog.pin.isVisibleTo(dialog)
    assert not dialog.person.isVisibleTo(dialog)
    choose(dialog.how, "电话授权")
    assert not dialog.pin.isVisibleTo(dialog)
    assert dialog.person.isVisibleTo(dialog)
    assert dialog.person.text() == "丙某", "the leader of the shift is the one who is called"
    answer(dialog)
    dialog.person.clear()
    dialog.submit()
    assert "没有写是谁签发的" in dialog.answer.text()
    dialog.person.setText("丁副主任")
    dialog.at.edit.setText("啊")
    dialog.submit()
    assert "啊" in dialog.answer.text()
    dialog.at.set_now()
    dialog.submit()
    made = live.room.report_draft.draft(waiting.id)
    assert (made.signed_by, made.signature_form) == ("丁副主任", SignatureForm.PHONE)


def test_reasons_typed_are_there_again_and_new_questions_are_asked(live, waiting):
    dialog = opened(live, waiting)
    answer(dialog)
    dialog.reject()
    settle()
    again = opened(live, waiting)
    assert again.findings.first_open() is None
    choose(again.how, "电话授权")
    again.person.setText("丁副主任")
    room, incident_id = live.room, waiting.incident_id
    room.incident.update(incident_id, IncidentChange({"deaths": 4}, "医院又报"), by=CLI)
    again.submit()
    assert room.report_draft.draft(waiting.id).state is ReportState.AWAITING_SIGNATURE
    assert again.findings.first_open() is not None
    answer(again)
    again.submit()
    assert room.report_draft.draft(waiting.id).state is ReportState.SIGNED
