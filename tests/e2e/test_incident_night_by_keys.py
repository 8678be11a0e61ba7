"""A night with one incident through the window by keys alone, as F1 and the read-me lead it.

Nothing here puts the focus anywhere: it is where the program and Tab have put it.
"""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from dutydesk.domain.incident import IncidentLevel, IncidentStatus
from dutydesk.domain.instants import from_iso
from dutydesk.domain.report_draft import ReportState
from dutydesk.ui.incident.action_sheet import ActionSheet
from dutydesk.ui.incident.closing_dialogs import ArchiveDialog, ReviewDialog
from dutydesk.ui.incident.decide_dialogs import EndDialog, GradeDialog
from dutydesk.ui.incident.draft_dialog import DraftDialog
from dutydesk.ui.incident.draft_steps import ReasonDialog, ReceiptDialog, SendDialog, SignoffDialog
from dutydesk.ui.incident.drafts_dialog import DraftsDialog
from dutydesk.ui.incident.notice_sheet import NoticeSheet
from dutydesk.ui.incident.paste_dialog import PasteDialog
from dutydesk.ui.incident.phone_dialog import PhoneDialog
from dutydesk.ui.incident.report_dialog import ReportDialog
from dutydesk.ui.incident.sign_dialog import SignDialog
from dutydesk.ui.incident.task_dialog import TaskDialog
from dutydesk.ui.incident.update_dialog import UpdateDialog
from tests.builders import PIN
from tests.e2e.conftest import CTRL, KEY, SHIFT, take_call, take_over
from tests.e2e.test_duty_night_by_keys import ENTER, done
from tests.ui.looking import tab_to

BOTH = CTRL | SHIFT
MOST_KEYS = 160
MESSAGE = (
    "11月21日3时10分，安和街道安和三社区3号楼地下车库发生燃气泄漏，"
    "造成1人受伤、2人被困，现场已疏散居民35人。"
)


def label(officer, text):
    found = (one.text() for one in officer.live.window.findChildren(QLabel) if one.isVisible())
    return next((one for one in found if text in one), "")


def view_of(officer):
    return officer.room.incident.incidents()[0]


def gas_leak_phoned_in(officer):
    take_call(officer, "lm", "3号楼地下车库燃气泄漏，有人受伤")
    officer.live.go_on(minutes=1)
    officer.press(KEY.Key_I, CTRL)
    panel = officer.room_shown("incident")
    officer.wait(lambda: panel.form.fields.kind.kind() is not None)
    officer.press(*ENTER)
    officer.wait(lambda: len(officer.room.incident.incidents()) == 1)
    officer.wait(lambda: panel.selected() is not None)


def the_same_by_message(officer):
    """What the group chat says, pasted: it may be on record already, and one key goes there."""
    panel = officer.room_shown("incident")
    paste(officer, MESSAGE)
    fields = panel.form.fields
    assert fields.title.text() == "安和街道安和三社区3号楼地下车库燃气泄漏"
    assert fields.figures.texts()["injured"] == "1"
    officer.wait(lambda: bool(label(officer, "是否同一")))
    officer.press(KEY.Key_S, BOTH)
    officer.wait(panel.view.isVisible)
    officer.wait(panel.view.hasFocus)
    assert len(officer.room.incident.incidents()) == 1


def paste(officer, text):
    QApplication.clipboard().setText(text)
    officer.press(KEY.Key_V, BOTH)
    dialog = officer.window_of(PasteDialog)
    officer.wait(lambda: bool(dialog.parts.parts))
    done(officer, PasteDialog)


def phone_report(officer):
    officer.press(KEY.Key_B, CTRL)
    dialog = officer.window_of(PhoneDialog)
    officer.wait(lambda: bool(dialog.report_to.text()))
    officer.write("丁某")
    done(officer, PhoneDialog)
    assert view_of(officer).reports[0].receiver == "丁某"


def who_was_told(officer):
    officer.press(KEY.Key_I, CTRL)
    sheet = officer.window_of(NoticeSheet)
    first = len(officer.entries())
    for number in (1, 2):
        officer.press(KEY.Key_Return)
        officer.wait(sheet.person.hasFocus)
        officer.press(KEY.Key_Return)
        officer.wait(lambda n=number: len(officer.entries()) == first + n)
        officer.wait(sheet.table.hasFocus)
    done(officer, NoticeSheet, KEY.Key_Escape)


def first_measures(officer):
    officer.press(KEY.Key_D, BOTH)
    sheet = officer.window_of(ActionSheet)
    first = len(officer.entries())
    officer.press(KEY.Key_Return)
    officer.wait(sheet.done_by.hasFocus)
    officer.write("消防救援站")
    officer.press(KEY.Key_Return)
    officer.wait(lambda: len(officer.entries()) == first + 1)
    officer.wait(sheet.table.hasFocus)
    done(officer, ActionSheet, KEY.Key_Escape)


def figures_come_in(officer):
    update(officer, "现场回报", deaths="0", injured="1", trapped="2")
    assert view_of(officer).incident.trapped == 2


def update(officer, reason, **figures):
    officer.press(KEY.Key_U, CTRL)
    dialog = officer.window_of(UpdateDialog)
    officer.write(reason)
    for name, figure in figures.items():
        tab_to(officer.qtbot, dialog, dialog.fields.figures.edits[name])
        officer.press(KEY.Key_A, CTRL)
        officer.type(figure)
    done(officer, UpdateDialog)


def first_report_through_the_gates(officer):
    """Drafted, sent back, mended, reviewed, signed with a question answered, sent, received."""
    officer.press(KEY.Key_R, CTRL)
    dialog = officer.window_of(ReportDialog)
    officer.wait(lambda: bool(dialog.text.toPlainText()))
    tab_to(officer.qtbot, dialog, dialog.text)
    officer.press(KEY.Key_End, CTRL)
    officer.write("目前死亡1人。")
    officer.press(KEY.Key_S, CTRL)
    officer.wait(lambda: officer.live.dialog(ReportDialog) is None)
    officer.back_at_desk()
    officer.press(KEY.Key_E, CTRL)
    drafts = officer.window_of(DraftsDialog)
    officer.wait(lambda: drafts.chosen() is not None)
    state_after(officer, drafts, KEY.Key_Return, ReportState.UNDER_REVIEW)
    # Sent back: Tab goes to the button.
    tab_to(officer.qtbot, drafts, drafts.back)
    officer.press(KEY.Key_Space)
    officer.window_of(ReasonDialog)
    officer.write("写明疏散人数")
    officer.press(KEY.Key_Return)
    officer.wait(lambda: drafts.chosen().state is ReportState.DRAFTING)
    back_at(drafts, officer)
    mended_and_reviewed(officer, drafts)
    signed_sent_received(officer, drafts)


def mended_and_reviewed(officer, drafts):
    tab_to(officer.qtbot, drafts, drafts.write)
    officer.press(KEY.Key_Space)
    officer.window_of(DraftDialog)
    officer.press(KEY.Key_End, CTRL)
    officer.write("已疏散35人。")
    officer.press(*ENTER)
    officer.wait(lambda: drafts.chosen().state is ReportState.UNDER_REVIEW)
    back_at(drafts, officer)
    officer.press(KEY.Key_Return)
    officer.window_of(SignoffDialog)
    officer.choose("丙某")
    officer.press(KEY.Key_Tab)
    officer.type(PIN)
    officer.press(KEY.Key_Return)
    officer.wait(lambda: drafts.chosen().state is ReportState.AWAITING_SIGNATURE)
    back_at(drafts, officer)


def signed_sent_received(officer, drafts):
    officer.press(KEY.Key_Return)
    officer.window_of(SignDialog)
    officer.type(PIN)
    officer.press(KEY.Key_Return)
    officer.write("医院电话核实")
    officer.press(KEY.Key_Return)
    officer.write("现场回报，登记随后更新")
    officer.press(KEY.Key_Return)
    officer.wait(lambda: drafts.chosen().state is ReportState.SIGNED)
    back_at(drafts, officer)
    officer.press(KEY.Key_Return)
    officer.window_of(SendDialog)
    officer.press(KEY.Key_Return)
    officer.wait(lambda: drafts.chosen().state is ReportState.SENT)
    back_at(drafts, officer)
    officer.press(KEY.Key_Return)
    officer.window_of(ReceiptDialog)
    officer.write("丁某")
    officer.press(KEY.Key_Return)
    officer.wait(lambda: drafts.chosen().state is ReportState.ACKNOWLEDGED)
    back_at(drafts, officer)
    done(officer, DraftsDialog, KEY.Key_Escape)


def back_at(dialog, officer):
    """The window manager gives the keys back to the dialog under one that closed."""
    dialog.activateWindow()
    officer.wait(lambda: QApplication.activeWindow() is dialog)


def state_after(officer, drafts, key, state):
    officer.press(key)
    officer.wait(lambda: drafts.chosen().state is state)


def level_raised(officer):
    update(officer, "医院来电", deaths="3", trapped="0")
    officer.press(KEY.Key_Y, CTRL)
    officer.window_of(GradeDialog)
    done(officer, GradeDialog)
    incident = view_of(officer).incident
    assert incident.level is IncidentLevel.RELATIVELY_SERIOUS


def reported_up(officer):
    officer.press(KEY.Key_B, CTRL)
    dialog = officer.window_of(PhoneDialog)
    officer.wait(lambda: bool(dialog.report_to.text()))
    officer.write("丁某")
    done(officer, PhoneDialog)
    officer.press(KEY.Key_R, CTRL)
    dialog = officer.window_of(ReportDialog)
    officer.wait(lambda: bool(dialog.text.toPlainText()))
    lead = dialog.text.toPlainText().splitlines()[0]
    assert "死亡3人" in lead, "told by telephone a moment ago, and in the paper all the same"
    answered(officer, ReportDialog, "情况已变，以本次为准")


def answered(officer, kind, reason):
    """Send it; each question that comes up is answered where the cursor was put."""
    dialog = officer.window_of(kind)
    while dialog.isVisible():
        officer.press(*ENTER)
        if officer.live.dialog(kind) is None:
            break
        assert isinstance(officer.focus, QLineEdit), dialog.answer.text()
        officer.write(reason)
    officer.back_at_desk()


def public_statement(officer):
    officer.press(KEY.Key_B, BOTH)
    officer.window_of(TaskDialog)
    done(officer, TaskDialog)


def stable_and_final(officer):
    officer.press(KEY.Key_U, CTRL)
    dialog = officer.window_of(UpdateDialog)
    officer.write("现场指挥部通报")
    officer.press(KEY.Key_Tab)
    officer.choose("基本稳定")
    done(officer, UpdateDialog)
    assert view_of(officer).incident.status is IncidentStatus.STABLE
    officer.live.go_on(hours=1)
    officer.press(KEY.Key_R, CTRL)
    dialog = officer.window_of(ReportDialog)
    officer.wait(lambda: bool(dialog.text.toPlainText()))
    officer.press(KEY.Key_Tab, SHIFT)
    tab_to(officer.qtbot, dialog, dialog.stage)
    officer.choose("终报")
    officer.wait(lambda: "终报" in dialog.stage.currentText())
    answered(officer, ReportDialog, "情况已变，以本次为准")


def closed_and_archived(officer):
    officer.press(KEY.Key_J, CTRL)
    officer.window_of(EndDialog)
    officer.press(*ENTER)
    officer.wait(lambda: officer.live.dialog(EndDialog) is None)
    officer.back_at_desk()
    panel = officer.room_shown("incident")
    assert panel.selected().incident.id == view_of(officer).incident.id
    assert panel.view.hasFocus()
    officer.press(KEY.Key_K, CTRL)
    officer.write("复盘")
    officer.press(KEY.Key_Return)
    officer.window_of(ReviewDialog)
    officer.write("接报三分钟即报")
    done(officer, ReviewDialog)
    officer.press(KEY.Key_J, BOTH)
    officer.window_of(ArchiveDialog)
    done(officer, ArchiveDialog, KEY.Key_Return)
    assert view_of(officer).incident.status is IncidentStatus.ARCHIVED


NIGHT = (
    gas_leak_phoned_in,
    the_same_by_message,
    phone_report,
    who_was_told,
    first_measures,
    figures_come_in,
    first_report_through_the_gates,
    level_raised,
    reported_up,
    public_statement,
    stable_and_final,
    closed_and_archived,
)


@pytest.mark.parametrize("officer", ["inline"], indirect=True)
def test_a_night_with_an_incident_by_keys_alone(officer):
    take_over(officer)
    clock = officer.room.clock
    night = from_iso("2026-11-21T03:10") - clock.now() - timedelta(minutes=3)
    officer.live.go_on(seconds=night.total_seconds())
    for step in NIGHT:
        officer.live.go_on(minutes=3)
        step(officer)
    # Free text is not counted: what the keys cost is what the windows ask for.
    assert officer.pressed <= MOST_KEYS
    assert officer.room.verification.verify().ok
