import pytest
from PySide6.QtCore import QTimer

from dutydesk.domain.draft import Draft
from dutydesk.domain.errors import StoreFull
from dutydesk.domain.officer import Actor
from dutydesk.ui.desk import Seat
from dutydesk.ui.draft_keeper import DraftKeeper
from dutydesk.ui.widgets.notice_strip import NoticeKind
from tests.ui.sample_desk import sample_desk

A_SECOND_WITH_ROOM_FOR_THE_DISK_MS = 700


@pytest.fixture
def desk(theme, desk_clock):
    return sample_desk(theme, desk_clock)


@pytest.fixture
def shelf(desk):
    return desk.drafts


@pytest.fixture
def typed():
    return {"now": Draft("1", "entry", {"text": "来电"})}


@pytest.fixture
def keeper(desk, typed):
    return DraftKeeper(desk, lambda: typed["now"], desk.notices)


def test_what_is_typed_is_kept_within_a_second_even_while_typing_goes_on(
    keeper, shelf, typed, qtbot
):
    (timer,) = keeper.findChildren(QTimer)
    keeper.touch()
    assert timer.isSingleShot()
    assert timer.interval() <= A_SECOND_WITH_ROOM_FOR_THE_DISK_MS
    begun = timer.timerId()
    typed["now"] = Draft("1", "entry", {"text": "来电，2号楼"})
    keeper.touch()
    assert timer.timerId() == begun, "typing on does not put the saving off"
    qtbot.waitUntil(lambda: shelf.of_form("entry") == [typed["now"]])


def test_it_can_be_kept_at_once(keeper, shelf, typed):
    keeper.save()
    assert shelf.of_form("entry") == [typed["now"]]


def test_nothing_typed_keeps_nothing(keeper, shelf, typed):
    typed["now"] = None
    keeper.save()
    assert shelf.kept == {}


def test_a_viewer_keeps_nothing(keeper, shelf, desk):
    desk.session.sit_down(Seat(Actor("2", "2"), "看客", may_write=False))
    keeper.save()
    keeper.give_up("1")
    assert shelf.kept == {}


def test_forgetting_stops_what_was_waiting(keeper, shelf, qtbot):
    keeper.touch()
    keeper.forget()
    qtbot.wait(800)
    assert shelf.kept == {}


def test_giving_up_takes_it_away_and_what_was_waiting_too(keeper, shelf, qtbot):
    keeper.save()
    keeper.touch()
    keeper.give_up("1")
    qtbot.wait(800)
    assert shelf.kept == {}


def test_a_draft_that_could_not_be_kept_is_told_until_one_is(keeper, shelf, desk):
    shelf.trouble = StoreFull("/data/room.db")
    keeper.save()
    (notice,) = desk.notices.notices()
    assert notice.kind is NoticeKind.ERROR
    assert "草稿没有存下" in notice.text
    assert "磁盘已满" in notice.text
    shelf.trouble = None
    keeper.save()
    assert desk.notices.notices() == []


def test_a_fault_of_the_program_is_not_hidden(keeper, shelf):
    shelf.trouble = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        keeper.save()


def test_what_comes_after_waits_until_the_draft_is_kept(keeper, shelf, typed):
    heard = []
    keeper.save(then=lambda: heard.append(dict(shelf.kept)))
    assert heard == [{"1": typed["now"]}]


def test_what_comes_after_does_not_come_when_the_draft_is_not_kept(keeper, shelf):
    heard, why = [], []
    shelf.trouble = StoreFull("/data/room.db")
    keeper.save(then=lambda: heard.append("emptied"), failed=why.append)
    assert heard == []
    assert why == [shelf.trouble]


def test_where_nothing_is_typed_what_comes_after_comes_at_once(keeper, shelf, typed):
    heard = []
    typed["now"] = None
    shelf.trouble = StoreFull("/data/room.db")
    keeper.save(then=lambda: heard.append("emptied"))
    assert heard == ["emptied"]


def test_while_the_disk_does_not_take_it_it_is_tried_again_by_itself(keeper, shelf, desk):
    (timer,) = keeper.findChildren(QTimer)
    shelf.trouble = StoreFull("/data/room.db")
    keeper.save()
    assert timer.isActive(), "nobody has to press a key"
    shelf.trouble = None
    timer.timeout.emit()
    assert len(shelf.kept) == 1
    assert desk.notices.notices() == []


def test_a_key_does_not_wait_for_the_next_try(keeper, shelf):
    (timer,) = keeper.findChildren(QTimer)
    shelf.trouble = StoreFull("/data/room.db")
    keeper.save()
    assert timer.interval() > A_SECOND_WITH_ROOM_FOR_THE_DISK_MS
    keeper.touch()
    assert timer.interval() <= A_SECOND_WITH_ROOM_FOR_THE_DISK_MS


def test_what_was_emptied_meanwhile_is_not_tried_again(keeper, shelf, typed):
    (timer,) = keeper.findChildren(QTimer)
    shelf.trouble = StoreFull("/data/room.db")
    keeper.save()
    keeper.forget()
    typed["now"] = None
    keeper.give_up("1")
    assert not timer.isActive()


def test_a_desk_that_was_closed_while_a_draft_waited_says_nothing_more(keeper, shelf, desk, qtbot):
    (timer,) = keeper.findChildren(QTimer)
    keeper.touch()
    desk.runner.close()
    with qtbot.captureExceptions() as raised:
        timer.timeout.emit()
    assert raised == []
    assert shelf.kept == {}
