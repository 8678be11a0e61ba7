from dataclasses import fields

import pytest

from dutydesk.domain.directive import Directive
from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.history import FieldChange, HistoryVersion, RecordHistory
from dutydesk.domain.incident import Incident
from dutydesk.domain.open_item import OpenItem
from dutydesk.domain.permission import USE_CASES
from dutydesk.wording.history import (
    ACTION,
    FIELD,
    HIDDEN,
    change_lines,
    field_word,
    headline,
    story,
    value_word,
)
from tests.domain.test_duty_log import NOW

TABLES = {
    "log_entry": LogEntry,
    "open_item": OpenItem,
    "directive": Directive,
    "incident": Incident,
}


@pytest.mark.parametrize("table", TABLES)
def test_every_field_has_a_word_or_is_hidden_on_purpose(table: str) -> None:
    named = set(FIELD[table]) | HIDDEN
    assert {one.name for one in fields(TABLES[table])} - named == set(), "wording/history.py"


def test_everything_that_writes_those_records_has_its_word() -> None:
    writers = {
        name
        for name in USE_CASES
        if name.split(".")[0] in {"duty_log", "open_item", "directive", "incident"}
    }
    assert writers - set(ACTION) == set(), "wording/history.py: ACTION"


def told(*changes: FieldChange, table: str = "log_entry", action: str = "duty_log.record"):
    version = HistoryVersion(NOW, "甲", action, changes)
    return RecordHistory(table, (version,), {"甲": "甲某"}), version


def test_values_are_said_as_people_read_them() -> None:
    assert value_word("log_entry", "kind", "incoming_call") == "来电"
    assert value_word("open_item", "status", "closed") == "已办结"
    assert value_word("incident", "level", "serious") == "重大"
    assert value_word("log_entry", "is_late", 1) == "是"
    assert value_word("log_entry", "at", "2026-11-20T00:30:00Z") == "2026年11月20日 08:30"
    assert value_word("log_entry", "phone", "") == "（空）"
    assert value_word("log_entry", "details.read_back", "yes") == "是"
    assert field_word("log_entry", "details.read_back") == "已复述核对"


def test_a_headline_says_when_who_and_what() -> None:
    history, version = told()
    assert headline(history, version).endswith("甲某　记下")
    by_program = RecordHistory("log_entry", (version,), {})
    assert "　甲　" in headline(by_program, version)


def test_the_first_version_says_what_was_written_and_a_later_one_what_changed() -> None:
    text = FieldChange("text", "2号楼", "3号楼")
    history, version = told(
        text, FieldChange("is_late", None, 0), FieldChange("officer_id", None, "甲")
    )
    assert change_lines(history, version, is_first=True) == ["内容：3号楼"]
    lines = change_lines(history, version, is_first=False)
    assert lines[0] == "内容：2号楼 → 3号楼"


def test_the_story_counts_its_versions() -> None:
    history, version = told(FieldChange("text", "", "第一行\n第二行"))
    both = RecordHistory(history.table, (version, version), history.names)
    words = story(both)
    assert words.startswith("1. ")
    assert "\n\n2. " in words
    assert "　　内容：第一行\n　　　　第二行" in words
