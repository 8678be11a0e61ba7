from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.duty_calendar import DayClass
from dutydesk.domain.roster import STANDBY_POST
from dutydesk.store import roster_book
from tests.roster_builders import nov, put


def test_the_shipped_posts_are_there_before_they_are_written(room: DutyRoom) -> None:
    with room.store.reading() as tables:
        assert tables.roster.posts() == ()
        assert roster_book.posts(tables) == roster_book.shipped_posts()
    put(room, nov(25), "甲某")
    with room.store.reading() as tables:
        assert tables.roster.posts() == roster_book.shipped_posts()


def test_duties_are_counted_by_person_post_and_class(room: DutyRoom) -> None:
    put(room, nov(24), "甲某")
    put(room, nov(25), "甲某", STANDBY_POST)
    put(room, nov(28), "甲某")
    put(room, nov(27), "乙某")
    counts = room.roster.month(nov(1)).counts
    assert [(one.person, one.total) for one in counts] == [("甲某", 3), ("乙某", 1)]
    assert counts[0].of_class(DayClass.WEEKEND) == 1
    assert counts[0].by_post[STANDBY_POST] == {DayClass.WORKDAY: 1}
