"""What stands on the page once duty has passed."""

from tests.handover_builders import stand_at
from tests.ui.handover.desk_over_room import KEY, sign_in, sign_out


def test_after_the_second_signature_the_seat_has_changed(morning, staffed):
    sign_out(morning)
    sign_in(morning, "乙某")
    assert morning.desk.session.seat.actor.officer_id == staffed.officer.id
    assert morning.desk.session.seat.name == "乙某"
    assert "11月21日 周六 08:20 起由乙某值班。" in morning.notices()
    assert morning.page.passed.isVisible()
    assert morning.page.passed.who.text() == "11月21日 周六 08:20 起由乙某值班。"
    assert morning.room.shift.view().primary.name == "乙某"
    assert not morning.page.signs.isVisible()
    assert "主班 乙某" in " ".join(morning.window.strip.texts())


def test_coming_back_after_a_handover_shows_the_next_one(morning, staffed):
    sign_out(morning)
    sign_in(morning, "乙某")
    stand_at(staffed, "2026-11-22T08:20")
    morning.key(KEY.Key_F5)
    morning.key(KEY.Key_F8)
    assert not morning.page.passed.isVisible()
    assert morning.page.signs.outgoing.who.currentText() == "乙某"
    assert "2026-002" in morning.page.summary.words.text()
