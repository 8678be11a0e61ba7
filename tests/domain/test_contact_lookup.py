"""What a contact is found by, and in which order a word is tried."""

from __future__ import annotations

from dutydesk.domain.contact_lookup import (
    Findable,
    KeyKind,
    Readings,
    Stage,
    keys_of,
    stages_of,
    words_of,
)

SHAN = Findable(
    name=Readings("单强", ("sq", "dq"), ("shanqiang", "danqiang")),
    units=(Readings("安和街道"), Readings("安和第1社区", ("ahd1sq",), ("anhedi1shequ",))),
    posts=("主任",),
    numbers=("0000-6511554", "问门卫"),
    others=("危化",),
)


def test_every_part_gives_its_key() -> None:
    keys = keys_of(SHAN)
    assert {
        (KeyKind.NAME, "单强"),
        (KeyKind.INITIALS, "sq"),
        (KeyKind.PINYIN, "danqiang"),
        (KeyKind.UNIT, "安和第1社区"),
        (KeyKind.UPPER_UNIT, "安和街道"),
        (KeyKind.UNIT_INITIALS, "ahd1sq"),
        (KeyKind.POST, "主任"),
        (KeyKind.NUMBER, "00006511554"),
        (KeyKind.TAIL, "45511560000"),
    } <= keys.keys
    assert keys.plain.split("\n") == [
        "单强",
        "安和街道",
        "安和第1社区",
        "主任",
        "危化",
        "00006511554",
        "问门卫",
    ]
    assert "\ndanqiang" in keys.typed


def test_words_are_half_width_and_small_and_the_most_telling_comes_first() -> None:
    assert words_of("　ＺＨＡＮＧ 安和　1003 ") == ["1003", "安和", "zhang"]
    assert words_of("0000-6511554") == ["00006511554"]
    assert words_of("xi'an") == ["xian"]
    assert words_of("  - ") == []


def test_digits_are_a_tail_first_and_words_a_name_first() -> None:
    assert stages_of("1003") == (Stage(KeyKind.TAIL, "3001"), Stage(KeyKind.NUMBER, "1003"))
    assert [stage.kind for stage in stages_of("sq")][:3] == [
        KeyKind.NAME,
        KeyKind.INITIALS,
        KeyKind.PINYIN,
    ]
    assert [stage.kind for stage in stages_of("单")] == [
        KeyKind.NAME,
        KeyKind.UNIT,
        KeyKind.POST,
        KeyKind.UPPER_UNIT,
    ]
