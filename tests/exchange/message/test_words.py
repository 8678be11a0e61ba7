import re

from dutydesk import paths
from dutydesk.exchange.message.words import one_of, pattern, regions, word_list


def test_regions_are_known_by_their_full_and_short_names() -> None:
    assert {"四川省", "四川", "汶川县", "汶川", "昆明", "日本"} <= regions()
    assert "火灾" not in regions()


def test_the_longest_word_is_found_first() -> None:
    assert re.match(one_of(["路", "路口"]), "路口")[0] == "路口"  # type: ignore[index]  # matches


def test_every_word_of_every_list_is_a_pattern() -> None:
    for name in ("times", "figures", "places"):
        for key, listed in word_list(name).items():
            if isinstance(listed, list):
                assert pattern(name, key).search("") is None, f"{name}.{key} matches nothing"
    assert len(list((paths.resources_dir() / "message_words").glob("*.json"))) == 5
