from dutydesk.domain.call_round import MAX_TRIES, WITHIN_MINUTES
from tests.call_builders import callee, round_draft


def test_a_round_begins_with_what_public_practice_asks_for():
    draft = round_draft(2)
    assert (draft.max_tries, draft.within_minutes) == (MAX_TRIES, WITHIN_MINUTES) == (3, 5)
    assert draft.callees == (callee(1), callee(2))
