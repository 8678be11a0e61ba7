import threading
from datetime import date

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from dutydesk.domain.paper_issue import PaperKind, PaperPurpose, PaperRequest
from dutydesk.ui.desk import Seat
from dutydesk.ui.papers.printing import NoPrinter, PrinterNotReady
from tests.builders import draft
from tests.ui import looking
from tests.ui.looking import CTRL, press
from tests.ui.papers.conftest import place_of

SHEET = PaperRequest(PaperKind.LOG_SHEET)


def said(preview):
    return [notice.text for notice in preview.notices.notices()]


def test_the_pages_of_the_very_file_are_shown(place, qtbot):
    preview = place.show(SHEET)
    made = preview.paper()
    assert preview.windowTitle() == "值班日志-2026-11-20 预览"
    assert preview.pages.words.text() == f"第1页 共{made.pdf.pages}页"
    qtbot.waitUntil(lambda: preview.view.is_drawn(1))


def test_ctrl_p_prints_every_page_and_registers_a_copy(place, qtbot):
    preview = place.show(SHEET)
    heard = []
    place.desk.hub.committed.connect(lambda changes, _: heard.append(changes))
    press(qtbot, preview, Qt.Key.Key_P, CTRL)
    pages = preview.paper().pdf.pages
    assert place.printer.asked == [("值班日志-2026-11-20", pages)]
    assert len(place.printer.target.images) == pages
    assert place.printer.target.ended
    (issue,) = place.staff.room.paper.issues()
    assert (issue.purpose, issue.copy_no, issue.pages) == (PaperPurpose.PRINTED, 1, pages)
    assert said(preview) == [f"已打印 {pages}页，登记为第1份。"]
    assert heard[0].names("paper_issue")
    press(qtbot, preview, Qt.Key.Key_P, CTRL)
    assert said(preview) == [f"已打印 {pages}页，登记为第2份。"]


def test_ctrl_s_writes_the_very_bytes_under_a_chinese_name(place, qtbot, tmp_path):
    preview = place.show(SHEET)
    place.desk.messages.answers.append(tmp_path / "值班日志")
    press(qtbot, preview, Qt.Key.Key_S, CTRL)
    assert place.desk.messages.wishes[0].proposed.endswith("值班日志-2026-11-20.pdf")
    content = preview.paper().pdf.content
    assert (tmp_path / "值班日志.pdf").read_bytes() == content
    archived = place.staff.room.store.folder / "papers" / f"{preview.paper().pdf.sha256}.pdf"
    assert archived.read_bytes() == content
    assert "登记为第1份" in said(preview)[0]


def test_the_reader_gets_the_same_file_and_the_copy_is_registered(place):
    preview = place.show(SHEET)
    preview.buttons.reader.click()
    assert place.opened[0].name == "值班日志-2026-11-20.pdf"
    assert place.opened[0].read_bytes() == preview.paper().pdf.content
    assert len(place.staff.room.paper.issues()) == 1
    assert said(preview) == ["已用阅读器打开，登记为第1份。"]


def test_nothing_is_registered_when_the_officer_chose_no_printer_or_file(place, qtbot):
    preview = place.show(SHEET)
    place.printer.chooses = False
    press(qtbot, preview, Qt.Key.Key_P, CTRL)
    press(qtbot, preview, Qt.Key.Key_S, CTRL)
    assert place.staff.room.paper.issues() == []
    assert said(preview) == []


@pytest.mark.parametrize(
    ("error", "target_error", "words"),
    [(NoPrinter(), None, "没有装打印机"), (None, PrinterNotReady(), "没有接收")],
)
def test_a_printer_in_trouble_is_said_in_place(place, qtbot, error, target_error, words):
    preview = place.show(SHEET)
    place.printer.error, place.printer.target.fails_with = error, target_error
    press(qtbot, preview, Qt.Key.Key_P, CTRL)
    assert words in said(preview)[0]
    assert place.staff.room.paper.issues() == []
    assert preview.buttons.print.isEnabled()


def test_a_folder_that_takes_nothing_is_said_and_nothing_is_registered(place, qtbot, tmp_path):
    preview = place.show(SHEET)
    place.desk.messages.answers.append(tmp_path / "none" / "a.pdf")
    press(qtbot, preview, Qt.Key.Key_S, CTRL)
    assert "文件没有写成" in said(preview)[0]
    assert place.staff.room.paper.issues() == []


def test_cancelling_stops_between_two_pages(place, qtbot):
    preview = place.show(SHEET)
    images = place.printer.target.images

    def page(image):
        images.append(image)
        if len(images) == 1:
            preview.working.cancel.click()

    place.printer.target.page = page

    # The inline runner hands the watch over only at the end; the officer cancels in between.
    def submit_long(job, *, done, failed, progress):
        from dutydesk.ui.tasks import JobCancelledError, Watch

        watch = Watch(progress)
        preview._watch = watch
        with pytest.raises(JobCancelledError):
            job(watch)

    object.__setattr__(place.desk.runner, "submit_long", submit_long)
    press(qtbot, preview, Qt.Key.Key_P, CTRL)
    assert len(images) == 1
    assert place.printer.target.aborted
    assert said(preview) == ["已取消打印，没有登记。"]
    assert place.staff.room.paper.issues() == []


def test_a_paper_that_cannot_be_made_says_why_and_offers_nothing(place):
    preview = place.show(PaperRequest(PaperKind.HANDOVER_RECORD))
    assert "还没有办过交接班" in said(preview)[0]
    assert not preview.buttons.print.isEnabled()
    preview.print_paper()
    assert place.printer.asked == []


def test_a_character_no_font_has_is_named(place):
    rare = "\U0003134f"
    place.staff.room.duty_log.record(draft(place.staff.room, f"{rare}某来访。"), by=place.staff.by)
    preview = place.show(PaperRequest(PaperKind.LOG_SHEET, duty_date=date(2026, 11, 20)))
    assert f"“{rare}”字体里没有" in said(preview)[0]
    assert "〓" in said(preview)[0]


def test_the_directory_can_be_masked_and_other_papers_cannot(place):
    preview = place.show(SHEET)
    assert not preview.pages.mask_box.isVisible()
    preview = place.show(PaperRequest(PaperKind.DIRECTORY))
    whole = preview.paper().pdf.content
    preview.pages.mask_box.click()
    assert preview.paper().composed.value.is_masked
    assert preview.paper().pdf.content != whole


def test_who_may_only_look_is_told_and_nothing_leaves(place, qtbot):
    place.desk.session.sit_down(Seat(place.staff.by, "甲某", may_write=False))
    preview = place.show(SHEET)
    assert not preview.buttons.print.isEnabled()
    press(qtbot, preview, Qt.Key.Key_P, CTRL)
    assert place.printer.asked == []
    assert "只能看" in said(preview)[0]


def test_while_it_is_made_the_window_says_so(staffed, theme, desk_clock, qtbot, lane):
    place = place_of(staffed, theme, desk_clock, qtbot, lane)
    # Held up, for on a quick machine the paper is there before anybody can look.
    may_go_on = threading.Event()
    lane.submit(may_go_on.wait, done=lambda _: None)
    try:
        preview = place.show(SHEET)
        assert preview.working.isVisible()
        assert preview.working.words.text() == "正在生成…"
    finally:
        may_go_on.set()
    qtbot.waitUntil(lambda: preview.paper() is not None)
    qtbot.waitUntil(lambda: preview.view.is_drawn(1))
    assert not preview.working.isVisible()
    preview.print_paper()
    assert preview.working.cancel.isVisible()
    qtbot.waitUntil(lambda: place.printer.target.ended)


def volume(month=None):
    return PaperRequest(PaperKind.MONTH_VOLUME, month=month)


def test_a_month_in_the_making_says_how_far_it_is_and_is_shown(place):
    told = []
    place.papers.show_paper(SHEET)
    preview = place.papers.preview()
    preview._maker.told.connect(lambda *step: told.append(step))
    preview = place.show(volume())
    assert told == [(20, 30, "正在生成 11月合订本 第20/30日")]
    assert preview.windowTitle() == "值班日志合订本-2026-11 预览"
    assert preview.pages.words.text() == f"第1页 共{preview.paper().pdf.pages}页"
    assert preview.buttons.print.isEnabled()


def test_a_month_in_the_making_can_be_cancelled_and_leaves_nothing(
    staffed, theme, desk_clock, qtbot, lane
):
    place = place_of(staffed, theme, desk_clock, qtbot, lane)
    begun, go_on = threading.Event(), threading.Event()
    made = staffed.room.paper.make

    def slow(request, step=None):
        begun.set()
        go_on.wait(20)
        return made(request, step)

    staffed.room.paper.make = slow
    preview = place.show(volume())
    qtbot.waitUntil(begun.is_set)
    assert preview.working.cancel.isVisible()
    assert preview.working.cancel.text() == "取消"
    with qtbot.waitSignal(preview.destroyed):
        preview.working.cancel.click()
        go_on.set()
    assert place.papers.preview() is None
    assert staffed.room.paper.issues() == []


def test_escape_closes_and_frees_the_window_even_while_it_works(
    staffed, theme, desk_clock, qtbot, lane
):
    place = place_of(staffed, theme, desk_clock, qtbot, lane)
    preview = place.show(SHEET)
    press(qtbot, preview, Qt.Key.Key_Escape)
    QCoreApplication.sendPostedEvents(preview, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(preview)
    lane.close()
    theme.apply()


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("width", [1024, 1366])
def test_nothing_is_clipped_unnamed_or_english(place, scale, width):
    place.desk.theme.set_scale(scale)
    place.window.resize(width, 768)
    preview = place.show(PaperRequest(PaperKind.DIRECTORY))
    QCoreApplication.processEvents()
    assert preview.width() <= width
    assert looking.clipped_texts(preview) == []
    assert looking.outside(preview) == []
    assert looking.unnamed(preview) == []
    assert looking.english(preview) <= {"P", "S"}


def test_tab_reaches_every_button(place, qtbot):
    preview = place.show(SHEET)
    wanted = {
        child
        for child in looking.shown(preview)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isEnabled()
    }
    assert wanted <= set(looking.reached_by_tab(preview, qtbot))
