"""Names can be typed by surname reading, everyday reading and initials."""

from __future__ import annotations

import json

import pytest

from dutydesk import paths
from dutydesk.exchange.pinyin import LIMIT, full_keys, initial_keys

TABLE = json.loads((paths.resources_dir() / "pinyin" / "surnames.json").read_text("utf-8"))


@pytest.mark.parametrize(("surname", "reading"), TABLE.items())
def test_the_reading_as_a_surname_comes_first(surname: str, reading: str) -> None:
    assert full_keys(f"{surname}涛")[0] == reading.replace(" ", "") + "tao"


@pytest.mark.parametrize(
    ("name", "everyday"),
    [
        ("单强", "danqiang"),
        ("曾涛", "cengtao"),
        ("仇和", "chouhe"),
        ("解涛", "jietao"),
        ("区涛", "qutao"),
        ("朴涛", "putao"),
        ("尉迟强", "weichiqiang"),
        ("盖艳", "gaiyan"),
        ("查杰", "chajie"),
        ("缪涛", "moutao"),
        ("乐涛", "letao"),
        ("万俟涛", "wanqitao"),
        ("任磊", "renlei"),
        ("华霞", "huaxia"),
    ],
)
def test_the_everyday_reading_works_as_well(name: str, everyday: str) -> None:
    assert everyday in full_keys(name)


def test_initials_of_all_readings() -> None:
    assert set(initial_keys("仇和")) == {"qh", "ch", "jh"}
    assert {"ozq", "qzq", "ozj", "qzj"} <= set(initial_keys("区志强"))
    assert initial_keys("万俟涛")[0] == "mqt"


def test_u_with_dots_is_found_as_v_and_as_u() -> None:
    assert {"lvxue", "luxue"} <= set(full_keys("吕雪"))


def test_latin_letters_and_digits_stand_for_themselves() -> None:
    assert full_keys("安和第1社区")[0].startswith("anhedi1she")
    assert full_keys("John") == ("john",)
    assert full_keys("，。") == ()


def test_rare_characters_are_read_and_combinations_are_limited() -> None:
    assert full_keys("燊㛃")[0] == "shenjie"
    assert len(full_keys("和行重长单解查都还了")) == LIMIT
