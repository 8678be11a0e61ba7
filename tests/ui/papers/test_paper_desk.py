from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.ui.papers.paper_desk import PaperDesk
from dutydesk.ui.papers.preview import Outlets


def test_a_second_wish_goes_to_the_window_already_open(place):
    first = place.show(PaperRequest(PaperKind.LOG_SHEET))
    assert place.show(PaperRequest(PaperKind.DIRECTORY)) is first
    assert first.windowTitle().startswith("通讯录")


def test_a_closed_window_is_opened_anew(place, qtbot):
    first = place.show(PaperRequest(PaperKind.LOG_SHEET))
    first.close()
    qtbot.waitUntil(lambda: place.papers.preview() is None)
    assert place.show(PaperRequest(PaperKind.LOG_SHEET)).paper() is not None


def test_a_paper_does_not_lie_open_on_a_locked_desk(window, staffed, qtbot):
    papers = PaperDesk(window.desk, staffed.room.paper, Outlets())
    papers.show_paper(PaperRequest(PaperKind.LOG_SHEET))
    assert papers.preview().isVisible()
    window.lock()
    qtbot.waitUntil(lambda: papers.preview() is None)
