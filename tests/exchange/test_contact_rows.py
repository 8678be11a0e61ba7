"""Rows become people: merged units, sections, several people, missing names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dutydesk.domain.contact_file import ContactFile, ProblemCode, ReadPerson
from dutydesk.domain.contacts import ContactRole, RolePair
from dutydesk.domain.phone import NumberKind

Make = Callable[..., Path]
Take = Callable[[Path], ContactFile]


def units(person: ReadPerson) -> list[str]:
    return [step.name for step in person.unit_path]


def told(file: ContactFile) -> list[tuple[ProblemCode, str, int, str, str]]:
    return [(p.code, p.sheet, p.row, p.column, p.value) for p in file.problems]


def test_a_merged_unit_belongs_to_every_row_it_covers(make_xlsx: Make, take: Take) -> None:
    rows = [
        ["通讯录"],
        ["单位", "姓名", "手机"],
        ["甲局", "单强", 19900001003],
        [None, "曾静", 19900001004],
        [None, "仇和", 19900001005],
        ["乙局", "解勇", 19900001006],
        [None, "区春", 19900001007],
    ]
    file = take(make_xlsx({"表": rows}, {"表": ["A1:C1", "A3:A4"]}))
    assert [units(p) for p in file.people] == [["甲局"], ["甲局"], ["甲局"], ["乙局"], []]
    assert told(file) == [(ProblemCode.UNIT_MISSING, "表", 7, "A 单位", "区春")]


def test_a_row_without_a_name_is_skipped_and_listed(make_xlsx: Make, take: Take) -> None:
    rows = [["单位", "姓名", "手机"], ["甲局", None, "19900001003"], ["甲局", "单强", "1"]]
    file = take(make_xlsx({"表": rows}))
    assert (len(file.people), file.skipped) == (1, 1)
    assert told(file)[0] == (ProblemCode.NAME_MISSING, "表", 2, "B 姓名", "甲局 19900001003")


def test_empty_rows_and_preprinted_numbers_are_no_rows(make_xlsx: Make, take: Take) -> None:
    rows = [
        ["序号", "单位", "姓名", "手机"],
        [1, "甲局", "单强", "19900001003"],
        [],
        [2],
        [3, "无"],
    ]
    file = take(make_xlsx({"表": rows}))
    assert (len(file.people), file.skipped, file.problems) == (1, 0, ())


def test_doubtful_values_are_kept_and_listed_with_sheet_row_and_column(
    make_xlsx: Make, take: Take
) -> None:
    rows = [
        ["单位", "姓名", "手机", "A/B角", "培训天数"],
        ["甲局", "单强、曾静", "1990000100", "主", "四天"],
    ]
    file = take(make_xlsx({"人员": rows}))
    (person,) = file.people
    assert person.name == "单强、曾静"
    assert person.numbers[0].number == "1990000100"
    assert person.note == "A/B角：主；培训天数：四天"
    assert told(file) == [
        (ProblemCode.NAME_DOUBTFUL, "人员", 2, "B 姓名", "单强、曾静"),
        (ProblemCode.NUMBER_MALFORMED, "人员", 2, "C 手机", "1990000100"),
        (ProblemCode.ROLE_PAIR_UNKNOWN, "人员", 2, "D A/B角", "主"),
        (ProblemCode.TRAINING_DAYS_UNKNOWN, "人员", 2, "E 培训天数", "四天"),
    ]


def test_the_line_below_a_table_is_no_person(make_xlsx: Make, take: Take) -> None:
    rows = [["姓名", "手机"], ["单强", "19900001003"], ["制表人：张三"], ["注：保密", None]]
    file = take(make_xlsx({"表": rows}))
    assert [person.name for person in file.people] == ["单强"]
    assert [(code, value) for code, _, _, _, value in told(file)] == [
        (ProblemCode.NAME_MISSING, "制表人：张三"),
        (ProblemCode.NAME_MISSING, "注：保密"),
    ]


def test_sections_across_the_table_name_the_unit_when_no_column_does(
    make_xlsx: Make, take: Take
) -> None:
    rows = [
        ["姓名", "职务", "手机"],
        ["一、区委办公室"],
        ["单强", "主任", "19900001003"],
        ["二、区应急管理局："],
        ["曾静", "局长", "19900001004"],
    ]
    file = take(make_xlsx({"表": rows}, {"表": ["A2:C2", "A4:C4"]}))
    assert [units(p) for p in file.people] == [["区委办公室"], ["区应急管理局"]]
    assert file.skipped == 0


def test_street_and_community_make_a_path(make_xlsx: Make, take: Take) -> None:
    rows = [["社区", "街道", "姓名", "电话"], ["安和第1社区", "安和街道", "单强", "1"]]
    (person,) = take(make_xlsx({"表": rows})).people
    assert units(person) == ["安和街道", "安和第1社区"]


def test_two_people_of_one_row_are_two_contacts(make_xlsx: Make, take: Take) -> None:
    rows = [
        ["社区", "A角", "A角电话", "B角", "B角电话"],
        ["一社区", "单强", "19900001003", "曾静", "19900001004"],
        ["二社区", "仇和", "19900001005", None, None],
    ]
    file = take(make_xlsx({"灾害信息员": rows}))
    assert [(p.name, p.role_pair, p.numbers[0].number) for p in file.people] == [
        ("单强", RolePair.A, "19900001003"),
        ("曾静", RolePair.B, "19900001004"),
        ("仇和", RolePair.A, "19900001005"),
    ]
    assert {p.duty_role for p in file.people} == {ContactRole.INFO_OFFICER}
    assert file.skipped == 0


def test_a_name_merged_over_two_rows_is_one_person_with_two_numbers(
    make_xlsx: Make, take: Take
) -> None:
    rows = [
        ["单位", "姓名", "手机"],
        ["甲局", "单强", "19900001003"],
        [None, None, "19900001004"],
    ]
    file = take(make_xlsx({"表": rows}, {"表": ["A2:A3", "B2:B3"]}))
    (person,) = file.people
    assert [n.number for n in person.numbers] == ["19900001003", "19900001004"]


def test_a_duty_room_is_a_contact_of_its_unit(make_xlsx: Make, take: Take) -> None:
    rows = [["街道", "姓名", "值班电话"], ["安和街道", "值班室", "0000-6267613"]]
    (room,) = take(make_xlsx({"表": rows})).people
    assert room.duty_role is ContactRole.DUTY_ROOM
    assert room.numbers[0].kind is NumberKind.DUTY


def test_units_without_people_answer_under_their_own_name(make_xlsx: Make, take: Take) -> None:
    rows = [["单位名称", "值班电话"], ["区供水公司", "0000-6564635"], [None, "110"]]
    file = take(make_xlsx({"表": rows}))
    assert [(p.name, units(p)) for p in file.people] == [("区供水公司", ["区供水公司"])]
    assert file.skipped == 1


def test_columns_nobody_knows_go_to_the_note(make_xlsx: Make, take: Take) -> None:
    rows = [["姓名", "手机", "邮箱", "备注"], ["单强", "19900001003", "a@b.cn", "夜间可打"]]
    (person,) = take(make_xlsx({"表": rows})).people
    assert person.note == "邮箱：a@b.cn；夜间可打"


def test_a_csv_saved_from_merged_cells_takes_the_unit_from_above_and_lists_it(
    tmp_path: Path, take: Take
) -> None:
    path = tmp_path / "表.csv"
    path.write_text("单位,姓名,手机\n甲局,单强,19900001003\n,曾静,19900001004\n", "utf-8-sig")
    file = take(path)
    assert units(file.people[1]) == ["甲局"]
    assert told(file) == [(ProblemCode.UNIT_FROM_ABOVE, "表.csv", 3, "A 单位", "甲局")]
