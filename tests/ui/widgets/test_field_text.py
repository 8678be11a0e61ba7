import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit

from dutydesk.ui.tasks import InlineRunner
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.field_text import empty, hold, is_writing, on_edit, put_text, text_of
from dutydesk.ui.widgets.flag_field import FlagField
from dutydesk.ui.widgets.person_picker import PersonPicker
from dutydesk.ui.widgets.time_field import TimeField
from tests.ui.live_desk import insert

KINDS = ["line", "lines", "list", "box", "flag", "time", "person"]


@pytest.fixture
def make(theme, desk_clock, qtbot):
    def one(kind):
        if kind == "list":
            field = ChoiceBox(theme, "类别")
            for value in ("a", "b"):
                field.addItem(value, value)
        else:
            field = {
                "line": QLineEdit,
                "lines": QPlainTextEdit,
                "box": QCheckBox,
                "flag": lambda: FlagField("已复述核对"),
                "time": lambda: TimeField(theme, desk_clock, "时间"),
                "person": lambda: PersonPicker(theme, InlineRunner(), lambda _text: [], "人"),
            }[kind]()
        qtbot.addWidget(field)
        return field

    return one


SAMPLES = {"list": "b", "box": "1", "flag": "no"}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_read_is_put_back_and_emptied(make, kind):
    field, other = make(kind), make(kind)
    before = text_of(field)
    put_text(field, SAMPLES.get(kind, "2315"))
    assert text_of(field) == SAMPLES.get(kind, "2315") != before
    put_text(other, text_of(field))
    assert text_of(other) == text_of(field)
    empty(field)
    assert text_of(field) == before


def test_a_choice_that_is_offered_no_more_changes_nothing(make):
    field = make("list")
    put_text(field, "b")
    put_text(field, "gone")
    assert text_of(field) == "b"


@pytest.mark.parametrize("kind", KINDS)
def test_only_lines_that_somebody_writes_would_be_missed(make, kind):
    assert is_writing(make(kind)) is (kind in {"line", "lines", "person"})


@pytest.mark.parametrize("kind", KINDS)
def test_a_held_input_takes_no_change_until_it_is_let_go(make, kind):
    field = make(kind)
    line = getattr(field, "edit", field)
    for is_held in (True, False):
        hold(field, is_held=is_held)
        takes = line.isEnabled() if kind in {"list", "box", "flag"} else not line.isReadOnly()
        assert takes is not is_held


@pytest.mark.parametrize("kind", KINDS)
def test_an_edit_by_somebody_is_heard(make, kind, qtbot):
    field, heard = make(kind), []
    on_edit(field, lambda *_: heard.append(kind))
    if kind == "list":
        field.activated.emit(1)
    elif kind in {"box", "flag"}:
        field.click()
    else:
        insert(getattr(field, "edit", field), "x")
    assert set(heard) == {kind}


def test_what_is_no_input_is_a_bug(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    with pytest.raises(TypeError):
        text_of(label)
    with pytest.raises(TypeError):
        hold(label, is_held=True)
