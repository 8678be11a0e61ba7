"""One duty day through the window by keys alone, on both runners of work.

Nothing here puts the focus anywhere: it is where the program and Tab have put it.
"""

from dataclasses import replace

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.handover import CheckResult, HandoverStatus
from dutydesk.domain.paper_issue import PaperKind, PaperPurpose
from dutydesk.domain.report import ReportMedium
from dutydesk.ui.duty_log.correct_dialog import CorrectDialog
from dutydesk.ui.incident.phone_dialog import PhoneDialog
from dutydesk.ui.incident.report_dialog import ReportDialog
from dutydesk.ui.papers.preview import PaperPreview
from tests.builders import PIN
from tests.e2e.conftest import CTRL, KEY, SHIFT, take_call, take_over
from tests.ui.conftest import desk_clock, screen_font, theme  # noqa: F401 - fixtures
from tests.ui.looking import tab_to


def look_up_and_call(officer):
    """Find a number in the contacts and log the call made to it."""
    officer.press(KEY.Key_F4)
    contacts = officer.room_shown("contacts")
    officer.type("ycm")
    officer.wait(
        lambda: contacts.people.card() and contacts.people.card().contact.name == "尉迟某"
    )
    officer.press(KEY.Key_D, CTRL)
    officer.room_shown("duty_desk")
    officer.type("核实车库排水情况")
    officer.press(KEY.Key_Return)
    officer.wait(lambda: officer.entries()[-1].kind is EntryKind.OUTGOING_CALL)


def report_incident(officer):
    """Open the incident of the newest call and report it by telephone, then on paper."""
    officer.press(KEY.Key_I, CTRL)
    panel = officer.room_shown("incident")
    form = panel.form
    officer.wait(lambda: form.fields.kind.kind() is not None)
    officer.press(KEY.Key_Return, CTRL)
    officer.wait(lambda: len(officer.room.incident.incidents()) == 1)
    officer.wait(lambda: panel.selected() is not None)
    for number, (key, kind) in enumerate(((KEY.Key_B, PhoneDialog), (KEY.Key_R, ReportDialog)), 1):
        officer.live.go_on(minutes=5)
        officer.press(key, CTRL)
        dialog = officer.window_of(kind)
        # To whom and the words come from the lane: nobody sends what is not there yet.
        officer.wait(lambda shown=dialog: bool(shown.report_to.text()))
        officer.press(KEY.Key_Return, CTRL)
        reports = number
        officer.wait(lambda n=reports: len(officer.room.incident.incidents()[0].reports) == n)
        officer.wait(lambda shown=kind: officer.live.dialog(shown) is None)
        officer.back_at_desk()


def correct_first_call(officer):
    officer.press(KEY.Key_F5)
    panel = officer.room_shown("duty_desk")
    officer.press(KEY.Key_Up, CTRL)
    officer.wait(panel.view.hasFocus)
    officer.press(KEY.Key_Home)
    assert panel.selected().entry.no == 1
    officer.press(KEY.Key_Return)
    dialog = officer.window_of(CorrectDialog)
    officer.press(KEY.Key_A, CTRL)
    officer.type("通知17时前报送防汛值守情况")
    tab_to(officer.qtbot, dialog, dialog.reason)
    officer.type("时间听错")
    officer.press(KEY.Key_Return)
    officer.wait(lambda: officer.live.dialog(CorrectDialog) is None)
    officer.back_at_desk()


def hand_over(officer):
    officer.live.go_on(hours=23)
    officer.press(KEY.Key_F8)
    page = officer.room_shown("handover")
    officer.wait(page.signs.isVisible)
    officer.press(KEY.Key_N, CTRL | SHIFT)
    officer.press(KEY.Key_J, CTRL)
    officer.wait(page.signs.outgoing.pin.hasFocus)
    officer.type(PIN)
    officer.press(KEY.Key_Return)
    officer.wait(page.signs.incoming.who.hasFocus)
    officer.choose("乙某")
    officer.press(KEY.Key_J, CTRL)
    officer.wait(page.signs.incoming.pin.hasFocus)
    officer.type(PIN)
    officer.press(KEY.Key_Return)
    officer.wait(lambda: officer.live.desk.session.seat.name == "乙某")


def preview_of(officer, key=KEY.Key_F9):
    officer.press(key)
    preview = officer.window_of(PaperPreview)
    officer.wait(lambda: preview.paper() is not None)
    return preview


def print_record_and_save_sheet(officer, tmp_path):
    preview = preview_of(officer)
    assert preview.paper().composed.kind is PaperKind.HANDOVER_RECORD
    pages = preview.paper().pdf.pages
    officer.press(KEY.Key_P, CTRL)
    officer.wait(lambda: len(officer.room.paper.issues()) == 1)
    assert len(officer.printer.target.images) == pages
    officer.press(KEY.Key_Escape)
    officer.back_at_desk()
    officer.press(KEY.Key_L, CTRL)
    log = officer.room_shown("duty_log")
    officer.wait(lambda: log.selected() is not None)
    officer.press(KEY.Key_Down)
    preview = preview_of(officer)
    assert preview.paper().composed.kind is PaperKind.LOG_SHEET
    officer.live.messages.answers.append(tmp_path / "sheet.pdf")
    officer.press(KEY.Key_S, CTRL)
    officer.wait(lambda: len(officer.room.paper.issues()) == 2)


def test_a_duty_day_by_keys_alone(officer, tmp_path):
    take_over(officer)
    take_call(officer, "0001", "通知16时前报送防汛值守情况", KEY.Key_5)
    officer.live.go_on(minutes=20)
    take_call(officer, "limou", "安和市场旁一平房火灾，有浓烟，已报119")
    look_up_and_call(officer)
    texts = [entry.text for entry in officer.entries()]
    assert texts[0] == "通知16时前报送防汛值守情况"
    assert officer.entries()[0].kind is EntryKind.SUPERIOR_NOTICE
    assert officer.entries()[2].phone == "19900000054"
    check_desk_after_calls(officer)

    officer.live.go_on(minutes=1)
    take_call(officer, "limou", "安和三社区3号楼燃气泄漏，已疏散住户")
    report_incident(officer)
    incident = officer.room.incident.incidents()[0]
    assert incident.incident.kind == "燃气泄漏"
    assert [(one.medium, one.is_met) for one in incident.reports] == [
        (ReportMedium.PHONE, True),
        (ReportMedium.WRITTEN, True),
    ]

    correct_first_call(officer)
    first = officer.room.duty_log.entries_of_running_shift()[1][0]
    assert first.is_struck
    fix = officer.room.duty_log.entry(first.corrected_by).entry
    assert (fix.text, fix.correction_reason) == ("通知17时前报送防汛值守情况", "时间听错")

    hand_over(officer)
    over = officer.room.handover.last_completed()
    assert over.handover.status is HandoverStatus.COMPLETED
    assert {line.result for line in over.checks} == {CheckResult.NORMAL}
    print_record_and_save_sheet(officer, tmp_path)
    purposes = {issue.purpose for issue in officer.room.paper.issues()}
    assert purposes == {PaperPurpose.PRINTED, PaperPurpose.SAVED}
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert officer.room.verification.verify().ok


def check_desk_after_calls(officer):
    """The log shows what is on record, and the cursor is where the next call is taken."""
    panel = officer.live.panel("duty_desk")
    officer.wait(lambda: panel.model.rowCount() == 4)
    assert officer.focus is panel.form.fields.caller.edit
    assert replace(panel.selected(), corrected_by=None).entry == officer.entries()[-1]
