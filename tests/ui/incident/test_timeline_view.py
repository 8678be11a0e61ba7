import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

from dutydesk.domain.deadline import ClockStatus
from dutydesk.domain.incident_timeline import MarkKind
from dutydesk.ui.incident.timeline_view import TimelineView
from dutydesk.ui.tokens import LookChoice
from tests.ui.incident.test_timeline_layout import clock, mark, timeline

KEY = Qt.Key


def every_kind():
    marks = [mark(n * 7, "事", kind=kind) for n, kind in enumerate(MarkKind)]
    marks.append(mark(300, "迟", kind=MarkKind.REPORT, is_late=True))
    states = [ClockStatus.MET, ClockStatus.MET_LATE, ClockStatus.RUNNING, ClockStatus.OVERDUE]
    stops = [10, 45, None, None]
    clocks = [clock(state, stopped=stop) for state, stop in zip(states, stops, strict=True)]
    return timeline(*marks, clocks=tuple(clocks), end=400)


@pytest.fixture
def view(theme, qtbot):
    made = TimelineView(theme)
    qtbot.addWidget(made)
    made.resize(800, 200)
    made.show_timeline(every_kind())
    made.show()
    return made


def picture(view):
    image = QImage(view.size(), QImage.Format.Format_RGB32)
    view.render(image)
    return image


def test_keys_step_through_everything_and_say_it(view, qtbot):
    said = []
    view.pointed.connect(said.append)
    qtbot.keyClick(view, KEY.Key_Home)
    for _ in range(20):
        qtbot.keyClick(view, KEY.Key_Right)
    assert len(set(said)) >= 9
    last = view.chosen()
    qtbot.keyClick(view, KEY.Key_Left)
    assert view.chosen() is not last
    qtbot.keyClick(view, KEY.Key_End)
    assert view.chosen() == last
    assert view.accessibleDescription() == said[-1]


def test_a_click_chooses_and_what_is_chosen_is_seen(view, qtbot):
    before = picture(view)
    view.choose(3)
    chosen = view.chosen()
    assert picture(view) != before
    view.choose(0)
    spot = chosen.area.center()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(int(spot.x()), int(spot.y())))
    assert view.chosen() == chosen


def test_every_look_has_its_picture(view, theme, desk_clock):
    pictures = []
    for look in (LookChoice.DAY, LookChoice.NIGHT, LookChoice.HIGH_CONTRAST):
        theme.choose(look, desk_clock.now())
        theme.apply()
        pictures.append(picture(view))
    assert pictures[0] != pictures[1] != pictures[2]


def test_it_is_higher_at_larger_type(view, theme):
    low = view.height()
    theme.set_scale(200)
    assert view.height() > low
    theme.set_scale(100)


def test_a_picture_is_saved_and_a_place_that_cannot_be_written_is_told(view, tmp_path, theme):
    file = tmp_path / "脉络.png"
    assert view.save_picture(file)
    assert QImage(str(file)).width() == 2 * theme.px(1600)
    assert not view.save_picture(tmp_path / "none" / "x.png")
    assert not TimelineView(theme).save_picture(file)


def test_who_cannot_see_the_picture_is_told_all_of_it_until_one_thing_is_chosen(theme, qtbot):
    view = TimelineView(theme)
    qtbot.addWidget(view)
    shown = every_kind()
    view.show_timeline(shown)
    told = view.accessibleDescription().splitlines()
    assert len(told) == len(shown.marks) + len(shown.clocks)
    assert all(mark.words in line for mark, line in zip(shown.marks, told, strict=False))
    view.choose(0)
    assert len(view.accessibleDescription().splitlines()) == 1
