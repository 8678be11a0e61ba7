from dutydesk.domain.officer import Actor
from dutydesk.ui.desk import Seat, Session


def test_a_seat_taken_by_another_officer_is_announced_once(qtbot):
    first, second = Seat(Actor("1", "1"), "甲某"), Seat(Actor("2", "2"), "乙某")
    session = Session(first)
    with qtbot.assertNotEmitted(session.changed):
        session.sit_down(Seat(Actor("1", "1"), "甲某"))
    with qtbot.waitSignal(session.changed):
        session.sit_down(second)
    assert session.seat is second
