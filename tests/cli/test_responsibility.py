"""`contacts who` as scripts use it."""

from pathlib import Path
from typing import Any

from tests.builders import Command


def test_whom_to_ring_is_told_with_the_reason(practice: Command, tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_text(
        "街道,社区,姓名,职务,手机\n安和街道,安和三社区,甲某,主任,19900000001\n", "utf-8"
    )
    assert practice("contacts", "import", str(path))[0] == 0
    code, document, _ = practice("contacts", "who", "安和三社区3号楼燃气泄漏")
    found: Any = document["responsible"]
    assert code == 0
    assert (document["category"], document["kind"]) == ("accident", "燃气泄漏")
    assert (found[0]["why"], found[0]["name"], found[0]["phone"]) == (
        "place",
        "甲某",
        "19900000001",
    )
    assert {"why": "kind", "name": "燃气公司"}.items() <= found[1].items()


def test_a_kind_given_holds_over_what_is_read(practice: Command) -> None:
    code, document, _ = practice(
        "contacts", "who", "门口", "--kind", "食物中毒", "--category", "public_health"
    )
    found: Any = document["responsible"]
    assert code == 0
    assert document["kind"] == "食物中毒"
    assert {"120", "卫生健康"} <= {one["name"] for one in found}


def test_a_wrong_category_is_refused_and_nobody_is_no_refusal(practice: Command) -> None:
    assert practice("contacts", "who", "门口", "--category", "fire")[0] == 2
    assert practice("contacts", "who", "今天天气不错")[1]["responsible"] == []
