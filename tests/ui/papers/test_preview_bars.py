from dutydesk.domain.officer import Actor
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.ui.desk import Seat
from dutydesk.ui.papers.page_view import PageView
from dutydesk.ui.papers.preview_bars import PageBar, Working
from dutydesk.ui.tasks import InlineRunner


def test_progress_says_words_and_how_far(theme, qtbot):
    working = Working(theme)
    qtbot.addWidget(working)
    working.begin("正在打印…", can_cancel=True)
    assert working.bar.maximum() == 0
    working.step(3, 8, "正在打印 第4/8页")
    assert (working.bar.value(), working.bar.maximum()) == (3, 8)
    assert working.words.text() == "正在打印 第4/8页"
    with qtbot.waitSignal(working.cancelled):
        working.cancel.click()


def test_who_may_only_look_gets_papers_without_mobiles_and_no_choice(theme, qtbot):
    view = PageView(theme, InlineRunner())
    bar = PageBar(theme, view)
    qtbot.addWidget(bar)
    request = PaperRequest(PaperKind.DIRECTORY)
    officer = Seat(Actor("1", "1"), "甲某")
    assert bar.offer_mask(request, officer) == request
    assert not bar.mask_box.isHidden()
    viewer = Seat(Actor("2", "2"), "乙某", may_write=False, sees_mobiles=False)
    assert bar.offer_mask(request, viewer).is_masked
    assert bar.mask_box.isHidden()


def test_the_proof_of_a_call_round_could_not_be_masked(theme, qtbot):
    bar = PageBar(theme, PageView(theme, InlineRunner()))
    qtbot.addWidget(bar)
    officer = Seat(Actor("1", "1"), "甲某")
    bar.offer_mask(PaperRequest(PaperKind.CALL_ROUND_SHEET), officer)
    assert not bar.mask_box.isHidden()
    bar.offer_mask(PaperRequest(PaperKind.LOG_SHEET), officer)
    assert bar.mask_box.isHidden()
