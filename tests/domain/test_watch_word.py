import pytest

from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.watch_word import Watch, WatchWord, WatchWordExists, WatchWordUnfit, checked
from dutydesk.store.watch_word import quiet_rules, shipped_words

WATCH = Watch(tuple(shipped_words()), quiet_rules())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3号楼燃气泄漏，1人被困", {"泄漏", "被困"}),
        ("现场无明火，无人员伤亡，气体泄漏仍在继续", {"泄漏"}),
        ("无人值守库房起火", {"起火"}),
        ("无人受伤、1人死亡", {"死亡"}),
        ("未发生爆炸但有3人中毒", {"中毒"}),
        ("未关阀门导致泄漏", {"泄漏"}),
        ("是否有人被困不清楚", {"被困"}),
        ("演练期间发生爆炸", {"爆炸"}),
        ("约五十人聚集在区政府门口", {"聚集"}),
        ("无人员伤亡。后续报告1人死亡", {"死亡"}),
    ],
)
def test_what_names_an_emergency_counts(text: str, words: set[str]) -> None:
    assert set(WATCH.mentioned(text)) == words


@pytest.mark.parametrize(
    "text",
    [
        "现场无人员伤亡",
        "无人被困",
        "未发生泄漏",
        "未发生燃气泄漏",
        "暂无人员被困、受伤或失联",
        "未造成人员死亡",
        "没有人死亡",
        "开展危化品泄漏应急演练",
        "防溺水巡查，未见异常",
        "咨询死亡证明办理",
        "通知明日8时开会",
        "",
    ],
)
def test_what_is_denied_exercised_or_prevented_does_not(text: str) -> None:
    assert WATCH.mentioned(text) == ()


def test_a_word_switched_off_says_nothing() -> None:
    word = WatchWord(id="1", word="停电", order_no=1)
    off = WatchWord(id="1", word="停电", order_no=1, is_active=False)
    assert Watch((word,), quiet_rules()).mentioned("全镇停电") == ("停电",)
    assert Watch((off,), quiet_rules()).mentioned("全镇停电") == ()


def test_the_first_word_with_a_category_suggests_it() -> None:
    suggested = WATCH.suggested(("被困", "起火"))
    assert suggested is not None
    assert (suggested.category, suggested.kind) == (IncidentCategory.ACCIDENT, "火灾")
    assert WATCH.suggested(("被困",)) is None


def test_a_word_is_neither_too_short_nor_there_already() -> None:
    known = [WatchWord(id="1", word="停电", order_no=1)]
    assert checked(WatchWord(id="2", word=" 停水 ", order_no=2), known).word == "停水"
    assert checked(WatchWord(id="1", word="停电", order_no=5), known).order_no == 5
    for text in ("", "火", "字" * 13, "停\n水"):
        with pytest.raises(WatchWordUnfit):
            checked(WatchWord(id="2", word=text, order_no=2), known)
    with pytest.raises(WatchWordExists):
        checked(WatchWord(id="2", word="停电", order_no=2), known)
