"""`contacts show|verify|stale|training|train|units|unit` as scripts use them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.builders import Command

ROWS = (
    "单位,姓名,职务,手机,值守角色\n"
    "安和街道,单某,主任,19900001003,主要负责人\n"
    "安和一社区,区某,网格员,19900001004,网格员\n"
)


@pytest.fixture
def desk(command: Command, tmp_path: Path) -> Command:
    assert command("init", "--unit", "安和街道办事处", "--practice")[0] == 0
    file = tmp_path / "表.csv"
    file.write_text(ROWS, "utf-8-sig")
    assert command("contacts", "import", str(file))[0] == 0
    return command


def test_somebody_is_shown_verified_and_no_longer_waits(desk: Command) -> None:
    stale: Any = desk("contacts", "stale")[1]
    assert (stale["count"], len(stale["contacts"])) == (2, 2)
    code, shown, _ = desk("contacts", "verify", "单某")
    assert code == 0
    assert (shown["name"], shown["verified_by"], shown["pairs"]) == ("单某", "cli", [])
    assert shown["last_verified_at"]
    assert desk("contacts", "stale")[1]["count"] == 1
    assert desk("contacts", "show", shown["id"])[1]["roles"] == []  # type: ignore[arg-type]  # a text
    assert desk("contacts", "show", "没有这个人")[0] == 2


def test_a_text_that_finds_several_people_does_not_say_that_nobody_was_found(
    desk: Command, tmp_path: Path
) -> None:
    more = tmp_path / "同名.csv"
    more.write_text(
        "单位,姓名,手机\n安和二社区,区某,19900001005\n安和二社区,区某新,19900001006\n", "utf-8-sig"
    )
    assert desk("contacts", "import", str(more))[0] == 0
    code, said, _ = desk("contacts", "show", "安和")
    error: Any = said["error"]
    assert (code, error["code"]) == (2, "contact_not_one")
    assert "单某（安和街道）" in error["message"]
    assert "编号" not in error["message"].partition("。")[0]
    namesakes: Any = desk("contacts", "verify", "区某")[1]["error"]
    people: Any = desk("contacts", "find", "区某")[1]["contacts"]
    ids = {one["id"] for one in people if one["name"] == "区某"}
    assert len(ids) == 2
    assert all(one in namesakes["message"] for one in ids)
    assert "区某新" not in namesakes["message"]
    assert desk("contacts", "show", "区某新")[1]["unit"] == "安和二社区"


def test_trainings_are_recorded_and_summed(desk: Command) -> None:
    code, record, _ = desk(
        "contacts", "train", "区某", "--on", "2026-01-02", "--days", "2.5", "--topic", "防汛"
    )
    assert (code, record["days"], record["topic"]) == (0, 2.5, "防汛")
    [person] = desk("contacts", "training", "--year", "2026")[1]["people"]  # type: ignore[misc, attr-defined]  # a list
    assert (person["name"], person["required"], person["missing"]) == ("区某", 4, 1.5)
    assert desk("contacts", "train", "区某", "--on", "2026-01-02", "--days", "0")[0] == 2
    assert desk("contacts", "training", "--year", "3000")[0] == 2


def test_a_unit_is_moved_and_gets_its_telephones(desk: Command) -> None:
    code, unit, _ = desk(
        "contacts", "unit", "安和一社区", "--under", "安和街道", "--duty-phone", "0000-6000001"
    )
    assert code == 0
    assert (unit["unit_path"], unit["duty_phone"]) == (["安和街道", "安和一社区"], "0000-6000001")
    units: Any = desk("contacts", "units")[1]["units"]
    assert [(one["name"], one["depth"]) for one in units] == [("安和街道", 0), ("安和一社区", 1)]
    assert desk("contacts", "unit", "安和街道", "--under", "安和一社区")[0] == 2
    assert desk("contacts", "unit", "安和一社区", "--fax", "0000-6000002")[1]["duty_phone"]
    assert desk("contacts", "unit", "安和一社区", "--top")[1]["unit_path"] == ["安和一社区"]
    assert desk("contacts", "unit", "安和街道", "--top", "--under", "安和一社区")[0] == 2
    assert desk("contacts", "unit", "没有")[0] == 2
