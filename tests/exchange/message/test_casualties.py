import pytest

from dutydesk.exchange.message.casualties import Count, counts
from dutydesk.exchange.message.plain import Sentence, narrow


def read(text: str) -> list[Count]:
    plain = narrow(text)
    return counts(Sentence(0, len(plain), plain, 1), frozenset({2026}))


def pairs(text: str) -> list[tuple[str, int]]:
    return [(one.figure, one.value) for one in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("造成3人死亡2人受伤", [("deaths", 3), ("injured", 2)]),
        ("死亡3人，受伤2人", [("deaths", 3), ("injured", 2)]),
        ("死亡人数上升至三十八人", [("deaths", 38)]),
        ("致4死3伤", [("deaths", 4), ("injured", 3)]),
        ("六男四女共十人当场死亡", [("deaths", 10)]),
        ("两人失踪", [("missing", 2)]),
        ("1人失踪，982人受伤", [("missing", 1), ("injured", 982)]),
        ("101名学生因恶心、呕吐等症状就诊", [("poisoned_or_ill", 101)]),
        ("2人受重伤，3人轻伤", [("seriously_injured", 2), ("lightly_injured", 3)]),
        ("司机已当场死亡", [("deaths", 1)]),
        ("一名工人被送往医院，经抢救无效死亡", [("deaths", 1), ("poisoned_or_ill", 1)]),
        ("91名日本人停留在当地", []),
        ("死3人伤5人", [("deaths", 3), ("injured", 5)]),
        ("夫妻双双遇难", [("deaths", 2)]),
        ("夫妻二人遇难", [("deaths", 2)]),
        ("6名队员和2名施工人员受伤", [("injured", 8)]),
        ("2名儿童、6名成人受伤被困", [("injured", 8)]),
        ("车上13名乘客不同程度受伤", [("injured", 13)]),
        ("30名学生吃过午饭后，陆续出现呕吐", [("poisoned_or_ill", 30)]),
        ("受伤住院人员72人", [("injured", 72), ("poisoned_or_ill", 72)]),
        ("多人受伤", []),
        ("上百人受伤", []),
        ("出动50名消防员救治伤者", []),
        ("近3年已有5名环卫工人死于交通事故", []),
        ("2004年造成20人死亡", []),
        ("2026年造成20人死亡", [("deaths", 20)]),
    ],
)
def test_numbers_find_their_words(text: str, expected: list[tuple[str, int]]) -> None:
    assert pairs(text) == expected


def test_a_part_of_what_was_counted_is_marked() -> None:
    assert [one.is_part for one in read("造成10人死亡，其中3人当场死亡")] == [False, True]
    assert [one.is_part for one in read("32人中毒，其中2人死亡")] == [False, False]


def test_the_words_are_pointed_at() -> None:
    text = "据悉造成3人死亡"
    one = read(text)[0]
    assert text[one.start : one.end] == "3人死亡"
