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


_SUB_TYPES = (
    "水旱灾害 气象灾害 地震灾害 地质灾害 海洋灾害 生物灾害 森林草原火灾 "
    "工矿商贸等生产安全事故 交通运输事故 火灾事故 公共设施和设备事故 核与辐射事故 "
    "环境污染和生态破坏事件 网络与数据安全事件 "
    "传染病疫情 群体性不明原因疾病 群体性中毒 食品安全事故 药品安全事件 职业危害 动物疫情 "
    "其他公共卫生事件 群体性事件 刑事案件 恐怖袭击事件 民族宗教事件 金融突发事件 涉外突发事件 "
    "影响市场稳定事件 网络与信息安全事件 "
    "洪涝 干旱 台风 风雹 低温冷冻 雪灾 沙尘暴 地震 崩塌 滑坡 泥石流 风暴潮 海啸"
)


def test_every_sub_type_of_the_notes_is_on_the_list(room: DutyRoom) -> None:
    assert set(_SUB_TYPES.split()) <= {kind.name for kind in shipped_kinds(room.ids)}
