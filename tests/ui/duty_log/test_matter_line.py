"""The line that says what an entry goes on with, and who called before."""

import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import StoreBusy
from dutydesk.ui.duty_log.caller import Caller
from tests.builders import draft
from tests.ui.live_desk import CTRL, settle

KEY = Qt.Key
NUMBER = "19900007531"


@pytest.fixture
def called(staffed, live):
    """Yesterday's shift had a call from this number, the first of two."""
    room = staffed.room
    values = {"source": "安和三社区", "person": "李某", "phone": NUMBER}
    entry = room.duty_log.record(draft(room, "3号楼燃气异味", **values), by=staffed.by).value
    room.duty_log.record(draft(room, "别的事"), by=staffed.by)
    live.panel().reload()
    room.clock.forward(minutes=20)
    return entry


def form_of(live):
    return live.panel().form


def offered(live):
    line = form_of(live).matter
    live.qtbot.waitUntil(lambda: line.offered is not None)
    return line


def newest(live):
    return max(
        (one.entry for one in live.room.duty_log.entries_of_running_shift()[1]),
        key=lambda entry: entry.no,
    )


def type_number(live):
    live.press(KEY.Key_F2)
    live.tab_to(form_of(live).fields.phone)
    live.type(NUMBER)


def test_the_same_number_is_told_quietly_and_one_key_goes_on_with_that_call(called, live):
    type_number(live)
    line = offered(live)
    settle()
    assert line.isVisible()
    assert line.words.text() == "同一号码 08:30 第1条：3号楼燃气异味"
    assert live.focus is form_of(live).fields.phone, "nothing takes the focus"
    live.press((KEY.Key_R, CTRL))
    assert line.words.text() == "接第1条（08:30 来电）：3号楼燃气异味"
    assert live.focus is form_of(live).fields.phone
    live.tab_to(form_of(live).fields.text)
    live.type("又来催")
    live.press(KEY.Key_Return)
    assert (newest(live).text, newest(live).continuation_of) == ("又来催", called.id)
    assert not line.isVisible()


def test_the_same_key_drops_the_link_and_offers_it_again(called, live):
    type_number(live)
    line = offered(live)
    live.press((KEY.Key_R, CTRL), (KEY.Key_R, CTRL))
    assert line.linked_id is None
    assert line.words.text().startswith("同一号码")
    live.tab_to(form_of(live).fields.text)
    live.type("另一件事")
    live.press(KEY.Key_Return)
    assert newest(live).continuation_of is None


def test_the_button_does_the_same(called, live):
    type_number(live)
    line = offered(live)
    live.qtbot.mouseClick(line.button, Qt.MouseButton.LeftButton)
    assert line.linked_id == called.id
    live.qtbot.mouseClick(line.button, Qt.MouseButton.LeftButton)
    assert line.linked_id is None


def test_somebody_from_the_contacts_is_known_by_unit_and_name(called, live):
    form_of(live).begin_with(Caller("安和三社区", "李某", ""), EntryKind.OUTGOING_CALL)
    assert offered(live).words.text().startswith("同一单位同一人 08:30 第1条：")


def test_a_number_changed_meanwhile_takes_the_offer_back(called, live):
    type_number(live)
    line = offered(live)
    live.press(KEY.Key_Backspace)
    assert line.offered is None
    assert not line.isVisible()


def test_an_answer_about_what_was_typed_before_is_dropped(called, live):
    line = form_of(live).matter
    type_number(live)
    asked = line._asked
    live.press(KEY.Key_Backspace)
    line._show(asked, live.room.duty_log.repeat_of(asked))
    assert line.offered is None


def test_only_calls_are_asked_about(called, live):
    form_of(live).fields.choose_kind(EntryKind.FAX)
    form_of(live).fields.phone.setText(NUMBER)
    form_of(live).fields.edited.emit()
    line = form_of(live).matter
    assert not line._pause.isActive()
    form_of(live).fields.choose_kind(EntryKind.INCOMING_CALL)
    assert line._pause.isActive()


def test_a_draft_keeps_its_link(called, live):
    type_number(live)
    offered(live)
    live.press((KEY.Key_R, CTRL))
    form = form_of(live)
    form.set_aside(then=lambda: None)
    assert form.matter.linked_id is None
    live.panel().take_up()
    settle()
    assert form.matter.linked_id == called.id
    assert form.matter.words.text() == "接第1条（08:30 来电）：3号楼燃气异味"


def test_a_record_that_cannot_be_read_offers_nothing_and_stops_nobody(called, live, monkeypatch):
    def busy(_typed):
        raise StoreBusy

    monkeypatch.setattr(live.room.duty_log, "repeat_of", busy)
    type_number(live)
    line = form_of(live).matter
    live.qtbot.waitUntil(lambda: not line._pause.isActive())
    settle()
    assert not line.isVisible()
    with pytest.raises(ValueError, match="bug"):
        line._not_read(ValueError("bug"))
