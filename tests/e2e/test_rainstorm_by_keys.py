"""Two hours of a rainstorm through the window: warning, sixty calls, B, superior, proof.

Nothing here puts the focus anywhere: it is where the program and Tab have put it.
"""

from datetime import timedelta

from PySide6.QtGui import QGuiApplication

from dutydesk.domain.call_round import CallParty, TargetState
from dutydesk.domain.contacts import Contact, ContactRole, RolePair, Unit, UnitKind
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.paper_issue import PaperKind
from dutydesk.domain.phone import NumberKind
from dutydesk.domain.warning import WarningStepKind
from dutydesk.services.contacts import NumberDraft
from dutydesk.ui.call_round.start_dialog import StartDialog
from dutydesk.ui.call_round.step_dialogs import EndDialog
from tests.e2e.conftest import CTRL, KEY, SHIFT, take_over
from tests.e2e.test_duty_day_by_keys import preview_of
from tests.warning_builders import step_draft, warning_draft

COMMUNITIES, PEOPLE = 12, 5
SILENT, B_ANSWERS = 8, 5


def on_the_lane(officer, job):
    """Do what another room of the desk would do, on the thread that writes."""
    done = []
    officer.live.desk.runner.submit(job, done=done.append)
    officer.wait(lambda: len(done) == 1)
    return done[0]


def fill_grid(room, by):
    """Twelve communities with a head each, and five grid workers with their B."""
    contacts = room.contacts
    contacts.save_unit(Unit("storm", "安和防汛片区", None, 900, UnitKind.STREET), by=by)
    for place in range(COMMUNITIES):
        unit_id = f"storm{place}"
        name = f"第{place + 1}社区"
        contacts.save_unit(Unit(unit_id, name, "storm", place, UnitKind.COMMUNITY), by=by)
        head = Contact(f"{unit_id}-h", f"张某{place}", unit_id, "书记", ContactRole.HEAD)
        contacts.save(head, [NumberDraft(NumberKind.MOBILE, f"1992{place:07d}")], by=by)
        for number in range(PEOPLE):
            at = place * PEOPLE + number
            b = Contact(f"b{at}", f"王某{at}", unit_id, role_pair=RolePair.B)
            contacts.save(b, [NumberDraft(NumberKind.MOBILE, f"1991{at:07d}")], by=by)
            a = Contact(
                f"a{at}",
                f"李某{at}",
                unit_id,
                duty_role=ContactRole.GRID_WORKER,
                role_pair=RolePair.A,
                pair_contact_id=b.id,
            )
            contacts.save(a, [NumberDraft(NumberKind.MOBILE, f"1990{at:07d}")], by=by)


def warning_comes(officer):
    """An orange warning: the leader knows within ten minutes, then it is passed on."""
    room, by = officer.room, officer.live.desk.session.seat.actor
    typed = warning_draft(room, issued_at=room.clock.now(), received_at=room.clock.now())

    def register():
        return room.warning.register(typed, by=by)

    done = on_the_lane(officer, register)
    officer.live.desk.hub.announce(done.changes)
    officer.live.go_on(minutes=4)
    told = step_draft(typed.id, WarningStepKind.REPORTED, "told", at=room.clock.now())
    officer.live.go_on(minutes=5)
    passed = step_draft(
        typed.id,
        WarningStepKind.FORWARDED,
        "passed",
        at=room.clock.now(),
        to_whom="各社区",
    )
    for step, use_case in ((told, room.warning.report), (passed, room.warning.forward)):

        def take(step=step, use_case=use_case):
            return use_case(step, by=by)

        officer.live.desk.hub.announce(on_the_lane(officer, take).changes)
    notice = done.value
    assert told.at - notice.received_at < timedelta(minutes=10)
    return notice


def begin_round(officer):
    """From the key of the room to the first number on the screen."""
    officer.press(KEY.Key_F12, SHIFT)
    panel = officer.room_shown("call_round")
    officer.press(KEY.Key_N, CTRL)
    dialog = officer.window_of(StartDialog)
    officer.wait(lambda: dialog.choice.unit.count() > COMMUNITIES)
    officer.write("暴雨橙色预警叫应网格员")
    officer.press(KEY.Key_Tab)
    officer.write("请立即到岗，转移低洼院落居民")
    while officer.focus is not dialog.choice.unit:
        officer.press(KEY.Key_Tab)
    officer.choose("安和防汛片区")
    while officer.focus is not dialog.choice.roles.boxes["grid_worker"]:
        officer.press(KEY.Key_Tab)
    officer.press(KEY.Key_Space)
    officer.wait(lambda: len(dialog.choice.callees()) == COMMUNITIES * PEOPLE)
    officer.press(KEY.Key_Return, CTRL)
    officer.wait(lambda: panel.is_sheet and bool(panel.sheet.target_id))
    officer.wait(lambda: officer.live.dialog(StartDialog) is None)
    officer.back_at_desk()
    officer.wait(panel.sheet.card.words.hasFocus)
    return panel.sheet


def at_hand(sheet):
    return sheet.state.targets[sheet.target_id]


def press_digit(officer, sheet, digit, *, seconds=20):
    """One result: the try is on record before the next key."""
    tried = sum(map(len, sheet.state.attempts.values()))
    officer.live.go_on(seconds=seconds)
    officer.press(getattr(KEY, f"Key_{digit}"), CTRL)
    officer.wait(lambda: sum(map(len, sheet.state.attempts.values())) == tried + 1)


def ring_everybody(officer, sheet):
    """The first time round: every seventh or so does not pick up."""
    total = len(sheet.state.targets)
    silent = {one.id for one in list(sheet.state.targets.values())[:: total // SILENT][:SILENT]}
    for _ in range(total):
        assert at_hand(sheet).state is TargetState.WAITING
        is_silent = sheet.target_id in silent
        if not is_silent and at_hand(sheet).order_no % 10 == 0:
            officer.write("收到，马上到岗")
        press_digit(officer, sheet, 2 if is_silent else 1, seconds=4)
    assert sheet.state.counts().answered == total - SILENT
    return silent


def ring_the_silent(officer, sheet, silent):
    """Twice more each; then B answers for most, and the superior is told about the others."""
    for _ in range(2 * SILENT):
        assert sheet.target_id in silent
        assert sheet.state.next_call(sheet.target_id).party is CallParty.A
        press_digit(officer, sheet, 2)
    for number in range(SILENT):
        assert sheet.state.next_call(sheet.target_id).party is CallParty.B
        assert "王某" in sheet.card.name.text()
        if number < B_ANSWERS:
            press_digit(officer, sheet, 1)
        else:
            press_digit(officer, sheet, 3)
    while sheet.state.counts().open:
        call = sheet.state.next_call(sheet.target_id)
        if call.party is CallParty.B:
            press_digit(officer, sheet, 2, seconds=70)
            continue
        assert call.party is CallParty.SUPERIOR
        assert call.name.startswith("张某")
        officer.press(KEY.Key_C, CTRL | SHIFT)
        assert QGuiApplication.clipboard().text() == call.phone
        officer.write("派人上门")
        press_digit(officer, sheet, 1)


def print_the_proof(officer):
    preview = preview_of(officer)
    assert preview.paper().composed.kind is PaperKind.CALL_ROUND_SHEET
    assert preview.paper().pdf.missing_glyphs == ()
    officer.press(KEY.Key_P, CTRL)
    officer.wait(lambda: len(officer.room.paper.issues()) == 1)
    assert len(officer.printer.target.images) == preview.paper().pdf.pages
    officer.press(KEY.Key_Escape)
    officer.back_at_desk()


def test_two_hours_of_a_rainstorm_by_keys_alone(officer):
    take_over(officer)
    by = officer.live.desk.session.seat.actor
    on_the_lane(officer, lambda: fill_grid(officer.room, by))
    began = officer.room.clock.now()
    notice = warning_comes(officer)
    sheet = begin_round(officer)
    total = len(sheet.state.targets)
    assert total == COMMUNITIES * PEOPLE
    silent = ring_everybody(officer, sheet)
    ring_the_silent(officer, sheet, silent)
    counted = sheet.state.counts()
    assert (counted.answered_by_b, counted.escalated) == (B_ANSWERS, SILENT - B_ANSWERS)
    assert sheet.card.name.text().startswith("都叫完了")
    officer.press(KEY.Key_J, CTRL)
    officer.window_of(EndDialog)
    officer.press(KEY.Key_Return, CTRL)
    officer.wait(lambda: not sheet.state.is_running)
    officer.wait(lambda: officer.live.dialog(EndDialog) is None)
    officer.back_at_desk()
    print_the_proof(officer)
    assert officer.room.clock.now() - began < timedelta(hours=2)
    entries = officer.entries()
    texts = [one.text for one in entries]
    assert any("暴雨橙色预警" in one.text and one.kind is EntryKind.WARNING for one in entries)
    assert sum(text.startswith("开始叫应") for text in texts) == 1
    told = [one for one in entries if one.text.startswith("叫应（")]
    assert len(told) == SILENT - B_ANSWERS
    assert all(one.kind is EntryKind.OUTGOING_CALL and "派人上门" in one.text for one in told)
    end = next(text for text in texts if text.startswith("叫应结束"))
    assert f"应叫{total}人" in end
    assert f"B角应答{B_ANSWERS}人" in end
    missed = [one for one in sheet.state.targets.values() if one.state is TargetState.ESCALATED]
    assert all(one.name in end for one in missed)
    assert notice.warning_no
