import pytest

from dutydesk.domain.personal_word import (
    Masker,
    PersonalKind,
    found_in,
    kind_of,
    masked_word,
)

TEXT = (
    "死者张建国（男，45岁，身份证110101197801012345），伤者李红已送医，家属王小明电话13812345678、"
    "010-62345678。乘客欧阳娜娜轻伤。户主：陈晓东。"
)


def words(*texts: str) -> dict[str, PersonalKind]:
    return {one.word: one.kind for one in found_in(texts)}


def test_numbers_and_names_are_found_in_the_words_of_the_room() -> None:
    assert words(TEXT) == {
        "张建国": PersonalKind.NAME,
        "李红": PersonalKind.NAME,
        "王小明": PersonalKind.NAME,
        "欧阳娜娜": PersonalKind.NAME,
        "陈晓东": PersonalKind.NAME,
        "110101197801012345": PersonalKind.ID_NUMBER,
        "13812345678": PersonalKind.PHONE,
        "010-62345678": PersonalKind.PHONE,
    }


@pytest.mark.parametrize(
    "text",
    [
        "居民反映燃气异味，群众已疏散。",
        "老人区某已找到，伤者2人，患者张某某已出院。",
        "工人马上撤离，居民高度关注，学生安全，业主方面表示配合。",
        "2026-001号，经济损失1000000000元，20261121",
        "过火面积20平方米，电话119，编号123456789012",
    ],
)
def test_what_is_no_data_of_a_person_is_left_alone(text: str) -> None:
    assert words(text) == {}


def test_numbers_of_offices_are_not_proposed() -> None:
    assert found_in(["值班电话010-62345678"], {"010-62345678"}) == []


def test_how_often_a_word_stands_is_counted() -> None:
    found = found_in(["伤者李红，家属在场。", "李红已出院。"])
    assert [(one.word, one.count) for one in found] == [("李红", 2)]


@pytest.mark.parametrize(
    ("word", "masked"),
    [
        ("张三", "张某"),
        ("张建国", "张某某"),
        ("欧阳娜娜", "欧阳某某"),
        ("13812345678", "138****5678"),
        ("139 1234 5678", "139 **** 5678"),
        ("010-62345678", "010-****5678"),
        ("110101197801012345", "**************2345"),
        ("11010119780101234X", "**************234X"),
        ("京A12345", "*******"),
    ],
)
def test_each_kind_is_masked_in_its_way(word: str, masked: str) -> None:
    assert masked_word(word) == masked
    assert len(masked) == len(word)


def test_a_word_inside_a_longer_one_is_masked_with_it() -> None:
    masker = Masker(["李红", "李红梅", "13812345678"])
    assert masker.text("李红梅和李红，13812345678") == "李某某和李某，138****5678"
    assert masker.text("") == ""
    assert Masker([]).text("李红") == "李红"


def test_what_an_officer_wrote_is_told_apart() -> None:
    assert kind_of("张三") is PersonalKind.NAME
    assert kind_of(" 13812345678 ") is PersonalKind.PHONE
    assert kind_of("京A12345") is PersonalKind.OTHER


def test_a_text_with_signs_of_patterns_is_masked_as_it_stands() -> None:
    assert Masker(["a.b(c"]).text("a.b(c axb(c") == "***** axb(c"
