import pytest

from dutydesk.domain.typed_amount import AmountUnclear
from dutydesk.ui.incident.figure_fields import FigureFields


@pytest.fixture
def fields(theme, qtbot):
    made = FigureFields(theme)
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show()
    return made


def test_empty_is_being_verified_and_zero_is_zero(fields, qtbot):
    qtbot.keyClicks(fields.edits["deaths"], "0")
    values = fields.values()
    assert (values["deaths"], values["missing"]) == (0, None)
    assert fields.edits["missing"].placeholderText() == "正在核实"


def test_what_cannot_be_read_is_marked_and_refused_by_name(fields, qtbot):
    qtbot.keyClicks(fields.edits["loss_yuan"], "abc")
    assert fields.edits["loss_yuan"].property("wrong")
    assert "loss_yuan" not in fields.readable()
    with pytest.raises(AmountUnclear):
        fields.values()


def test_fields_stand_beside_each_other_as_the_width_takes(fields):
    wide = fields._columns
    fields.resize(200, 600)
    assert fields._columns < wide
