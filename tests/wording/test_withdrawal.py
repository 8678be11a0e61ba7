from dataclasses import replace
from datetime import date

from dutydesk.domain.entry_link import OtherEntry
from dutydesk.wording.withdrawal import (
    correction_word,
    item_note,
    named,
    shown_text,
    struck_line,
    struck_mark,
)
from tests.domain.test_duty_log import NOW, listed

OTHER = OtherEntry("乙", 5, date(2026, 11, 20), "甲某", NOW, "记重了", is_withdrawal=True)


def test_an_entry_of_another_day_is_named_with_its_day() -> None:
    assert named(OTHER, date(2026, 11, 20)) == "第5条"
    assert named(OTHER, date(2026, 11, 21)) == "11月20日第5条"


def test_a_struck_entry_says_where_who_when_and_why() -> None:
    struck = replace(listed(), duty_date=date(2026, 11, 20), corrected_by="乙", struck_by=OTHER)
    assert struck_mark(struck) == "已撤回，见第5条"
    line = struck_line(struck)
    assert line.startswith("已撤回，见第5条：甲某")
    assert line.endswith("原因：记重了")
    corrected = replace(struck, struck_by=replace(OTHER, is_withdrawal=False))
    assert struck_mark(corrected) == "已更正"
    assert struck_line(corrected).startswith("已更正，见第5条")
    assert struck_line(listed()) == ""


def test_a_withdrawal_says_what_it_takes_back() -> None:
    entry = replace(listed().entry, text="记重了", is_withdrawal=True, correction_of="甲")
    shown = replace(
        listed(), entry=entry, duty_date=date(2026, 11, 20), corrects=replace(OTHER, no=3)
    )
    assert shown_text(shown) == "撤回第3条：记重了"
    assert correction_word(shown) == "撤回"
    assert shown_text(listed()) == listed().entry.text
    assert correction_word(listed()) == "更正"


def test_an_open_item_is_told_of_which_entry() -> None:
    shown = replace(listed(), duty_date=date(2026, 11, 20))
    assert item_note(shown) == f"原记录（11月20日第{shown.entry.no}条）已撤回"
