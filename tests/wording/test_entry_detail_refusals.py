import pytest

from dutydesk.domain.entry_detail import DetailUnfit
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.wording.sentences import sentence


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("nothing", "a", "来电没有“nothing”这一项。"),
        ("read_back", "a", "已复述核对不对：a。可用：yes 是、no 否。"),
        ("ended_at", "a", "通话结束不对：a。"),
        ("ended_at", "", "通话结束没有填。"),
    ],
)
def test_a_detail_that_does_not_fit_is_told_what_would(name: str, value: str, words: str) -> None:
    assert words in sentence(DetailUnfit(EntryKind.INCOMING_CALL, name, value))


def test_a_wrong_choice_or_count_names_what_can_be_used() -> None:
    assert "urgent 加急" in sentence(DetailUnfit(EntryKind.FAX, "urgency", "a"))
    assert "0 到 9999" in sentence(DetailUnfit(EntryKind.FAX, "page_count", "a"))
    assert "可用：result 办理结果。" in sentence(DetailUnfit(EntryKind.OTHER, "a", "a"))
