import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.ui.duty_log.detail_area import DetailArea, tab_stops
from dutydesk.ui.duty_log.detail_places import FOREMOST, further
from dutydesk.ui.widgets.field_text import put_text
from tests.builders import detail_sample
from tests.ui import looking
from tests.ui.live_desk import settle


@pytest.fixture
def area(theme, desk_clock, qtbot):
    beside = {}
    for name, word in (("handling", "处理情况"), ("instruction", "领导批示")):
        beside[name] = line = QLineEdit()
        line.setAccessibleName(word)
    made = DetailArea(theme, desk_clock, beside)
    qtbot.addWidget(made)
    made.resize(860, 300)
    made.show()
    yield made
    made.close()


def labels(area):
    return [label.text() for label in looking.shown(area, QLabel) if label.buddy() is not None]


@pytest.mark.parametrize("kind", list(EntryKind))
def test_the_usual_fields_stand_in_one_row_of_the_desk(area, kind):
    area.resize(530, 300)
    area.show_kind(kind)
    settle()
    shown = area.shown()
    assert len(shown) == len(FOREMOST[kind])
    assert len({one.geometry().center().y() for one in shown}) == 1
    assert area.minimumSizeHint().height() < 2 * max(one.height() for one in shown)
    assert labels(area) == []


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("kind", list(EntryKind))
def test_unfolded_every_field_is_named_whole_and_on_no_other(area, kind, scale):
    area._theme.set_scale(scale)
    area.show_kind(kind)
    area.unfold(is_unfolded=True)
    area.show_values(detail_sample(kind))
    area.restyle()
    for width in (860, 1160):
        area.resize(width, 900)
        settle()
        assert len(area.shown()) == len(FOREMOST[kind]) + len(further(kind))
        assert looking.clipped_texts(area) == []
        assert looking.outside(area) == []
        assert looking.unnamed(area) == []
        assert looking.on_each_other(area) == []
        bottom = max(one.geometry().bottom() for one in area.shown())
        assert bottom < area.minimumSizeHint().height()


def test_something_in_a_further_field_opens_them_and_keeps_them_open(area):
    assert not area.is_unfolded
    area.load({"tape_no": "17"})
    assert area.is_unfolded
    area.unfold(is_unfolded=False)
    assert area.is_unfolded
    area.clear()
    assert not area.is_unfolded
    area.load({"already_told": "消防"})
    assert not area.is_unfolded


def test_a_kind_in_which_nothing_further_stands_is_folded(area):
    area.load({"tape_no": "17"})
    area.show_kind(EntryKind.FAX)
    assert not area.is_unfolded
    area.show_kind(EntryKind.INCOMING_CALL)
    assert area.is_unfolded


def test_an_input_of_the_form_that_was_filled_opens_its_row(area):
    area._beside["instruction"].setText("速办")
    area.refresh()
    assert area.is_unfolded
    assert area._beside["instruction"].isVisible()


def test_fields_of_another_kind_are_not_seen_and_not_reached(area):
    area.show_kind(EntryKind.FAX)
    number = area.inputs.input("document_no")
    area.show_kind(EntryKind.PATROL)
    assert not number.isVisible()
    assert number not in tab_stops(area.shown())


def test_a_choice_without_a_label_names_itself(area):
    area.show_kind(EntryKind.FAX)
    box = area.inputs.input("urgency")
    assert box.itemText(0) == "紧急程度"
    area.unfold(is_unfolded=True)
    assert box.itemText(0) == "未填"
    assert "紧急程度" in labels(area)


def test_a_dialog_keeps_and_gives_back_all_lines(area):
    put_text(area.inputs.input("already_told"), "消防")
    lines = area.lines()
    area.clear()
    area.load_lines(lines)
    assert area.inputs.values() == {"already_told": "消防"}
