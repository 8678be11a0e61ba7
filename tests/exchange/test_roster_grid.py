from dutydesk.domain.roster_file import RosterFileDoubt
from tests.exchange.roster_tables import read, said, table
from tests.roster_builders import nov


def test_weeks_with_a_row_for_each_post() -> None:
    file = read(
        table(
            "|星期一|星期二|星期三",
            "日期|2|3|4",
            "带班领导|严国|马华|黄兰秀",
            "值班员|吕敏、尹新|钱某|孙某",
            "日期|9|10|11",
            "带班领导|马华|严国|",
            "值班员|钱某|吕敏|",
        )
    )
    assert said(file) == [
        (2, "", "lead1", "严国"), (2, "", "primary1", "吕敏"), (2, "", "secondary1", "尹新"),
        (3, "", "lead1", "马华"), (3, "", "primary1", "钱某"),
        (4, "", "lead1", "黄兰秀"), (4, "", "primary1", "孙某"),
        (9, "", "lead1", "马华"), (9, "", "primary1", "钱某"),
        (10, "", "lead1", "严国"), (10, "", "primary1", "吕敏"),
    ]  # fmt: skip


def test_a_month_laid_on_its_side_with_weekdays_below_the_dates() -> None:
    file = read(
        table(
            "日期|11月1日|11月2日|11月3日",
            "星期|日|二|二",
            "白班|严国|马华|钱某",
            "夜班|吕敏|尹新|孙某",
        )
    )
    assert said(file) == [
        (1, "day", "primary1", "严国"), (1, "night", "primary1", "吕敏"),
        (2, "day", "primary1", "马华"), (2, "night", "primary1", "尹新"),
        (3, "day", "primary1", "钱某"), (3, "night", "primary1", "孙某"),
    ]  # fmt: skip
    assert [(one.doubt, one.duty_date) for one in file.problems] == [
        (RosterFileDoubt.WRONG_WEEKDAY, nov(2))
    ]


def test_a_calendar_with_a_date_in_every_cell() -> None:
    file = read(
        table(
            "星期日|星期一|星期二",
            "1日\\n带班：严国\\n值班：吕敏、尹新|2日\\n带班：马华\\n值班：钱某|3日\\n带班：严国\\n值班：孙某",
        )
    )
    assert said(file)[:3] == [
        (1, "", "lead1", "严国"),
        (1, "", "primary1", "吕敏"),
        (1, "", "secondary1", "尹新"),
    ]
    assert [one.duty_date.day for one in file.slots] == [1, 1, 1, 2, 2, 3, 3]


def test_numbers_below_the_names_of_a_grid() -> None:
    file = read(table("日期|2|3", "值班员|吕敏|尹新", "值班员|19900001562|19900001567"))
    assert [one.phone for one in file.slots] == ["19900001562", "19900001567"]
