import pytest
from PySide6.QtCore import QObject

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.ui.duty_log.caller import Caller
from dutydesk.ui.duty_log.caller_fields import CallerFields
from dutydesk.wording.entry_detail import CALLER
from tests.ui.sample_desk import sample_desk

LI = Caller("安和三社区", "李某", "19900007531")


@pytest.fixture
def who(theme, desk_clock, qtbot):
    parent = QObject()
    made = CallerFields(sample_desk(theme, desk_clock), lambda _text: [], parent)
    for widget in (made.caller, made.phone):
        qtbot.addWidget(widget)
    yield made
    del parent


@pytest.mark.parametrize("kind", list(EntryKind))
def test_every_kind_asks_for_the_other_side_in_its_words(who, kind):
    who.show_kind(kind)
    assert who.caller.edit.accessibleName() == CALLER[kind]
    assert who.caller.edit.placeholderText().startswith(CALLER[kind])


def test_what_is_typed_is_the_unit_or_where_none_is_asked_the_person(who):
    who.caller.set_text("安和三社区")
    assert who.other_side() == Caller("安和三社区", "", "")
    who.show_kind(EntryKind.PATROL)
    assert who.other_side() == Caller("", "安和三社区", "")


def test_a_kind_that_asks_only_for_the_person_leaves_unit_and_number_for_the_next(who):
    who.show_caller(LI)
    who.show_kind(EntryKind.DIRECTIVE)
    assert who.caller.text() == "李某"
    assert who.other_side() == Caller("", "李某", "")
    assert who.phone.isHidden()
    who.show_kind(EntryKind.INCOMING_CALL)
    assert who.caller.text() == "安和三社区 李某"
    assert who.other_side() == LI


def test_a_unit_alone_is_shown_too(who):
    who.show_caller(Caller("区应急管理局", "", ""))
    assert who.caller.text() == "区应急管理局"
    assert who.other_side() == Caller("区应急管理局", "", "")


def test_what_is_typed_over_somebody_stands_for_nobody_from_the_contacts(who, qtbot):
    who.show_caller(LI)
    qtbot.keyClicks(who.caller.edit, "x")
    assert who.other_side() == Caller("安和三社区 李某x", "", "19900007531")


def test_a_draft_keeps_whom_the_words_stand_for(who):
    who.show_caller(LI)
    kept = who.kept()
    who.forget()
    assert who.other_side().person == ""
    who.load(kept)
    assert who.other_side() == LI
