"""The labelled messages beside the checkout: what the rules reach on the half they never saw."""

import pytest

from benchmarks.message_reading import MESSAGES, TO_REACH, character_f1, labelled, scores


@pytest.mark.skipif(not MESSAGES.is_file(), reason="the labelled messages do not lie beside us")
def test_the_checking_half_is_read_as_well_as_promised() -> None:
    found = scores([one for one in labelled() if not one.is_for_looking])
    missed = {field: found[field] for field, limit in TO_REACH.items() if found[field] < limit}
    assert missed == {}


def test_likeness_of_two_places() -> None:
    assert character_f1("汶川县", "汶川县") == 1
    assert character_f1("四川汶川", "汶川") == pytest.approx(2 / 3)
    assert character_f1("", "汶川") == 0
