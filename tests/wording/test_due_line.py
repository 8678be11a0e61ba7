from dutydesk.domain.due_line import DueKind
from dutydesk.wording.due_line import DUE_KIND


def test_everything_that_falls_due_has_its_word():
    assert set(DUE_KIND) == set(DueKind)
