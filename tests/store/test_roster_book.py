from dutydesk.assembly.room import DutyRoom
from dutydesk.store import roster_book
from tests.roster_builders import nov, put


def test_the_shipped_posts_are_there_before_they_are_written(room: DutyRoom) -> None:
    with room.store.reading() as tables:
        assert tables.roster.posts() == ()
        assert roster_book.posts(tables) == roster_book.shipped_posts()
    put(room, nov(25), "甲某")
    with room.store.reading() as tables:
        assert tables.roster.posts() == roster_book.shipped_posts()
