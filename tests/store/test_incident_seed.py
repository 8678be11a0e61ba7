import json
from dataclasses import replace
from pathlib import Path

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.errors import BadInput
from dutydesk.store.incident_seed import seed, shipped_kinds
from tests.incident_builders import PRESETS, criteria, preset


def test_a_new_room_holds_the_shipped_rules_criteria_and_kinds(room: DutyRoom) -> None:
    with room.store.reading() as tables:
        for name in PRESETS:
            stored = [replace(rule, id="") for rule in tables.rule_set.rules(name)]
            assert stored == [replace(rule, id="") for rule in preset(name)]
        stored_criteria = [replace(one, id="") for one in tables.rule_set.criteria()]
        assert stored_criteria == [replace(one, id="") for one in criteria()]
        kinds = [(kind.category, kind.name) for kind in tables.rule_set.kinds()]
        assert len(kinds) == len(set(kinds)) > 60


def test_an_unknown_rule_set_is_refused(room: DutyRoom) -> None:
    with (
        pytest.raises(BadInput),
        room.store.writing(actor="cli", action="test") as work,
    ):
        seed(work.tables, "county", room.ids)


def test_every_kind_of_the_real_messages_is_on_the_list(room: DutyRoom, shared_data: Path) -> None:
    known = {(kind.category, kind.name) for kind in shipped_kinds(room.ids)}
    lines = (shared_data / "incidents" / "messages.jsonl").read_text("utf-8").splitlines()
    expected = [json.loads(line)["expected"] for line in lines]
    assert {(one["category"], one["kind"]) for one in expected} <= known


def test_every_kind_a_table_or_rule_names_is_on_the_list(room: DutyRoom) -> None:
    known = {kind.name for kind in shipped_kinds(room.ids)}
    assert {kind for one in criteria() for kind in one.kinds} <= known
    assert {rule.kind for name in PRESETS for rule in preset(name) if rule.kind} <= known
