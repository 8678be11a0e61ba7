"""One side of the sign block: name, PIN, posts, and taking back."""

from dutydesk.domain.changes import Changes
from dutydesk.domain.roster import LEAD_POST, STANDBY_POST
from tests.builders import PIN
from tests.handover_builders import LEAD
from tests.roster_builders import CLI, nov, put, substitute
from tests.ui.handover.desk_over_room import KEY, draft_of, sign_in, sign_out


def test_a_wrong_pin_is_said_at_the_side_and_the_field_emptied(morning):
    card = morning.page.signs.outgoing
    morning.into(card.pin, "111111")
    morning.key(KEY.Key_Return)
    assert "口令不对" in card.answer.text()
    assert card.pin.text() == ""
    assert card.pin.hasFocus()
    assert draft_of(morning).signatures == ()


def test_nothing_is_signed_without_a_name_or_a_pin(morning):
    card = morning.page.signs.incoming
    card.sign.setFocus()
    morning.key(KEY.Key_Space)
    assert "还没有选接班人" in card.answer.text()
    assert card.who.hasFocus()
    card = morning.page.signs.outgoing
    card.sign.setFocus()
    morning.key(KEY.Key_Space)
    assert "还没有输入口令" in card.answer.text()


def test_the_lead_countersigns_before_and_after(morning, staffed):
    card = morning.page.signs.lead
    morning.choose(card.who, "丙某")
    morning.into(card.pin, PIN)
    morning.key(KEY.Key_Return)
    assert "丙某" in card.signed.text()
    assert draft_of(morning).signature(LEAD) is not None


def test_posts_of_the_next_shift_are_chosen_by_who_takes_over(morning, staffed):
    incoming = morning.page.signs.incoming
    sign_out(morning)
    assert incoming.lead.currentText() == "沿用本班：丙某"
    morning.choose(incoming.standby, "丙某")
    sign_in(morning, "乙某")
    view = morning.room.shift.view()
    assert (view.lead.name, view.standby.name, view.secondary) == ("丙某", "丙某", None)


def test_the_roster_proposes_who_is_next_until_somebody_chooses_otherwise(morning, staffed):
    room, incoming = morning.room, morning.page.signs.incoming
    put(room, nov(21), "乙某")
    lead = put(room, nov(21), "丙某", LEAD_POST)
    put(room, nov(22), "乙某", STANDBY_POST)
    morning.desk.hub.announce(Changes({"roster_slot": frozenset({lead.id})}))
    assert (incoming.who.currentText(), incoming.lead.currentText()) == ("乙某", "丙某")
    assert incoming.standby.officer_id() is None
    morning.choose(incoming.who, "甲某")
    done = room.roster_swap.file(substitute(lead, "路人"), by=CLI)
    morning.desk.hub.announce(done.changes)
    assert incoming.who.currentText() == "甲某"
    assert incoming.lead.officer_id() is None
