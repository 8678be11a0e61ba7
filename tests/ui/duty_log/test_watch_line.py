import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.incident import DraftIncident, IncidentCategory
from dutydesk.ui.duty_log.offer_dialog import OfferDialog
from dutydesk.ui.duty_log.watch_line import WatchLine, WatchServices
from tests.builders import draft
from tests.ui.live_desk import CTRL, SHIFT, settle

SETTLE = (Qt.Key.Key_I, CTRL | SHIFT)
SAME = (Qt.Key.Key_S, CTRL | SHIFT)
LEAK = "安和三社区3号楼燃气泄漏"


@pytest.fixture
def watched(live):
    services = WatchServices(live.room.watch_word, live.room.incident_offer)
    live.watch = WatchLine(live.panel(), services)
    return live


def write(live, text):
    live.panel().form.begin()
    live.panel().form.fields.text.setPlainText(text)
    live.watch.look()
    settle()


def incident(live, staffed):
    made = DraftIncident(
        id="事",
        title="安和三社区燃气泄漏",
        category=IncidentCategory.ACCIDENT,
        kind="燃气泄漏",
        place="安和三社区",
        received_at=live.room.clock.now(),
    )
    return live.room.incident.open(made, by=staffed.by).value


def test_typing_a_watched_word_says_what_can_be_done(watched):
    assert watched.watch.line.isHidden()
    write(watched, LEAK)
    assert "提到“泄漏”" in watched.watch.line.text()
    write(watched, "现场无人员伤亡")
    assert watched.watch.line.isHidden()


def test_typing_reads_nothing_unless_a_word_was_found(watched, monkeypatch):
    asked = []
    service = type(watched.room.incident_offer)
    plain = service.similar_to
    monkeypatch.setattr(
        service, "similar_to", lambda self, subject: asked.append(subject) or plain(self, subject)
    )
    write(watched, "通知明日开会")
    assert asked == []
    write(watched, LEAK)
    assert len(asked) == 1


def test_once_recorded_the_line_names_the_entry_until_it_is_settled(watched, qtbot, staffed):
    write(watched, LEAK)
    watched.panel().form.submit()
    settle()
    assert watched.watch.line.text().startswith("第1条提到“泄漏”，待核")
    watched.press(SETTLE)
    dialog = watched.dialog(OfferDialog)
    assert [dialog.outcome.itemText(at) for at in range(dialog.outcome.count())] == [
        "无需上报",
        "误报",
        "已另行上报",
    ]
    dialog.outcome.setCurrentIndex(1)
    dialog.note.insert("消防到场无异常")
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return)
    settle()
    assert watched.watch.line.isHidden()
    assert watched.room.incident_offer.open_offers() == []


def test_the_row_bears_the_mark_while_it_waits(watched, staffed):
    watched.room.duty_log.record(draft(watched.room, LEAK), by=staffed.by)
    panel = watched.panel()
    panel.reload()
    row = panel.model.index(1, 0)
    assert "待核：泄漏" in row.data(Qt.ItemDataRole.AccessibleTextRole)


def test_one_key_joins_what_is_typed_to_the_incident_on_record(watched, staffed):
    made = incident(watched, staffed)
    write(watched, "安和三社区居民来电，燃气泄漏味很大")
    assert "是否同一事件？2026-001" in watched.watch.line.text()
    watched.press(SAME)
    assert "记下时归入突发事件2026-001" in watched.watch.line.text()
    watched.press(SAME)
    assert watched.panel().form.matter.incident_id is None
    watched.press(SAME)
    watched.panel().form.submit()
    settle()
    _, entries = watched.room.duty_log.entries_of_running_shift()
    joined = [one for one in entries if one.entry.text.startswith("安和三社区居民来电")]
    assert [(one.entry.incident_id, one.offered) for one in joined] == [(made.id, ())]
    assert watched.panel().form.matter.incident_id is None


def test_one_key_joins_what_waits_afterwards(watched, staffed):
    room = watched.room
    entry = room.duty_log.record(draft(room, LEAK), by=staffed.by).value
    made = incident(watched, staffed)
    watched.panel().reload()
    watched.watch._waiting = None
    watched.panel().reload()
    assert "是否同一事件" in watched.watch.line.text()
    watched.press(SAME)
    settle()
    _, entries = room.duty_log.entries_of_running_shift()
    last = next(one.entry for one in entries if one.entry.continuation_of == entry.id)
    assert last.incident_id == made.id
    assert watched.watch.line.isHidden()


def test_with_nothing_waiting_the_keys_say_so(watched):
    watched.press(SETTLE)
    assert watched.desk.notices.notices()[0].text == "没有待核的记录。"
    watched.press(SAME)
    assert "没有像是同一件" in watched.desk.notices.notices()[0].text


def test_the_incident_a_draft_is_about_stays_until_the_words_are_known(watched):
    form = watched.panel().form
    watched.watch._watch = None
    form.matter.incident_id = "事"
    watched.watch.look()
    assert form.matter.incident_id == "事"
