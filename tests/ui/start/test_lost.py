"""What a restored room lost, as lines to enter again."""

import json

from dutydesk.domain.backup import LostWrite
from dutydesk.domain.instants import from_iso
from dutydesk.store.rows import NOT_JOURNALLED
from dutydesk.store.schema import fresh_tables
from dutydesk.ui.start.lost import OTHER, lost_lines

AT = from_iso("2026-11-21T02:15")


def write(rows):
    return LostWrite(AT, "x", "duty_log.record", json.dumps({"rows": rows}))


def test_a_lost_entry_is_told_with_time_kind_and_text():
    row = {
        "at": "2026-11-20T18:10:00Z",
        "kind": "incoming_call",
        "source": "安和三社区",
        "person": "李某",
        "phone": "",
        "text": "3号楼燃气异味",
        "handling": "",
    }
    assert lost_lines([write([["log_entry", "1", row], ["open_item", "2", {}]])]) == [
        "11月21日 周六 02:10 来电 安和三社区 李某 3号楼燃气异味"
    ]


def test_other_writes_are_told_by_what_they_changed():
    assert lost_lines([write([["incident", "1", {}], ["incident_report", "2", None]])]) == [
        "11月21日 周六 02:15 突发事件的改动、报告"
    ]
    assert lost_lines([write([["thing", "1", {}]])]) == ["11月21日 周六 02:15 其他改动"]


def test_a_write_that_cannot_be_read_is_still_told():
    assert lost_lines([LostWrite(AT, "x", "y", "{half")]) == [
        "11月21日 周六 02:15 保存过一次，内容读不出"
    ]
    assert lost_lines([LostWrite(AT, "x", "y", "[1, 2]")]) == ["11月21日 周六 02:15 其他改动"]


def test_an_entry_of_a_strange_kind_or_time_keeps_its_text():
    row = {"at": "noon", "kind": "odd", "text": "内容"}
    assert lost_lines([write([["log_entry", "1", row]])]) == ["11月21日 周六 02:15 记录 内容"]


def test_a_lost_signature_or_paper_is_not_called_another_change():
    rows = [["handover_signature", "1", {}], ["paper_issue", "2", {}]]
    assert lost_lines([write(rows)]) == ["11月21日 周六 02:15 交接班、纸质材料的登记"]


def test_every_table_of_the_record_has_its_words():
    told = fresh_tables().keys() - NOT_JOURNALLED - {"log_entry"}
    assert told - OTHER.keys() == set(), "name it in OTHER of dutydesk/ui/start/lost.py"
    assert OTHER.keys() - told == set(), "no such table: take it out of OTHER"


def test_the_fields_of_the_kind_of_a_lost_entry_are_told_too():
    row = {"kind": "fax", "text": "通知", "details": '{"urgency":"urgent","page_count":"3"}'}
    assert lost_lines([write([["log_entry", "1", row]])]) == [
        "11月21日 周六 02:15 传真 通知 紧急程度：加急 页数：3"
    ]
    broken = {"kind": "fax", "text": "通知", "details": '{"urgency":"odd"}'}
    assert lost_lines([write([["log_entry", "1", broken]])])[0].endswith('{"urgency":"odd"}')
