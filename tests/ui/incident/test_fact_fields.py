from datetime import timedelta

import pytest

from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.incident_refusals import IncidentTextMissing, KindUnknown
from dutydesk.domain.typed_time import TypedTimeUnclear
from dutydesk.ui.incident.fact_fields import FactFields
from tests.incident_builders import incident

KINDS = {IncidentCategory.ACCIDENT: ["火灾", "道路交通事故", "交通事故"]}


@pytest.fixture
def fields(live):
    made = FactFields(live.desk, live.room.incident)
    live.qtbot.addWidget(made)
    made.show_kinds(KINDS)
    return made


def test_an_untouched_incident_has_no_changes_even_with_seconds(fields, live):
    now = live.room.clock.now() + timedelta(seconds=31)
    shown = incident(received_at=now, occurred_at=now - timedelta(minutes=5), deaths=0)
    fields.load(shown)
    assert fields.changes(shown) == {}
    fields.figures.edits["deaths"].setText("")
    assert fields.changes(shown) == {"deaths": None}


def test_a_draft_comes_back_as_typed(fields):
    lines = {**fields.lines(), "title": "火", "kind": "火灾", "deaths": "abc", "received_at": "25"}
    fields.load_lines(lines)
    assert fields.lines() == lines


def test_the_longest_kind_a_text_names_is_guessed_once(fields):
    fields.guess_kind("丰收路发生道路交通事故")
    assert fields.kind.currentText().startswith("道路交通事故")
    fields.guess_kind("火灾")
    assert fields.kind.currentText().startswith("道路交通事故")


def test_what_is_missing_or_unclear_is_refused_by_name(fields, live):
    with pytest.raises(IncidentTextMissing):
        fields.values()
    fields.kind.setEditText("火")
    with pytest.raises(KindUnknown) as caught:
        fields.values()
    assert caught.value.allowed == ("火灾",)
    fields.kind.setEditText("火灾")
    fields.received.edit.setText("25点")
    with pytest.raises(TypedTimeUnclear):
        fields.values()
    fields.received.set_now()
    fields.occurred.edit.setText("不知道")
    with pytest.raises(TypedTimeUnclear):
        fields.values()
