from dataclasses import replace
from datetime import date

from dutydesk.domain.entry_link import OtherEntry
from dutydesk.wording.late_correction import change_lines, entry_line, notice
from tests.domain.test_duty_log import NOW, listed


def test_a_line_names_both_entries_who_when_and_why() -> None:
    entry = replace(listed().entry, no=5, recorder="甲某", correction_reason="楼号听错")
    original = OtherEntry("甲", 3, date(2026, 11, 19), "乙某", NOW)
    line = entry_line(
        replace(listed(), entry=entry, duty_date=date(2026, 11, 20), corrects=original)
    )
    assert line.startswith("11月19日第3条（更正，见11月20日第5条）：甲某 ")
    assert line.endswith("原因：楼号听错")
    assert entry_line(listed()) == ""


def test_the_notice_counts() -> None:
    assert notice(2) == "交班后更正2条，请带班领导阅知。"


def test_a_change_is_told_in_the_words_before_and_after() -> None:
    entry = replace(listed().entry, text="3号楼进水")
    corrected = replace(listed(), entry=entry)
    assert change_lines(corrected, "2号楼进水") == ["原为：2号楼进水", "更正为：3号楼进水"]
    (same,) = change_lines(corrected, "3号楼进水")
    assert "别的栏目" in same
    back = replace(listed(), entry=replace(entry, is_withdrawal=True))
    assert change_lines(back, "2号楼进水") == ["原为：2号楼进水"]
