"""Makes ``resources/holidays`` anew: the years of notices, and the days the law fixes.

Run once a year with two packages that the program itself does not need, in an environment of its
own: ``pip install chinesecalendar lunardate``, then ``python -m tools.make_holidays`` from the
checkout. Look at the year that is new beside the notice of the State Council.
"""

from __future__ import annotations

import importlib
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parent.parent / "resources" / "holidays"
LAW_YEARS = range(2004, 2100)
_NAMES = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "Mid-autumn Festival": "中秋节",
    "National Day": "国庆节",
    "Anti-Fascist 70th Day": "抗战胜利70周年纪念日",
}


def main() -> None:
    """Write a file a year, and one of the days the law fixes."""
    OUT.mkdir(exist_ok=True)
    told = importlib.import_module("chinese_calendar.constants")
    days = [(day, name, True) for day, name in told.holidays.items()]
    days += [(day, name, False) for day, name in told.workdays.items()]
    years: dict[int, list[dict[str, Any]]] = {}
    for day, name, is_off in sorted(days):
        line = {"name": _NAMES[name], "date": day.isoformat(), "isOffDay": is_off}
        years.setdefault(notice_year(day, _NAMES[name]), []).append(line)
    for year, lines in years.items():
        paper = f"国务院办公厅关于{year}年部分节假日安排的通知"
        write(f"{year}.json", {"year": year, "papers": [paper], "days": lines})
    write("law_days.json", {"years": {str(year): law_days(year) for year in LAW_YEARS}})


def notice_year(day: date, name: str) -> int:
    """Return whose notice told a day: the last days of December belong to the next New Year."""
    is_next = day.month == 12 and name == "元旦"  # noqa: PLR2004 -- December
    return day.year + 1 if is_next else day.year


def law_days(year: int) -> list[list[str]]:
    """Return the thirteen days the law of 2024 fixes, each with the name of its holiday."""
    lunar = importlib.import_module("lunardate").LunarDate
    terms = importlib.import_module("chinese_calendar")
    spring = lunar(year, 1, 1).to_solar_date()
    [qingming] = [
        day
        for day, term in terms.get_solar_terms(date(year, 4, 1), date(year, 4, 10))
        if term == "清明"
    ]
    found = [
        (date(year, 1, 1), 1, "元旦"),
        (spring - timedelta(days=1), 4, "春节"),
        (qingming, 1, "清明节"),
        (date(year, 5, 1), 2, "劳动节"),
        (lunar(year, 5, 5).to_solar_date(), 1, "端午节"),
        (lunar(year, 8, 15).to_solar_date(), 1, "中秋节"),
        (date(year, 10, 1), 3, "国庆节"),
    ]
    return [
        [(first + timedelta(days=offset)).isoformat(), name]
        for first, many, name in found
        for offset in range(many)
    ]


def write(name: str, document: dict[str, Any]) -> None:
    """Write a document, a day or a year to a line."""
    lines = []
    for key, value in document.items():
        told = json.dumps(value, ensure_ascii=False)
        if key == "days":
            told = _column([json.dumps(one, ensure_ascii=False) for one in value], "[]")
        elif key == "years":
            told = _column(
                [f'"{one}": {json.dumps(day, ensure_ascii=False)}' for one, day in value.items()],
                "{}",
            )
        lines.append(f'"{key}": {told}')
    (OUT / name).write_text(_column(lines, "{}") + "\n", encoding="utf-8")


def _column(lines: list[str], ends: str) -> str:
    return ends[0] + "\n" + ",\n".join(lines) + "\n" + ends[1]


if __name__ == "__main__":
    main()
