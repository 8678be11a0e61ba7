"""`contacts import|find|export` as scripts use them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.builders import Command
from tests.cli.asking import done


@pytest.fixture
def desk(command: Command) -> Command:
    assert command("init", "--unit", "安和街道办事处", "--practice")[0] == 0
    return command


def test_the_office_directory_is_imported_and_found(desk: Command, shared_data: Path) -> None:
    file = str(shared_data / "office" / "通讯录.xlsx")
    code, dry, _ = desk("contacts", "import", file, "--dry-run")
    assert (code, dry["added"]) == (0, 506)
    assert desk("contacts", "find", "单强")[1] == {"contacts": []}
    code, report, _ = desk("contacts", "import", file)
    assert (code, report) == (
        0,
        {"read": 506, "added": 506, "updated": 0, "unchanged": 0, "skipped": 0, "problems": []},
    )
    code, document, _ = desk("contacts", "find", "shanq")
    found: Any = document["contacts"]
    assert code == 0
    assert [contact["name"] for contact in found] == ["单强"]
    assert found[0]["unit"] == "区政府办公室"
    assert found[0]["mobile"] == "19900001003"
    assert found[0]["office_phone"] == "0000-6511554"
    assert found[0]["role_pair"] is None
    officers: Any = desk("contacts", "find", "灾害信息员", "--limit", "1000")[1]["contacts"]
    assert len(officers) == 396
    assert {contact["role_pair"] for contact in officers} == {"A", "B"}


def test_problems_are_printed_with_their_place(desk: Command, tmp_path: Path) -> None:
    file = tmp_path / "表.csv"
    file.write_text("单位,姓名,手机\n甲局,单强,1990000100\n甲局,,110\n", "utf-8")
    code, report, _ = desk("contacts", "import", str(file))
    assert (code, report["skipped"]) == (0, 1)
    problems: Any = report["problems"]
    assert {key: problems[0][key] for key in ("sheet", "row", "column", "value")} == {
        "sheet": "表.csv",
        "row": 2,
        "column": "C 手机",
        "value": "1990000100",
    }
    assert "照原样保存" in problems[0]["problem"]


@pytest.mark.parametrize("name", ["值班表.xlsx", "没有.xlsx"])
def test_what_cannot_be_imported_is_refused_with_exit_2(
    desk: Command, shared_data: Path, name: str
) -> None:
    code, document, stderr = desk("contacts", "import", str(shared_data / "office" / name))
    assert code == 2
    assert name in stderr
    assert set(document) == {"error"}


def test_an_export_names_its_absolute_path_and_masks(
    desk: Command, shared_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk("contacts", "import", str(shared_data / "office" / "手机导出.vcf"))
    monkeypatch.chdir(tmp_path)
    code, document, _ = desk("contacts", "export", "出.csv", "--mask")
    assert (code, document) == (0, {"written": str(tmp_path / "出.csv")})
    text = (tmp_path / "出.csv").read_text("utf-8-sig")
    assert "199****1541" in text
    assert "19900001541" not in text
    assert desk("contacts", "export", "出.pdf")[0] == 2


def test_a_limit_below_one_is_refused(desk: Command) -> None:
    assert desk("contacts", "find", "a", "--limit", "0")[0] == 2


def without_ids(document: dict[str, Any]) -> list[dict[str, Any]]:
    dropped = {"id", "pair_contact_id", "last_verified_at"}
    return [
        {key: value for key, value in one.items() if key not in dropped}
        for one in document["contacts"]
    ]


@pytest.mark.parametrize("ending", ["vcf", "xlsx", "csv"])
def test_an_export_comes_back_unchanged_and_fills_a_fresh_room_alike(
    practice: Command, tmp_path: Path, ending: str
) -> None:
    table = tmp_path / "通讯录.csv"
    table.write_text(
        "单位,姓名,职务,手机,办公电话,值班电话,A/B角,类别,培训天数,责任区域\n"
        "甲局,张一,科长,19900002001,0000-7000001,0000-7000002,A角,消防,3,一号楼\n"
        "甲局,李四,副科长,19900002002,,0000-7000002,B角,消防,0,\n",
        encoding="utf-8",
    )
    done(practice, "contacts", "import", str(table))
    out = done(practice, "contacts", "export", str(tmp_path / f"out.{ending}"))["written"]
    again = done(practice, "contacts", "import", out)
    assert (again["read"], again["unchanged"], again["problems"]) == (2, 2, [])
    fresh = replace(practice, data=tmp_path / "fresh")
    done(fresh, "init", "--unit", "安和", "--practice")
    assert done(fresh, "contacts", "import", out)["added"] == 2
    assert without_ids(done(fresh, "contacts", "find", "甲局")) == without_ids(
        done(practice, "contacts", "find", "甲局")
    )


def test_counts_are_people_and_not_rows(practice: Command, tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text(
        "单位,姓名,手机\n甲局,张一,19900002001\n甲局,张一,19900002002\n甲局,李四,19900002003\n,,1\n",
        encoding="utf-8",
    )
    report = done(practice, "contacts", "import", str(table))
    assert [report[key] for key in ("read", "added", "updated", "unchanged", "skipped")] == [
        *(3, 2, 0, 0),
        1,
    ]


def test_a_sheet_without_headings_keeps_its_names(practice: Command, tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("甲局,张一,19900002001\n甲局,张二,19900002002\n", encoding="utf-8")
    report = done(practice, "contacts", "import", str(table))
    assert report["added"] == 2
    assert {one["code"] for one in report["problems"]} == {"headings_guessed"}
    (found,) = done(practice, "contacts", "find", "张一")["contacts"]
    assert (found["unit"], found["mobile"]) == ("甲局", "19900002001")
