from dataclasses import replace
from typing import Any

from dutydesk.exchange.dossier_fields import incident_dossier_fields
from tests.papers.incident_samples import dossier


def test_every_part_is_there_as_texts() -> None:
    fields: dict[str, Any] = incident_dossier_fields(dossier())
    assert fields["reports"][1]["marks"] == "【更正第11期】【越级上报：区级线路中断】"
    assert "审核：乙某" in fields["reports"][1]["said"]
    assert fields["clocks"][0]["rule"] == "接报后2小时内\n原因：传真故障"
    assert fields["parts"] == [{"title": "告知情况", "lines": ["119　7月8日 18:31"]}]
    assert fields["entries"][0]["text"] == "安和三社区：起火"
    assert fields["attachments"][0]["no"] == "1"
    assert {"name": "报告", "value": "书面1份，电话1次"} in fields["cover"]


def test_what_was_struck_or_taken_away_says_so_and_an_empty_part_says_none() -> None:
    value = dossier()
    struck = replace(
        value,
        entries=(replace(value.entries[0], is_struck=True),),
        attachments=(replace(value.attachments[0], is_withdrawn=True),),
        parts=(replace(value.parts[0], rows=()),),
        closed_at=None,
    )
    fields: dict[str, Any] = incident_dossier_fields(struck)
    assert fields["entries"][0]["text"].startswith("〔已更正〕")
    assert fields["attachments"][0]["name"] == "现场.jpg（已撤下）"
    assert fields["parts"][0]["lines"] == ["无"]
    assert {"name": "结束时间", "value": "未结束"} in fields["cover"]
