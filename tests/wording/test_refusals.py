import ast
from collections.abc import Iterator

import pytest

from dutydesk.domain.errors import BadInput, RecordUnknown
from dutydesk.domain.instants import from_iso
from dutydesk.domain.officer import OfficerMayNot, PinDelayed, PinWrong
from dutydesk.wording.officer import ACTION
from dutydesk.wording.record_word import RECORD
from dutydesk.wording.refusals import FIELD, SENTENCES, when
from dutydesk.wording.sentences import sentence
from tests.habits.source import python_sources


def test_a_record_that_nobody_named_is_asked_for() -> None:
    assert sentence(RecordUnknown("incident", "")) == "突发事件没有填。请补上后再试。"
    assert "nope" in sentence(RecordUnknown("incident", "nope"))


def test_a_missing_and_a_wrong_value_are_told_apart() -> None:
    say = SENTENCES[BadInput]
    assert say(BadInput("unit", "")) == "单位名称没有填。请补上后再试。"
    assert say(BadInput("at", "早上")) == "时间不对：早上。请改正后再试。"


@pytest.mark.parametrize(
    ("seconds", "span"),
    [(1, "1秒"), (59, "59秒"), (60, "1分钟"), (61, "2分钟"), (1800, "30分钟")],
)
def test_a_delay_is_said_in_seconds_below_a_minute_and_never_too_short(
    seconds: int, span: str
) -> None:
    assert f"请{span}后再试" in SENTENCES[PinDelayed](PinDelayed("甲某", seconds))


def test_a_wrong_pin_says_how_many_tries_are_left_or_to_wait() -> None:
    assert SENTENCES[PinWrong](PinWrong("甲某", 4)) == "甲某的口令不对。还可以试4次。"
    assert "请稍候再试" in SENTENCES[PinWrong](PinWrong("甲某", 0))


@pytest.mark.parametrize("action", sorted(ACTION))
def test_what_a_role_may_not_do_is_said_in_words(action: str) -> None:
    assert ACTION[action] in SENTENCES[OfficerMayNot](OfficerMayNot("甲某", action))


def test_a_time_is_said_in_china_time_with_its_day() -> None:
    assert when(from_iso("2026-11-20T18:15:07Z")) == "11月21日 02:15"


def test_fields_are_named_in_glossary_words() -> None:
    assert not [name for name in FIELD.values() if name.isascii()]


def first_words(*callees: str) -> Iterator[tuple[str, str]]:
    """Yield the first argument of every call of these, where it is a text, with the file."""
    for source in python_sources("dutydesk"):
        for call in ast.walk(source.tree):
            if not isinstance(call, ast.Call) or not call.args:
                continue
            called = call.func.attr if isinstance(call.func, ast.Attribute) else ""
            called = call.func.id if isinstance(call.func, ast.Name) else called
            first = call.args[0]
            is_text = isinstance(first, ast.Constant) and isinstance(first.value, str)
            if is_text and called.endswith(callees):
                yield first.value, source.path


def test_every_field_that_can_be_refused_has_its_word() -> None:
    found = set(first_words("BadInput", "BadForm", "instant", "day", "choice", "figure", "month"))
    assert len(found) > 20
    missing = sorted(pair for pair in found if pair[0] not in FIELD)
    assert missing == [], "give each its word in FIELD of dutydesk/wording/refusals.py"


def test_a_report_that_is_not_there_is_not_called_report() -> None:
    words = SENTENCES[RecordUnknown](RecordUnknown("report", "x"))
    assert words == "没有找到报告：x。请核对后再试。"


def test_every_record_that_can_be_unknown_has_its_word() -> None:
    found = set(first_words("RecordUnknown"))
    assert len({name for name, _ in found}) > 5
    missing = sorted(pair for pair in found if pair[0] not in RECORD)
    assert missing == [], "give each its word in dutydesk/wording/record_word.py"
