"""Things handed over, added and taken off."""

from dutydesk.domain.handover import CheckResult
from tests.ui.handover.desk_over_room import KEY, draft_of, sign_out


def test_things_are_added_and_taken_off(morning):
    things = morning.page.things
    things.more.setFocus()
    morning.key(KEY.Key_Space)
    morning.type("radio")
    morning.key(KEY.Key_Tab)
    morning.type("3")
    morning.key(KEY.Key_Return)
    names = [thing.name for thing in draft_of(morning).things]
    assert names[-1] == "radio"
    assert draft_of(morning).things[-1].quantity == "3"
    things.rows()[0].drop.setFocus()
    morning.key(KEY.Key_Space)
    assert [thing.name for thing in draft_of(morning).things] == names[1:]


def test_a_thing_without_a_name_keeps_no_other_word_off_the_record(morning):
    page = morning.page
    names = [thing.name for thing in draft_of(morning).things]
    page.things.more.setFocus()
    morning.key(KEY.Key_Space)
    row = page.things.rows()[-1]
    morning.into(row.quantity, "3")
    page.things.rows()[0].bar.setFocus()
    morning.key(KEY.Key_1)
    page.remarks.text.setPlainText("夜里两点市政会回电，务必接")
    page.pen.save()
    draft = draft_of(morning)
    assert draft.handover.remarks == "夜里两点市政会回电，务必接"
    assert draft.things[0].result is CheckResult.NORMAL
    assert [thing.name for thing in draft.things] == names
    assert row in page.things.rows()
    assert row.quantity.text() == "3"
    assert "没有填名称" in page.things.words.text()
    morning.into(row.name, "radio")
    morning.key(KEY.Key_Return)
    assert (draft_of(morning).things[-1].name, draft_of(morning).things[-1].quantity) == (
        "radio",
        "3",
    )


def test_a_thing_whose_name_is_being_changed_stays_on_record_meanwhile(morning):
    page = morning.page
    before = draft_of(morning).things
    row = page.things.rows()[0]
    row.name.setFocus()
    row.name.selectAll()
    morning.key(KEY.Key_Backspace)
    page.remarks.text.setPlainText("钥匙在门卫")
    page.pen.save()
    assert [thing.name for thing in draft_of(morning).things] == [one.name for one in before]
    assert draft_of(morning).handover.remarks == "钥匙在门卫"
    assert row.name.text() == ""
    morning.into(row.name, "radio")
    morning.key(KEY.Key_Return)
    assert draft_of(morning).things[0].name == "radio"


def test_nobody_signs_while_a_thing_is_kept_off_the_record(morning):
    page = morning.page
    page.things.more.setFocus()
    morning.key(KEY.Key_Space)
    row = page.things.rows()[-1]
    morning.into(row.quantity, "3")
    sign_out(morning)
    assert draft_of(morning).signatures == ()
    assert row.name.hasFocus()
    row.drop.setFocus()
    morning.key(KEY.Key_Space)
    sign_out(morning)
    assert draft_of(morning).signatures != ()
