from datetime import timedelta

import pytest

from dutydesk.domain.instants import from_iso
from dutydesk.domain.open_item import OpenItem, OpenItemStatus, title_from

NOW = from_iso("2026-11-20T08:30")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("路面塌陷\n市政处承办", "路面塌陷"),
        ("\n\n  路面塌陷  \n", "路面塌陷"),
        ("\u3000路面塌陷\u2028第二行", "路面塌陷"),
        ("字" * 40, "字" * 40),
        ("字" * 41, "字" * 40),
        ("路面塌陷，" + "字" * 40, "路面塌陷"),
        ("字" * 20 + "，" + "字" * 19 + "。余下的话", "字" * 20 + "，" + "字" * 19),
        ("路面塌陷、积水，请市政处理。" + "字" * 40, "路面塌陷、积水，请市政处理"),
    ],
)
def test_a_title_is_the_first_line_cut_to_forty_characters(text: str, title: str) -> None:
    assert title_from(text) == title


@pytest.mark.parametrize(
    ("due_in", "status", "is_overdue"),
    [
        (-1, OpenItemStatus.OPEN, True),
        (0, OpenItemStatus.OPEN, False),
        (1, OpenItemStatus.OPEN, False),
        (None, OpenItemStatus.OPEN, False),
        (-1, OpenItemStatus.CLOSED, False),
    ],
)
def test_only_an_open_item_past_its_time_is_overdue(
    due_in: int | None, status: OpenItemStatus, is_overdue: bool
) -> None:
    item = OpenItem(
        id="项",
        title="路面塌陷",
        owner="市政处",
        status=status,
        created_at=NOW,
        created_shift_id="班",
        due_at=None if due_in is None else NOW + timedelta(seconds=due_in),
    )
    assert item.is_overdue(NOW) is is_overdue
