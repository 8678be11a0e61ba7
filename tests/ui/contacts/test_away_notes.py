from datetime import timedelta

from tests.absence_builders import absence_draft
from tests.ui.live_desk import fill_contacts, settle
from tests.ui.whole_desk import whole_desk


def test_the_card_of_somebody_away_says_until_when_and_who_acts(staffed, theme, qtbot):
    fill_contacts(staffed)
    live = whole_desk(staffed.room, theme, qtbot)
    panel = live.enter("contacts")
    (card, *_) = live.room.contacts.find("尉迟某", 1)
    panel.reader.show(card)
    assert not any("外出" in text for text in panel.card.texts())
    now = live.room.clock.now()
    draft = absence_draft(
        person="尉迟某",
        unit="",
        starts_at=now - timedelta(hours=1),
        ends_at=now + timedelta(minutes=30),
    )
    done = live.room.absence_notice.file(draft, by=staffed.by)
    live.desk.hub.announce(done.changes)
    settle()
    assert "外出至09:00，代：戊某 19900000021" in panel.card.texts()
    live.room.absence_notice.back(draft.id, by=staffed.by)
    live.go_on(minutes=1)
    assert not any("外出" in text for text in panel.card.texts())
