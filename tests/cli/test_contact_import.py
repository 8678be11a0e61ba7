"""`contacts import|imports|undo-import|export` as scripts use them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.builders import Command

PEOPLE = "单位,姓名,手机\n甲局,单强,19900001003\n乙局,曾静,19900001004\n"


@pytest.fixture
def desk(command: Command, tmp_path: Path) -> Command:
    assert command("init", "--unit", "安和街道办事处", "--practice")[0] == 0
    (tmp_path / "表.csv").write_text(PEOPLE, "utf-8")
    assert command("contacts", "import", str(tmp_path / "表.csv"))[0] == 0
    return command


def test_an_import_is_listed_and_taken_back_once(desk: Command) -> None:
    (batch,) = listed(desk)
    assert {key: batch[key] for key in ("file", "imported_by", "read", "added", "undone_at")} == {
        "file": "表.csv",
        "imported_by": "cli",
        "read": 2,
        "added": 2,
        "undone_at": None,
    }
    code, undone, _ = desk("contacts", "undo-import", str(batch["id"]))
    assert (code, undone["undone_by"], listed(desk)) == (0, "cli", [undone])
    assert desk("contacts", "find", "单强")[1] == {"contacts": []}
    code, refusal, _ = desk("contacts", "undo-import", str(batch["id"]))
    assert (code, refusal["error"]["code"]) == (2, "import_undone")  # type: ignore[index]  # JSON
    code, refusal, _ = desk("contacts", "undo-import", "x")
    assert (code, refusal["error"]["code"]) == (2, "record_unknown")  # type: ignore[index]  # JSON


def listed(desk: Command) -> Any:
    code, document, _ = desk("contacts", "imports")
    assert code == 0
    return document["imports"]


def test_the_people_of_one_unit_are_exported(desk: Command, tmp_path: Path) -> None:
    target = tmp_path / "甲局.csv"
    assert desk("contacts", "export", str(target), "--unit", "甲局", "--mask")[0] == 0
    text = target.read_text("utf-8-sig")
    assert "单强" in text
    assert "曾静" not in text
    assert "199****1003" in text
    code, refusal, _ = desk("contacts", "export", str(target), "--unit", "丙局")
    assert (code, refusal["error"]["code"]) == (2, "record_unknown")  # type: ignore[index]  # JSON
