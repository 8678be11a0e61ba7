import pytest

from dutydesk.domain.roster import LEAD_POST, PRIMARY_POST, SECONDARY_POST, STANDBY_POST
from dutydesk.domain.shift import ShiftKind
from dutydesk.exchange.roster_names import (
    OFFICERS,
    ReadName,
    names_in,
    phones_in,
    post_in,
    shift_in,
)


def names(cell: str) -> list[str]:
    return [one.name for one in names_in(cell)]


@pytest.mark.parametrize(
    "cell",
    [
        "吕敏、尹新", "吕敏，尹新", "吕敏,尹新", "吕敏\n尹新", "吕敏 尹新", "吕敏　尹新",
        "吕敏/尹新", "吕敏；尹新",
        "吕 敏、尹 新", " 吕敏 、 尹新 ", "吕　敏 尹新",
    ],
)  # fmt: skip
def test_two_names_of_a_cell(cell: str) -> None:
    assert names(cell) == ["吕敏", "尹新"]


@pytest.mark.parametrize("cell", ["", " ", "无", "—", "/", "19900001574"])
def test_nobody(cell: str) -> None:
    assert names_in(cell) == ()


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("张三(13800000000)", ReadName("张三", "13800000000")),
        ("张三（１３８００００００００）", ReadName("张三", "13800000000")),
        ("张三 13800000000", ReadName("张三", "13800000000")),
        ("张三13800000000", ReadName("张三", "13800000000")),
        ("张三\n13800000000", ReadName("张三", "13800000000")),
        ("张三（主任）", ReadName("张三", note="主任")),
        ("张三 副主任", ReadName("张三", note="副主任")),
        ("张三（副班）", ReadName("张三", post=SECONDARY_POST)),
        ("主班：张三", ReadName("张三", post=PRIMARY_POST)),
        ("买买提·艾力", ReadName("买买提·艾力")),
        ("张三（0000-6882633）", ReadName("张三", "0000-6882633")),
    ],
)
def test_what_stands_beside_a_name(cell: str, expected: ReadName) -> None:
    assert names_in(cell) == (expected,)


def test_labels_in_a_cell_say_the_posts() -> None:
    read = names_in("带班：严国\n值班：吕敏、尹新\n备勤：钱某")
    assert [(one.name, one.post) for one in read] == [
        ("严国", LEAD_POST),
        ("吕敏", OFFICERS),
        ("尹新", OFFICERS),
        ("钱某", STANDBY_POST),
    ]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("带班领导", LEAD_POST), ("值班领导", LEAD_POST), ("值班员", OFFICERS),
        ("值班人员", OFFICERS),
        ("主班", PRIMARY_POST), ("值班长", PRIMARY_POST), ("白班主班", PRIMARY_POST),
        ("副 班", SECONDARY_POST),
        ("备勤", STANDBY_POST), ("夜班", OFFICERS), ("驾驶员", ""), ("", ""),
    ],
)  # fmt: skip
def test_posts_by_their_headings(heading: str, expected: str) -> None:
    assert post_in(heading) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("白班", ShiftKind.DAY), ("夜间值班", ShiftKind.NIGHT), ("24小时", ShiftKind.FULL),
        ("8:30-18:00", ShiftKind.DAY), ("18:00—次日8:30", ShiftKind.NIGHT),
        ("8:30-8:30", ShiftKind.FULL),
        ("值班员", None), ("", None),
    ],
)  # fmt: skip
def test_shifts_by_word_or_hours(text: str, expected: ShiftKind | None) -> None:
    assert shift_in(text) is expected


def test_numbers_of_a_cell() -> None:
    assert phones_in("19900001562\n19900001567") == ("19900001562", "19900001567")
    assert phones_in("无") == ()
