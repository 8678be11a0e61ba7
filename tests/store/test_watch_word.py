from dutydesk.store.watch_word import quiet_rules, shipped_words
from tests.builders import Staff


def test_the_shipped_words_are_each_other_words_in_order() -> None:
    words = shipped_words()
    assert len({one.word for one in words}) == len(words) > 20
    assert [one.order_no for one in words] == list(range(1, len(words) + 1))
    assert {"死亡", "坍塌", "倒塌", "爆炸", "泄漏", "被困", "聚集", "起火", "中毒", "溺水"} <= {
        one.word for one in words
    }


def test_rules_are_data() -> None:
    quiet = quiet_rules()
    assert ("无人", 0) in {(one.text, one.reach) for one in quiet.before}
    assert "演练" in quiet.sentence


def test_words_come_back_as_they_were_put(staffed: Staff) -> None:
    with staffed.room.store.reading() as tables:
        assert not tables.watch_word.is_empty()
        words = tables.watch_word.all()
        assert tables.watch_word.watch().words == tuple(words)
