import pytest

from dutydesk.domain.deadline_rule import ClockStart
from dutydesk.domain.errors import BadForm, BadInput
from dutydesk.ui.incident.rule_fields import RuleFields
from tests.incident_builders import PRESETS, catalogue, preset


@pytest.fixture
def fields(live):
    told = []
    book = live.room.deadline_rule.book()
    made = RuleFields(live.desk.theme, book, lambda: told.append(True))
    made.told = told
    return made


@pytest.mark.parametrize("name", [*PRESETS, "catalogue"])
def test_every_shipped_rule_is_read_back_as_it_was_shown(fields, name):
    for rule in catalogue() if name == "catalogue" else preset(name):
        fields.load(rule)
        assert fields.value(rule) == rule


def test_a_kind_taken_off_the_list_stays_with_its_rule(fields):
    from dataclasses import replace

    rule = replace(preset("district")[0], kind="旧种类")
    fields.load(rule)
    assert fields.value(rule).kind == "旧种类"


def test_what_cannot_be_is_refused_by_field(fields):
    rule = preset("district")[0]
    fields.load(rule)
    fields.amount.setText("很快")
    with pytest.raises(BadForm):
        fields.value(rule)
    fields.amount.setText("30")
    fields.starts_from.setCurrentIndex(fields.starts_from.findData(ClockStart.STABLE.value))
    with pytest.raises(BadInput):
        fields.value(rule)
    fields.measure.setCurrentIndex(fields.measure.findData("every_days"))
    fields.amount.setText("十")
    with pytest.raises(BadForm):
        fields.value(rule)


def test_every_edit_is_told_and_at_once_needs_no_amount(fields):
    fields.load(preset("district")[0])
    fields.told.clear()
    at = fields.measure.findData("at_once")
    fields.measure.setCurrentIndex(at)
    fields.measure.activated.emit(at)
    assert fields.told
    assert not fields.amount.isEnabled()
    assert not fields.value(preset("district")[0]).makes_clock
