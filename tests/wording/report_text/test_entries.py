from typing import Any

import pytest

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.report_source import OriginKind
from dutydesk.wording.report_text.entries import entry_said, entry_statement
from tests.incident_builders import at
from tests.wording.report_text.builders import entry

SENT = at("2026-11-21 03:40")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "2时50分接安和三社区来电，明火已扑灭。"),
        ({"kind": EntryKind.OUTGOING_CALL}, "2时50分电话联系安和三社区，明火已扑灭。"),
        ({"kind": EntryKind.PATROL}, "2时50分，明火已扑灭。"),
        ({"source": ""}, "2时50分，明火已扑灭。"),
        ({"handling": "已报带班领导。"}, "2时50分接安和三社区来电，明火已扑灭，已报带班领导。"),
        ({"when": "2026-11-20 23:50"}, "11月20日23时50分接安和三社区来电，明火已扑灭。"),
        (
            {
                "kind": EntryKind.OUTGOING_CALL,
                "source": "119",
                "text": "通报119王某：甲村燃气泄漏（2026-001）。对方答：已出动两车。",
            },
            "2时50分通报119王某，对方答：已出动两车。",
        ),
        (
            {
                "kind": EntryKind.OUTGOING_CALL,
                "source": "119",
                "text": "通报119：甲村燃气泄漏（演-2026-001）。",
            },
            "2时50分通报119。",
        ),
        (
            {
                "kind": EntryKind.INCIDENT,
                "source": "",
                "text": "先期处置：人员疏散（消防救援站），12户。甲村燃气泄漏（2026-001）。",
            },
            "2时50分，人员疏散（消防救援站），12户。",
        ),
        (
            {
                "kind": EntryKind.INCIDENT,
                "source": "",
                "text": "先期处置：抢险救助（消防救援站）。甲村燃气泄漏（2026-001）。",
            },
            "2时50分，抢险救助（消防救援站）。",
        ),
        ({"text": "居民已疏散（35人）"}, "2时50分接安和三社区来电，居民已疏散（35人）。"),
        ({"text": "明火\n已扑灭！"}, "2时50分接安和三社区来电，明火 已扑灭！"),
    ],
)
def test_an_entry_is_a_sentence_with_its_time(changes: dict[str, Any], said: str) -> None:
    made = entry(**({"text": "明火已扑灭。"} | changes))
    assert entry_statement(made, SENT).text == said


def test_an_entry_is_kept_as_it_stood() -> None:
    made = entry("明火已扑灭。")
    statement = entry_statement(made, SENT)
    assert statement.origin is not None
    assert (statement.origin.kind, statement.origin.name) == (OriginKind.ENTRY, made.id)
    assert statement.origin.said == entry_said(made)
    assert entry_said(made) == "第7条 11月21日 02:50 来电 安和三社区：明火已扑灭。"
