import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dutydesk.domain.entry_detail import DETAILS, check_details
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import from_iso, to_text
from dutydesk.ui.duty_log.detail_inputs import DetailInputs
from dutydesk.ui.widgets.field_text import put_text
from tests.builders import detail_sample

FAX, CALL = EntryKind.FAX, EntryKind.INCOMING_CALL


@pytest.fixture
def make(theme, desk_clock, qtbot):
    def made():
        holder = QWidget()
        qtbot.addWidget(holder)
        return DetailInputs(theme, desk_clock, holder)

    return made


@pytest.fixture
def inputs(make):
    return make()


@pytest.mark.parametrize("kind", list(EntryKind))
def test_what_is_on_record_is_shown_and_read_back_the_same(inputs, kind):
    inputs.show_kind(kind)
    sample = detail_sample(kind)
    inputs.show_values(sample)
    for field in DETAILS[kind]:
        inputs.input(field.name)
    assert inputs.values() == sample
    assert inputs.unclear() is None
    check_details(kind, inputs.values())


@pytest.mark.parametrize("kind", list(EntryKind))
def test_what_has_no_input_yet_is_kept_and_handed_on_all_the_same(inputs, kind):
    inputs.show_kind(kind)
    inputs.show_values(detail_sample(kind))
    assert inputs.values() == detail_sample(kind)


def test_a_count_in_full_width_is_a_count_and_blanks_are_nothing(inputs):
    inputs.show_kind(FAX)
    put_text(inputs.input("page_count"), " １２ ")
    put_text(inputs.input("document_no"), "  ")
    assert inputs.values() == {"page_count": "12"}


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("page_count", "三页", "页数看不懂。请写成 0 到 9999 的数字"),
        ("page_count", "10000", "页数看不懂"),
        ("signed_for_at", "晚些", "签收时间看不懂。可写 2315"),
        ("feedback_due_at", "改天", "反馈时限看不懂。可写 明天1000"),
    ],
)
def test_what_cannot_be_read_is_asked_again(inputs, name, text, words):
    inputs.show_kind(FAX)
    put_text(inputs.input(name), text)
    field, said = inputs.unclear()
    assert field is inputs.input(name)
    assert said.startswith(words)
    inputs.show_kind(CALL)
    assert inputs.unclear() is None, "this kind does not ask for it"


def test_a_time_ahead_is_read_as_lying_ahead(inputs, desk_clock):
    inputs.show_kind(FAX)
    put_text(inputs.input("feedback_due_at"), "0100")
    put_text(inputs.input("signed_for_at"), "0100")
    assert inputs.values() == {
        "feedback_due_at": to_text(from_iso("2026-11-22T01:00")),
        "signed_for_at": to_text(from_iso("2026-11-21T01:00")),
    }


def test_what_was_typed_comes_back_with_its_kind_and_goes_along_where_it_is_asked_too(inputs):
    put_text(inputs.input("already_told"), "消防")
    put_text(inputs.input("result"), "已处理")
    inputs.show_kind(FAX)
    assert inputs.values() == {"result": "已处理"}
    inputs.show_kind(CALL)
    assert inputs.values() == {"already_told": "消防", "result": "已处理"}


def test_a_choice_two_kinds_offer_differently_goes_along_where_it_is_offered(inputs):
    inputs.show_kind(EntryKind.DUTY_CHECK)
    put_text(inputs.input("method"), "video")
    inputs.show_kind(EntryKind.CONSULTATION)
    inputs.input("method")
    assert inputs.values() == {"method": "video"}
    inputs.show_kind(EntryKind.DUTY_CHECK)
    put_text(inputs.input("method"), "radio")
    inputs.show_kind(EntryKind.CONSULTATION)
    assert inputs.values() == {"method": "video"}, "what it does not offer stays behind"
    inputs.show_kind(EntryKind.DUTY_CHECK)
    assert inputs.values() == {"method": "radio"}


def test_a_draft_keeps_what_every_kind_was_told(inputs, make, desk_clock):
    put_text(inputs.input("already_told"), "消防")
    inputs.show_kind(FAX)
    put_text(inputs.input("signed_for_at"), "0130")
    put_text(inputs.input("urgency"), "urgent")
    kept = inputs.texts()
    desk_clock.at = from_iso("2026-11-23T09:00")
    again = make()
    again.load(kept)
    again.show_kind(FAX)
    assert again.values() == {
        "urgency": "urgent",
        "signed_for_at": to_text(from_iso("2026-11-21T01:30")),
    }
    again.show_kind(CALL)
    assert again.values() == {"already_told": "消防"}


def test_words_would_be_missed_ticks_and_times_would_not(inputs, make):
    assert not inputs.is_written()
    inputs.input("read_back").set_value("yes")
    put_text(inputs.input("ended_at"), "0130")
    assert not inputs.is_written()
    put_text(inputs.input("tape_no"), "17")
    assert inputs.is_written()
    waiting = make()
    waiting.load({"ended_at": "0130", "read_back": "yes"})
    assert not waiting.is_written()
    waiting.load({"tape_no": "17"})
    assert waiting.is_written()
    waiting.clear()
    assert not waiting.is_written()
    assert waiting.texts() == {}


def test_held_inputs_take_no_keys_also_when_they_are_made_later(inputs, qtbot):
    early = inputs.input("already_told")
    inputs.hold(is_held=True)
    for field in (early, inputs.input("tape_no")):
        qtbot.keyClick(field, Qt.Key.Key_X)
        assert field.text() == ""
    inputs.hold(is_held=False)
    qtbot.keyClick(early, Qt.Key.Key_X)
    assert early.text() == "x"


def test_an_edit_and_an_enter_are_heard(inputs, qtbot):
    for name in ("already_told", "ended_at"):
        field = inputs.input(name)
        line = getattr(field, "edit", field)
        with qtbot.waitSignal(inputs.edited):
            qtbot.keyClick(line, Qt.Key.Key_1)
        with qtbot.waitSignal(inputs.submitted):
            qtbot.keyClick(line, Qt.Key.Key_Return)


def test_enter_hands_in_from_a_list_and_a_question_too(inputs, qtbot):
    inputs.show_kind(EntryKind.SUPERIOR_NOTICE)
    for name in ("urgency", "read_back"):
        with qtbot.waitSignal(inputs.submitted):
            qtbot.keyClick(inputs.input(name), Qt.Key.Key_Return)
    assert inputs.values() == {}


def test_a_field_of_another_kind_is_no_input(inputs):
    with pytest.raises(KeyError):
        inputs.input("page_count")
