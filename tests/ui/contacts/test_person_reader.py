from dutydesk.domain.officer import Actor
from dutydesk.ui.contacts.person_reader import PersonReader, as_seen, sees_mobiles
from dutydesk.ui.desk import Seat


def test_who_may_only_look_sees_no_mobile_until_one_person_was_looked_at(contacts):
    desk, room = contacts.desk, contacts.staff.room
    reader = PersonReader(desk, room.contact_card, contacts.window)
    heard = []
    reader.read.connect(heard.append)
    card = room.contacts.card(contacts.people["单某"].id)
    reader.show(card)
    assert heard[-1].card == card
    desk.session.sit_down(Seat(Actor("v", "v"), "查阅", may_write=False, sees_mobiles=False))
    assert not sees_mobiles(desk)
    assert as_seen(desk, card).numbers[1].number == "199****0013"
    reader.tell()
    assert heard[-1].card.numbers[1].number == "199****0013"
    reader.look_at(card.contact.id)
    assert heard[-1].card == card
    reader.show(room.contacts.card(contacts.people["仇某"].id))
    reader.show(card)
    assert heard[-1].is_masked
    reader.show(None)
    assert heard[-1] is None
    assert reader.is_settled
