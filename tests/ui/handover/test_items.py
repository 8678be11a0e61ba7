"""Open items: the owner is written on the page."""

from tests.builders import item_draft
from tests.ui.handover.desk_over_room import KEY


def test_an_open_item_without_owner_is_mended_on_the_page(morning, staffed):
    morning.room.open_item.open(item_draft("市政回电", ""), by=staffed.by)
    page = morning.page
    page.reload()
    assert "没有经办人" in page.signs.blocks.text()
    morning.into(page.items.rows()[0].owner, "Li")
    morning.key(KEY.Key_Tab)
    assert morning.room.open_item.open_items()[0].owner == "Li"
    assert not page.signs.blocks.isVisible()
