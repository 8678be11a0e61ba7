import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent

from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.ui.papers.page_view import ZOOMS, PageView
from dutydesk.ui.papers.pages import page_sizes
from dutydesk.ui.tasks import InlineRunner
from tests.builders import draft


@pytest.fixture
def view(staffed, theme, qtbot):
    for number in range(90):
        staffed.room.duty_log.record(draft(staffed.room, f"第{number}条。"), by=staffed.by)
    service = staffed.room.paper
    pdf = service.render(service.compose(PaperRequest(PaperKind.LOG_SHEET)))
    assert pdf.pages > 2
    made = PageView(theme, InlineRunner())
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    made.show_pages(pdf.content, page_sizes(pdf.content))
    return made


def turn_wheel(view, delta, modifier):
    middle = QPointF(view.viewport().rect().center())
    view.wheelEvent(
        QWheelEvent(
            middle,
            middle,
            QPoint(),
            QPoint(0, delta),
            Qt.MouseButton.NoButton,
            modifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
    )


def test_only_pages_in_sight_are_drawn(view, qtbot):
    qtbot.waitUntil(lambda: view.is_drawn(1))
    assert not view.is_drawn(view.page_count())
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: view.is_drawn(view.page_count()))


def test_the_paper_is_seen_on_the_screen(view, qtbot):
    qtbot.waitUntil(lambda: view.is_drawn(1))
    picture = view.grab().toImage()
    dark = sum(
        picture.pixelColor(x, y).lightness() < 100
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    )
    assert dark > 50


def test_page_keys_home_and_end_move_through_the_paper(view, qtbot):
    assert view.page() == 1
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 0
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page() == view.page_count()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.verticalScrollBar().value() == 0
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.page() == 1


def test_going_to_a_page_stops_at_the_ends(view):
    view.go_to(2)
    assert view.page() == 2
    view.go_to(99)
    assert view.page() == view.page_count()
    view.go_to(-3)
    assert view.page() == 1


def test_a_page_is_as_wide_as_the_view_until_one_zooms(view, qtbot):
    fitting = view.zoom()
    view.resize(700, 600)
    assert view.zoom() < fitting
    turn_wheel(view, 120, Qt.KeyboardModifier.ControlModifier)
    larger = view.zoom()
    assert larger in ZOOMS
    view.resize(900, 600)
    assert view.zoom() == larger
    view.fit_width()
    assert view.zoom() == fitting
    for _ in ZOOMS:
        view.smaller()
    assert view.zoom() == ZOOMS[0]
    for _ in ZOOMS:
        view.larger()
    assert view.zoom() == ZOOMS[-1]


def test_zooming_stays_at_the_same_place_of_the_same_page(view):
    view.go_to(2)
    for _ in range(4):
        view.larger()
    assert view.page() == 2
    for _ in range(6):
        view.smaller()
    assert view.page() in {1, 2}


def test_the_wheel_alone_scrolls(view):
    zoom = view.zoom()
    turn_wheel(view, -120, Qt.KeyboardModifier.NoModifier)
    assert view.zoom() == zoom
    assert view.verticalScrollBar().value() > 0


def test_an_empty_view_answers_every_key(theme, qtbot):
    view = PageView(theme, InlineRunner())
    qtbot.addWidget(view)
    view.show()
    for key in (Qt.Key.Key_End, Qt.Key.Key_PageDown):
        qtbot.keyClick(view, key)
    view.larger()
    view.go_to(3)
    assert view.page() == 0
