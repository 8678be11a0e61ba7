from dutydesk.domain.settings import RULE_SETS, SETTINGS, SHIFT_PATTERNS
from dutydesk.domain.shift import ShiftDays
from dutydesk.ui.tokens import LookChoice
from dutydesk.wording.settings import (
    PALETTE,
    RULE_SET,
    SETTING,
    SHIFT_DAYS,
    SHIFT_PATTERN,
)


def test_every_setting_has_a_word_and_says_what_it_does() -> None:
    assert set(SETTING) == {setting.key for setting in SETTINGS}
    for word, note in SETTING.values():
        assert word
        assert note.endswith("。")


def test_every_choice_has_its_word() -> None:
    assert set(SHIFT_PATTERN) == set(SHIFT_PATTERNS)
    assert set(RULE_SET) == set(RULE_SETS)
    assert set(SHIFT_DAYS) == set(ShiftDays)
    assert set(PALETTE) == {choice.value for choice in LookChoice}


def test_the_words_are_plain() -> None:
    texts = [text for pair in SETTING.values() for text in pair]
    for text in texts + list(SHIFT_PATTERN.values()) + list(PALETTE.values()):
        assert not any(word in text for word in ("您", "！", "系统", "数据库", "对象", "ID"))
