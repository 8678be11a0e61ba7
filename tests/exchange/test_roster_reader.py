from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.contact_refusals import ForeignFileKindUnknown, ForeignFileMissing
from dutydesk.domain.errors import Refusal
from dutydesk.domain.roster_file import RosterFileDoubt
from dutydesk.domain.roster_refusals import (
    RosterFileEmpty,
    RosterHeadingsMissing,
    RosterMonthUnclear,
)
from dutydesk.exchange.grid import Grid
from dutydesk.exchange.roster_reader import read_roster, roster_of
from tests.exchange.roster_tables import TODAY, read, said, table


def test_the_roster_of_an_office_is_read_whole(shared_data: Path) -> None:
    file = read_roster(shared_data / "office" / "值班表.xlsx", {}, TODAY)
    assert len(file.slots) == 90
    assert file.days == tuple(date(2026, 11, day) for day in range(1, 31))
    assert all(one.phone for one in file.slots)
    # Its weekends are called legal holidays.
    assert len(file.remarks) == 9
    assert file.problems == ()


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_a_text_file_in_the_encodings_of_offices(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "11月值班表.csv"
    text = '2026年11月值班表,,,\r\n日期,星期,带班领导,值班员\r\n1,日,严国,"吕敏、尹新"\r\n'
    path.write_bytes(text.encode(encoding))
    assert said(read_roster(path, {}, TODAY)) == [
        (1, "", "lead1", "严国"),
        (1, "", "primary1", "吕敏"),
        (1, "", "secondary1", "尹新"),
    ]


def test_a_sheet_that_is_no_roster_is_told(tmp_path: Path) -> None:
    roster = table("日期|带班领导", "1|严国")
    other = Grid("通讯录", (("姓名", "电话"), ("严国", "19900001574")))
    (problem,) = read(roster, other).problems
    assert (problem.doubt, problem.value) == (RosterFileDoubt.SHEET_NOT_READ, "通讯录")


def test_what_cannot_be_read_is_refused_as_a_whole(tmp_path: Path) -> None:
    with pytest.raises(RosterHeadingsMissing):
        read(table("姓名|电话", "严国|19900001574"))
    with pytest.raises(RosterMonthUnclear):
        read(table("日期|带班领导", "1|严国", title="值班表"))
    with pytest.raises(ForeignFileMissing):
        read_roster(tmp_path / "没有.xlsx", {}, TODAY)
    empty, picture = tmp_path / "空.csv", tmp_path / "图.csv"
    empty.write_bytes(b" \n")
    picture.write_bytes(b"\x89PNG\r\n")
    with pytest.raises(RosterFileEmpty):
        read_roster(empty, {}, TODAY)
    with pytest.raises(ForeignFileKindUnknown):
        read_roster(picture, {}, TODAY)


_CELLS = st.sampled_from(
    [
        "", "日期", "星期", "带班领导", "值班员", "电话", "备注", "班次", "白班", "1", "2日",
        "11月3日", "11.1", "2-8",
        "星期一", "严国", "吕敏、尹新", "19900001574", "张三(199)", "值班：某", "\n", "（",
        "31日", "无", "11月2日\n带班：严国",
    ]
)  # fmt: skip


@given(st.lists(st.lists(_CELLS, min_size=1, max_size=6), min_size=1, max_size=8), st.booleans())
def test_no_table_makes_it_fail(rows: list[list[str]], has_title: bool) -> None:
    cells = ([["2026年11月值班表"]] if has_title else []) + rows
    grid = Grid("表", tuple(tuple(row) for row in cells))
    try:
        file = roster_of("表", (grid,), {}, TODAY)
    except Refusal:
        return
    places = [(one.duty_date, one.shift, one.post_id, one.seat) for one in file.slots]
    assert len(set(places)) == len(places)
    said_at_all = "\n".join(cell for row in cells for cell in row)
    assert all(one.person in said_at_all for one in file.slots)
