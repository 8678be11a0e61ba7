from tests.builders import Staff, draft, item_draft


def test_items_are_listed_open_or_all_and_by_their_entry(staffed: Staff) -> None:
    room = staffed.room
    entry = room.duty_log.record(draft(room, "塌陷"), by=staffed.by, open_item=True).value
    other = room.open_item.open(item_draft("路灯", ""), by=staffed.by).value
    with room.store.reading() as tables:
        first, second = tables.open_item.all()
        assert tables.open_item.open() == [first, second]
        assert tables.open_item.of_entry(entry.id) == [first]
        assert tables.open_item.by_id(other.id) == second == other
        assert tables.open_item.by_id("没有") is None
    room.open_item.close(first.id, "好了", by=staffed.by)
    with room.store.reading() as tables:
        assert tables.open_item.open() == [second]
        assert [item.id for item in tables.open_item.all()] == [first.id, second.id]
