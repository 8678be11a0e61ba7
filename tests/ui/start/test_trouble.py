"""Each trouble of opening: its words, its verbs, and what a backup changes."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from dutydesk.domain.backup import BackupMade, NoGoodBackup
from dutydesk.domain.errors import (
    NotARoom,
    StoreBusy,
    StoreDamaged,
    StoreFull,
    StoreLocked,
    StoreMissing,
    StoreOnNetwork,
    StoreReadOnly,
    StoreTooNew,
    StoreUnreadable,
)
from dutydesk.domain.instants import from_iso
from dutydesk.ui.messages import decision_box
from dutydesk.ui.start.trouble import damage_decision, trouble_decision
from tests.ui import looking

AT = from_iso("2026-11-20T08:30")
GOOD = BackupMade("/room/backups/x.db", AT, 123, "ab" * 32)
PLACE = "/数据/room/room.db"
TROUBLES = [
    (StoreLocked("二号机", "乙某", AT, 4711), ["read", "again", "leave"]),
    (StoreLocked("", "", None, 0), ["read", "again", "leave"]),
    (StoreReadOnly(PLACE), ["read", "again", "leave"]),
    (StoreOnNetwork(PLACE, "cifs"), ["read", "other", "leave"]),
    (StoreTooNew(9, 2), ["other", "leave"]),
    (NotARoom(PLACE), ["other", "leave"]),
    (StoreBusy(), ["again", "read", "leave"]),
    (StoreFull(PLACE), ["again", "read", "leave"]),
    (StoreUnreadable(PLACE, "denied"), ["again", "read", "leave"]),
    (StoreDamaged(PLACE, "malformed"), ["search", "read", "leave"]),
    (StoreMissing(PLACE), ["search", "other", "leave"]),
    (NoGoodBackup(PLACE), ["search", "read", "leave"]),
]


def keys(decision):
    return [choice.key for choice in decision.choices]


@pytest.mark.parametrize(("trouble", "ways"), TROUBLES)
def test_every_trouble_offers_what_helps_and_the_way_out(trouble, ways):
    decision = trouble_decision(trouble)
    assert keys(decision) == ways
    assert decision.escape == "leave"
    assert decision.text.endswith("。")


@pytest.mark.parametrize(
    "trouble", [StoreDamaged(PLACE, ""), StoreMissing(PLACE), NotARoom(PLACE)]
)
def test_a_good_backup_comes_first_with_its_time_and_head(trouble):
    decision = trouble_decision(trouble, GOOD)
    assert keys(decision)[:2] == ["restore", "search"]
    assert "2026年11月20日 08:30" in decision.detail
    assert "ABAB ABAB ABAB ABAB" in decision.detail
    assert ("不会删掉" in decision.detail) != isinstance(trouble, StoreMissing)


def test_reading_that_failed_is_not_offered_again():
    assert "read" not in keys(trouble_decision(StoreDamaged(PLACE, ""), can_read=False))


def test_damage_while_the_desk_is_open_leaves_four_ways():
    assert keys(damage_decision("核对发现问题。", GOOD)) == ["restore", "read", "search", "go_on"]
    assert keys(damage_decision("核对发现问题。", None)) == ["read", "search", "go_on"]


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("good", [GOOD, None])
def test_the_boxes_are_whole_at_every_type_size(theme, qtbot, scale, good):
    theme.set_scale(scale)
    for trouble, _ in TROUBLES:
        box = decision_box(trouble_decision(trouble, good), None)
        qtbot.addWidget(box)
        box.show()
        QCoreApplication.processEvents()
        # The screen of the tests is narrower than any that the desk is made for.
        if box.sizeHint().width() <= box.screen().availableGeometry().width():
            assert looking.clipped_texts(box) == []
        assert all(button.text() for button in box.findChildren(QPushButton))
        box.close()


@pytest.mark.parametrize("good", [None, GOOD])
def test_a_room_that_is_gone_offers_what_it_names_and_speaks_of_no_damaged_file(good):
    decision = trouble_decision(StoreMissing(PLACE), good)
    words = decision.text + decision.detail
    assert "新建" not in words
    assert "损坏" not in words
    assert "损坏" in trouble_decision(StoreDamaged(PLACE, ""), good).detail
