from dutydesk.domain.entry_kind import EntryKind
from dutydesk.wording.phrase import blanks_left, phrase_kind


def test_a_kind_has_its_word_and_none_is_any() -> None:
    assert phrase_kind(EntryKind.PATROL) == "巡查"
    assert phrase_kind(None) == "不限"


def test_each_blank_is_named_once() -> None:
    assert blanks_left(("单位", "内容", "单位")).startswith("还有空没填：单位、内容。")
