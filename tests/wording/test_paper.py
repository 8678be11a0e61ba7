import pytest

from dutydesk.domain.paper_issue import NothingToPrint, PaperKind, PaperKindUnknown
from dutydesk.wording.paper import SENTENCES


def test_an_unknown_paper_is_answered_with_those_there_are() -> None:
    words = SENTENCES[PaperKindUnknown](PaperKindUnknown("日志"))
    assert words.startswith("没有“日志”这种纸。")
    assert all(kind.value in words for kind in PaperKind)


@pytest.mark.parametrize("kind", list(PaperKind))
def test_every_paper_says_why_there_is_nothing_to_print(kind: PaperKind) -> None:
    assert SENTENCES[NothingToPrint](NothingToPrint(kind)).endswith("。")
