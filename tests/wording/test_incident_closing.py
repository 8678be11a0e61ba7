from dataclasses import replace
from datetime import timedelta

from dutydesk.domain.incident_closing import (
    ClosingStep,
    IncidentArchive,
    IncidentReview,
    LooseEndKind,
)
from dutydesk.domain.open_item import OpenItem, OpenItemStatus
from dutydesk.wording import incident_closing as words
from tests.incident_builders import RECEIVED, incident

ITEM = OpenItem(
    id="o",
    title="修订预案",
    owner="应急办",
    status=OpenItemStatus.OPEN,
    created_at=RECEIVED,
    created_shift_id="s",
    due_at=RECEIVED + timedelta(days=1),
)


def test_every_kind_and_step_has_a_word() -> None:
    assert set(words.LOOSE_END_KIND) == set(LooseEndKind)
    assert set(words.CLOSING_STEP) == set(ClosingStep)


def test_a_rectification_says_how_it_stands() -> None:
    line = "修订预案　应急办　11月22日 02:15前　"
    assert words.rectification_line(ITEM, RECEIVED) == f"{line}未办结"
    assert words.rectification_line(ITEM, RECEIVED + timedelta(days=2)) == f"{line}超期"
    done = replace(ITEM, status=OpenItemStatus.CLOSED, result="已修订")
    assert words.rectification_line(done, RECEIVED) == f"{line}已办结：已修订"


def test_a_review_leaves_out_what_was_not_written() -> None:
    review = IncidentReview(
        id="r",
        incident_id="i1",
        went_well="",
        problems="迟报",
        lessons="先报后查",
        attendees="",
        reviewed_at=RECEIVED,
        reviewed_by="甲某",
    )
    assert words.review_lines(review) == [
        "2026年11月21日 02:15　甲某",
        "存在问题：迟报",
        "经验教训：先报后查",
    ]


def test_the_lines_of_the_log() -> None:
    named = "安和街道丰收市场火灾（2026-001）"
    assert words.archived_entry(incident(), "") == f"{named}已归档。"
    assert words.reviewed_entry(incident()) == f"{named}已复盘。"
    said = words.rectification_entry(incident(), "修订预案。", "应急办", None)
    assert said == f"整改：修订预案，责任应急办。{named}。"


def test_a_long_text_is_shortened_where_it_is_only_named() -> None:
    assert words.item_end(replace(ITEM, title="字" * 60)).count("字") == 40
    assert words.item_end(ITEM) == "事项未办结：修订预案，承办应急办"


def test_the_archive_says_who_and_when() -> None:
    archive = IncidentArchive(
        id="a", incident_id="i1", archived_at=RECEIVED, archived_by="甲某", note="卷宗3号"
    )
    assert words.archive_words(archive) == "2026年11月21日 02:15　甲某归档，卷宗3号"
