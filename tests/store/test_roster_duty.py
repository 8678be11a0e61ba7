from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.instants import from_iso
from dutydesk.domain.roster import STANDBY_POST, RosterPost
from dutydesk.store.roster_duty import on_duty
from tests.roster_builders import CLI, nov, put


def test_a_post_out_of_use_is_told_where_somebody_holds_it(room: DutyRoom) -> None:
    put(room, nov(25), "甲某", STANDBY_POST)
    for post in room.roster_list.posts():
        gone = RosterPost(post.id, post.name, is_active=False, order_no=post.order_no)
        room.roster_list.put_post(gone, by=CLI)
    at = from_iso("2026-11-25T12:00")
    with room.store.reading() as tables:
        view = on_duty(tables, at, room.clock.now())
    assert [(one.post.name, one.person) for one in view.people] == [("备勤", "甲某")]
