from datetime import date

from dutydesk.domain.bulletin import BulletinKind
from dutydesk.services.bulletin import BulletinSource
from dutydesk.ui.bulletin.reading import choices, told_of, usual_choice
from tests.incident_builders import incident

DAYS = (date(2026, 11, 20), date(2026, 11, 19))


def test_an_incident_comes_before_the_days_and_is_usual_for_one_fact_only():
    sources = BulletinSource((incident(),), DAYS)
    offered = [value for _, value in choices(sources)]
    assert offered == ["incident:i1", "day:2026-11-20", "day:2026-11-19"]
    assert usual_choice(BulletinKind.BULLETIN, sources) == "incident:i1"
    assert usual_choice(BulletinKind.HIGHLIGHTS, sources) == "day:2026-11-20"
    assert usual_choice(BulletinKind.BULLETIN, BulletinSource((), DAYS)) == "day:2026-11-20"


def test_a_choice_is_one_or_the_other():
    assert told_of("incident:i1") == ("i1", None)
    assert told_of("day:2026-11-20") == (None, date(2026, 11, 20))
    assert told_of("") == (None, None)
