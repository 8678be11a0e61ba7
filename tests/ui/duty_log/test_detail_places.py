import pytest

from dutydesk.domain.entry_detail import COMMON, DETAILS
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.ui.duty_log.detail_places import BESIDE, FOREMOST, further

MOST = 3


@pytest.mark.parametrize("kind", list(EntryKind))
def test_everything_a_kind_is_asked_has_its_place_once(kind):
    asked = {field.name for field in DETAILS[kind]} | (set(BESIDE) & set(COMMON[kind]))
    placed = [*FOREMOST[kind], *further(kind)]
    assert len(placed) == len(set(placed))
    assert set(placed) == asked
    assert 0 < len(FOREMOST[kind]) <= MOST
