from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from dutydesk.domain.contact_state import Listed, contact_dates
from dutydesk.domain.contacts import Contact, ContactRole, RolePair
from dutydesk.domain.hq_member import HqPart
from dutydesk.domain.training import TrainingState
from dutydesk.wording import contact_card as words

NOW = datetime(2026, 11, 20, 18, tzinfo=UTC)
DATES = contact_dates(NOW, {"contact_stale_days": 90, "contact_expiring_days": 30}.__getitem__)


def test_every_value_has_a_word() -> None:
    assert set(words.LISTED) == set(Listed)
    assert set(words.HQ_PART) == set(HqPart)


def test_a_term_says_whether_it_is_over_or_nearly_so() -> None:
    def told(begins: date | None, ends: date | None) -> str:
        return words.validity_words(Contact("1", "甲", valid_from=begins, valid_to=ends), DATES)

    assert told(None, None) == ""
    assert told(date(2026, 1, 1), date(2026, 11, 20)).endswith("已到期")
    assert told(date(2026, 1, 1), date(2026, 11, 23)).endswith("还有2天到期")
    assert told(date(2026, 12, 1), None).endswith("还没有到任")
    assert told(date(2026, 1, 1), date(2027, 12, 1)).endswith("2027年12月1日")


def test_how_long_ago_the_numbers_were_made_sure_of() -> None:
    assert words.verified_words(Contact("1", "甲"), DATES) == "还没有核实过"
    old = Contact("1", "甲", last_verified_at=NOW - timedelta(days=91), verified_by="乙某")
    assert words.verified_words(old, DATES).endswith("乙某核实，该再核实了")


def test_training_against_what_is_required() -> None:
    assert words.training_words(TrainingState(2026, 0)) == ""
    assert words.training_words(TrainingState(2026, 2.5)) == "2026年培训2.5天"
    short = words.training_words(TrainingState(2026, 2.5, 4, "网格员"))
    assert short == "2026年培训2.5天，网格员应4天，还差1.5天"
    done = words.training_words(TrainingState(2026, 4, 4, "网格员", is_imported=True))
    assert done == "2026年培训4天（导入），网格员应4天，已达到"


def test_a_role_on_one_line() -> None:
    told = words.role_words(("区", "局"), "科长", ContactRole.LIAISON, RolePair.B)
    assert told == "区 / 局　科长　联络员　B角"
