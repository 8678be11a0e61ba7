"""What ten everyday tasks cost in keys: `docs/keystrokes.md` says it, these tests count it."""

import re
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.open_item import OpenItemStatus
from dutydesk.ui.directive.directive_dialog import DirectiveDialog
from dutydesk.ui.directive.step_dialogs import PassOnDialog
from dutydesk.ui.duty_log.correct_dialog import CorrectDialog
from dutydesk.ui.open_item.item_dialogs import CloseItemDialog, ItemDialog
from dutydesk.ui.papers.preview import PaperPreview
from tests.builders import draft
from tests.e2e.conftest import CTRL, KEY, SHIFT, take_over
from tests.habits.source import ROOT

# The words of the manual for each task, and who does it: its test below.
TASKS = {
    "Log a call from a known unit": "log_a_call",
    "Correct it": "correct_it",
    "Make it an open item": "make_it_an_open_item",
    "Find last month's call by two characters": "find_a_call",
    "Register an urgent fax": "register_a_fax",
    "Take up a call again": "take_up_a_call",
    "Note a directive and pass it on": "note_and_pass_on",
    "Start an incident from a call": "start_an_incident",
    "Attach a photo from the clipboard": "attach_a_photo",
    "Close an open item": "close_an_item",
    "Print today's log sheet": "print_the_sheet",
}


def documented():
    """Give the number of keys of each task in the manual's table."""
    text = (ROOT / "docs/keystrokes.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \| (\d+) \|", text, re.MULTILINE)
    return {task.strip(): int(count) for task, _, count in rows}


@pytest.fixture
def seated(officer):
    """Take over, with one call and one open item on record; counting begins behind that."""
    take_over(officer)
    return officer


def record(officer, text, **facts):
    """Put an entry on record as if it had been taken down before."""
    seat = officer.live.desk.session.seat
    done = []
    made = draft(officer.room, text, **facts)
    job = lambda: officer.room.duty_log.record(made, by=seat.actor)  # noqa: E731
    officer.live.desk.runner.submit(job, done=done.append)
    officer.wait(lambda: bool(done))
    officer.live.desk.hub.announce(done[0].changes)
    shown = officer.live.panel("duty_desk").model
    officer.wait(lambda: shown.row_of(done[0].value.id) is not None)
    return done[0].value


def log_a_call(officer):
    before = len(officer.entries())
    officer.pressed = 0
    officer.press(KEY.Key_F2)
    officer.type("lm")
    officer.wait(officer.live.panel("duty_desk").form.fields.caller.is_open)
    officer.press(KEY.Key_Return)
    officer.write("3号楼燃气异味，已通知燃气公司。")
    officer.press(KEY.Key_Return)
    officer.wait(lambda: len(officer.entries()) == before + 1)
    entry = officer.entries()[-1]
    assert entry.kind is EntryKind.INCOMING_CALL
    assert entry.source
    assert entry.phone


def register_a_fax(officer):
    before = len(officer.entries())
    officer.pressed = 0
    officer.press(KEY.Key_F2)
    officer.press(KEY.Key_4, CTRL)
    officer.write("区防汛办")
    officer.press(KEY.Key_Return)
    officer.write("关于做好防汛值守的通知")
    officer.press(KEY.Key_Tab)
    officer.write("安汛〔2026〕3号")
    officer.press(KEY.Key_Tab)
    # The list takes the arrows: 一般, 平急, 加急.
    for _ in range(3):
        officer.press(KEY.Key_Down)
    officer.press(KEY.Key_Return)
    officer.wait(lambda: len(officer.entries()) == before + 1)
    entry = officer.entries()[-1]
    assert (entry.kind, entry.source) == (EntryKind.FAX, "区防汛办")
    assert dict(entry.details) == {"document_no": "安汛〔2026〕3号", "urgency": "urgent"}


def take_up_a_call(officer):
    first = record(officer, "3号楼燃气异味")
    before = len(officer.entries())
    officer.pressed = 0
    officer.press(KEY.Key_R, CTRL)
    officer.write("抢修班到场，阀门松动已处理。")
    officer.press(KEY.Key_Return)
    officer.wait(lambda: len(officer.entries()) == before + 1)
    assert officer.entries()[-1].continuation_of == first.id


def correct_it(officer):
    record(officer, "3号楼燃气异味")
    officer.pressed = 0
    officer.press(KEY.Key_E, CTRL)
    officer.window_of(CorrectDialog)
    officer.press(KEY.Key_A, CTRL)
    officer.write("2号楼燃气异味")
    dialog = officer.live.dialog(CorrectDialog)
    # What is still missing gets the cursor: no way through every field.
    officer.press(KEY.Key_Return, CTRL)
    assert dialog.reason.hasFocus()
    officer.write("听错楼号")
    officer.press(KEY.Key_Return)
    officer.wait(lambda: officer.live.dialog(CorrectDialog) is None)
    assert officer.entries()[-1].text == "2号楼燃气异味"


def make_it_an_open_item(officer):
    record(officer, "路面塌陷，市政处承办。")
    officer.pressed = 0
    officer.press(KEY.Key_T, CTRL)
    officer.window_of(ItemDialog)
    officer.press(KEY.Key_Return, CTRL)
    officer.wait(lambda: officer.live.dialog(ItemDialog) is None)
    (item,) = officer.room.open_item.open_items()
    assert item.title == "路面塌陷，市政处承办"


def find_a_call(officer):
    record(officer, "老旧小区电梯困人，已救出。")
    record(officer, "道路积水。")
    officer.live.go_on(days=31)
    officer.pressed = 0
    officer.press(KEY.Key_F3)
    log = officer.room_shown("duty_log")
    officer.type("困人")
    officer.wait(lambda: log.model.rowCount() == 1 and log.selected() is not None)
    assert "电梯困人" in log.selected().entry.text


def note_and_pass_on(officer):
    officer.pressed = 0
    officer.press(KEY.Key_F6, SHIFT)
    officer.room_shown("directive")
    officer.press(KEY.Key_N, CTRL)
    dialog = officer.window_of(DirectiveDialog)
    officer.write("区长 某某")
    officer.press(KEY.Key_Return, times=2)
    assert dialog.text.hasFocus()
    officer.write("今日内排查同类隐患")
    officer.press(KEY.Key_Return, CTRL)
    officer.wait(lambda: officer.live.dialog(DirectiveDialog) is None)
    officer.back_at_desk()
    panel = officer.live.panel("directive")
    officer.wait(lambda: panel.selected() is not None)
    officer.press(KEY.Key_U, CTRL)
    officer.window_of(PassOnDialog)
    officer.write("街道应急办")
    officer.press(KEY.Key_Return, CTRL)
    officer.wait(lambda: officer.live.dialog(PassOnDialog) is None)
    (line,) = officer.room.directive.open_lines()
    assert (line.leader, line.passed_to_unit) == ("区长 某某", "街道应急办")


def start_an_incident(officer):
    call = record(
        officer,
        "3号楼地下车库燃气泄漏，已通知燃气公司。",
        source="安和三社区",
        at=officer.room.clock.now() - timedelta(minutes=6),
    )
    officer.pressed = 0
    officer.press(KEY.Key_I, CTRL)
    form = officer.room_shown("incident").form
    officer.wait(lambda: form.fields.kind.kind() is not None)
    officer.press(KEY.Key_Return, CTRL)
    officer.wait(lambda: len(officer.room.incident.incidents()) == 1)
    (view,) = officer.room.incident.incidents()
    assert view.incident.received_at == call.at.replace(second=0, microsecond=0)


def attach_a_photo(officer):
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    QApplication.clipboard().setImage(image)
    before = len(officer.entries())
    officer.pressed = 0
    officer.press(KEY.Key_F2)
    officer.press(KEY.Key_V, CTRL)
    form = officer.live.panel("duty_desk").form
    officer.wait(lambda: len(form.files.value()) == 1)
    officer.press(KEY.Key_Return)
    officer.write("北门积水照片。")
    officer.press(KEY.Key_Return)
    officer.wait(lambda: len(officer.entries()) == before + 1)
    (one,) = officer.room.attachment.of_entry(officer.entries()[-1].id)
    assert one.media_type == "image/png"


def close_an_item(officer):
    make_it_an_open_item(officer)
    officer.back_at_desk()
    officer.pressed = 0
    officer.press(KEY.Key_O, CTRL)
    officer.room_shown("open_item")
    officer.press(KEY.Key_J, CTRL)
    officer.window_of(CloseItemDialog)
    officer.write("已修好")
    officer.press(KEY.Key_Return)
    officer.wait(lambda: officer.live.dialog(CloseItemDialog) is None)
    (item,) = officer.room.open_item.all_items()
    assert item.status is OpenItemStatus.CLOSED


def print_the_sheet(officer):
    record(officer, "巡查办公楼，门窗、用电正常。", kind=EntryKind.PATROL)
    officer.pressed = 0
    officer.press(KEY.Key_F9)
    preview = officer.window_of(PaperPreview)
    officer.wait(lambda: preview.paper() is not None)
    officer.press(KEY.Key_P, CTRL)
    officer.wait(lambda: len(officer.room.paper.issues()) == 1)
    assert QApplication.activeWindow() is preview


DOING = {
    name: value
    for name, value in list(globals().items())
    if callable(value) and name in set(TASKS.values())
}


def test_the_manual_names_every_task_and_no_other():
    assert set(documented()) == set(TASKS)
    assert set(DOING) == set(TASKS.values())


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("officer", ["inline"], indirect=True)
def test_a_task_costs_what_the_manual_says(task, seated):
    DOING[TASKS[task]](seated)
    assert seated.pressed == documented()[task], "docs/keystrokes.md says another number"
