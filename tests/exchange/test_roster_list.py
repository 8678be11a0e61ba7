from dutydesk.domain.roster_file import DayRemark, RosterFileDoubt
from tests.exchange.roster_tables import read, said, table
from tests.roster_builders import nov


def test_two_officers_of_one_cell_are_primary_and_secondary() -> None:
    file = read(
        table(
            "日期|星期|带班领导|电话|值班员|电话|备注",
            "2026-11-01|星期日|严国|19900001574|吕敏、尹新|19900001562\\n19900001567|法定节假日",
        )
    )
    assert said(file) == [
        (1, "", "lead1", "严国"),
        (1, "", "primary1", "吕敏"),
        (1, "", "secondary1", "尹新"),
    ]
    assert [one.phone for one in file.slots] == ["19900001574", "19900001562", "19900001567"]
    assert file.remarks == (DayRemark(nov(1), "法定节假日"),)
    assert file.problems == ()


def test_every_post_of_its_own_column_and_numbers_in_brackets() -> None:
    file = read(
        table(
            "序号|日期|带班领导|主班|副班|备勤|备注",
            "1|11月2日|严国(19900001574)|吕敏|尹新|钱某、孙某|值防汛班",
        )
    )
    assert said(file) == [
        (2, "", "lead1", "严国"),
        (2, "", "primary1", "吕敏"),
        (2, "", "secondary1", "尹新"),
        (2, "", "standby1", "钱某"),
        (2, "", "standby2", "孙某"),
    ]
    assert file.slots[0].phone == "19900001574"
    assert [one.note for one in file.slots] == ["值防汛班", "", "", "", ""]


def test_two_shifts_in_two_rows_of_one_date() -> None:
    rows = ("日期|班次|带班领导|值班员", "3日|白班|严国|吕敏", "|夜班||尹新")
    expected = [
        (3, "day", "lead1", "严国"),
        (3, "day", "primary1", "吕敏"),
        (3, "night", "lead1", "严国"),
        (3, "night", "primary1", "尹新"),
    ]
    assert said(read(table(*rows))) == expected
    merged = (((2, 0), (3, 0)), ((2, 2), (3, 2)))
    assert said(read(table(*rows, merged=merged))) == expected


def test_two_shifts_side_by_side_under_two_lines_of_headings() -> None:
    rows = ("日期|带班领导|白班|||夜班|", "||主班|副班||主班|副班", "3|严国|吕敏|尹新||钱某|孙某")
    expected = [
        (3, "day", "lead1", "严国"),
        (3, "day", "primary1", "吕敏"),
        (3, "day", "secondary1", "尹新"),
        (3, "night", "lead1", "严国"),
        (3, "night", "primary1", "钱某"),
        (3, "night", "secondary1", "孙某"),
    ]
    assert said(read(table(*rows))) == expected
    merged = (((1, 0), (2, 0)), ((1, 1), (2, 1)), ((1, 2), (1, 4)), ((1, 5), (1, 6)))
    assert said(read(table(*rows, merged=merged))) == expected


def test_names_and_numbers_under_a_group() -> None:
    file = read(
        table(
            "日期|带班领导||值班人员|",
            "|姓名|电话|姓名|电话",
            "3|严国|19900001574|吕敏|19900001562",
        )
    )
    assert [(one.person, one.phone) for one in file.slots] == [
        ("严国", "19900001574"),
        ("吕敏", "19900001562"),
    ]


def test_a_leader_of_a_week_stands_beside_each_of_its_days() -> None:
    rows = (
        "日期|带班领导|值班员",
        *(f"{day}日|{'严国' if day == 2 else ''}|某{day}" for day in range(2, 9)),
    )
    file = read(table(*rows, merged=(((2, 1), (8, 1)),)))
    leads = [one for one in said(file) if one[2] == "lead1"]
    assert leads == [(day, "", "lead1", "严国") for day in range(2, 9)]


def test_a_span_of_days_in_one_row() -> None:
    file = read(table("日期|带班领导|值班员", "11月2日-4日|严国|吕敏"))
    assert [one.duty_date.day for one in file.slots] == [2, 2, 3, 3, 4, 4]


def test_two_halves_of_the_month_side_by_side() -> None:
    file = read(
        table(
            "日期|带班|值班员|日期|带班|值班员",
            "1|严国|吕敏|16|马华|尹新",
            "2|马华|尹新|17|严国|吕敏",
        )
    )
    assert [(one.duty_date.day, one.person) for one in file.slots] == [
        (1, "严国"), (1, "吕敏"), (2, "马华"), (2, "尹新"),
        (16, "马华"), (16, "尹新"), (17, "严国"), (17, "吕敏"),
    ]  # fmt: skip


def test_what_is_doubtful_is_told_and_the_rest_is_read() -> None:
    file = read(
        table(
            "日期|星期|带班领导|值班员|电话|驾驶员",
            "1日|星期一|严国|吕敏、尹新|19900001562|赵某",
            "2日|星期一|马华|待定||赵某",
            "31日|星期二|马华|钱某||赵某",
            "日期|星期|带班领导|值班员|电话|驾驶员",
            "值班电话：0000-6882633",
        )
    )
    assert [one.person for one in file.slots] == ["严国", "吕敏", "尹新", "马华"]
    assert [(one.doubt, one.duty_date, one.value) for one in file.problems] == [
        (RosterFileDoubt.WRONG_WEEKDAY, nov(1), "星期一"),
        (RosterFileDoubt.PHONES_UNMATCHED, nov(1), "吕敏、尹新"),
        (RosterFileDoubt.DATE_UNCLEAR, nov(2), "31日"),
        (RosterFileDoubt.COLUMN_UNKNOWN, nov(1), "驾驶员"),
    ] or [(one.doubt, one.duty_date, one.value) for one in file.problems] == [
        (RosterFileDoubt.PHONES_UNMATCHED, nov(1), "吕敏、尹新"),
        (RosterFileDoubt.WRONG_WEEKDAY, nov(1), "星期一"),
        (RosterFileDoubt.DATE_UNCLEAR, nov(2), "31日"),
        (RosterFileDoubt.COLUMN_UNKNOWN, nov(1), "驾驶员"),
    ]


def test_posts_of_the_unit_go_before_the_usual_words() -> None:
    posts = {"值班长": "chief", "驾驶员": "driver"}
    file = read(table("日期|值班长|驾驶员", "1|严国|赵某"), posts=posts)
    assert [(one.post_id, one.person) for one in file.slots] == [
        ("chief", "严国"),
        ("driver", "赵某"),
    ]
