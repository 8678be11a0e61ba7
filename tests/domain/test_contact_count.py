from dutydesk.domain.contact_count import Outcome, PeopleCount


def test_a_person_in_several_rows_counts_once_as_the_strongest_outcome() -> None:
    count = PeopleCount()
    for outcome in (Outcome.UNCHANGED, Outcome.ADDED, Outcome.UPDATED):
        count.note("甲", outcome)
    count.note("乙", Outcome.UNCHANGED)
    count.note("乙", Outcome.UPDATED)
    assert len(count) == 2
    assert [count.of(outcome) for outcome in Outcome] == [0, 1, 1]
