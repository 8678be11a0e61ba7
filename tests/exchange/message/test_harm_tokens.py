from dutydesk.exchange.message.harm_tokens import clauses, harm_tokens


def row(text: str) -> list[str]:
    return [text[token.start : token.end] for token in harm_tokens(text)]


def test_numbers_and_words_of_harm_stand_in_order() -> None:
    assert row("造成3人死亡2人受伤,另有5名乘客失踪") == [
        "3人",
        "死亡",
        "2人",
        "受伤",
        "5名",
        "失踪",
    ]
    assert row("致3死2伤") == ["3", "死", "2", "伤"]


def test_what_is_not_counted_has_no_value() -> None:
    values = [token.value for token in harm_tokens("数百人受伤") if not token.figure]
    assert values == [None]
    assert [token.value for token in harm_tokens("多人受伤") if not token.figure] == [None]


def test_about_is_vague() -> None:
    assert harm_tokens("约700人中毒")[0].is_vague
    assert not harm_tokens("700人中毒")[0].is_vague


def test_clauses_know_their_place() -> None:
    assert clauses("甲,乙丙") == [(0, "甲"), (2, "乙丙")]
