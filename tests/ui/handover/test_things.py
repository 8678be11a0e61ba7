"""Things handed over, added and taken off."""

from tests.ui.handover.desk_over_room import KEY, draft_of


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
