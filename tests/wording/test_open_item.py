import pytest

from dutydesk.domain.instants import from_iso
from dutydesk.domain.open_item import Importance, OpenItemStatus
from dutydesk.domain.open_item_progress import OpenItemProgress, ProgressKind
from dutydesk.wording.open_item import (
    IMPORTANCE,
    OPEN_ITEM_STATUS,
    PROGRESS_KIND,
    progress_words,
)

AT = from_iso("2026-11-21T03:10")


def test_every_value_has_its_word() -> None:
    assert set(IMPORTANCE) == set(Importance)
    assert set(PROGRESS_KIND) == set(ProgressKind)
    assert set(OPEN_ITEM_STATUS) == set(OpenItemStatus)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (ProgressKind.NOTE, "11月21日 03:10 市政已到场（甲某）"),
        (ProgressKind.CLOSED, "11月21日 03:10 办结：市政已到场（甲某）"),
        (ProgressKind.REOPENED, "11月21日 03:10 重新办理：市政已到场（甲某）"),
    ],
)
def test_a_step_says_when_what_and_who(kind: ProgressKind, words: str) -> None:
    step = OpenItemProgress(
        id="步",
        item_id="项",
        kind=kind,
        at=AT,
        text="市政已到场\n",
        officer_id=None,
        recorder="甲某",
        recorded_at=AT,
    )
    assert progress_words(step) == words
