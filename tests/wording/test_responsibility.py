from dutydesk.domain.contacts import Contact, ContactCard, RolePair
from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.responsibility import Responsibility, Responsible, Why
from dutydesk.wording.responsibility import WHY, line_words, scope_words, who_words, why_words


def test_every_reason_has_its_word() -> None:
    assert set(WHY) == set(Why)


def test_an_answer_says_why_whom_and_where_to_ring() -> None:
    card = ContactCard(Contact("c", "甲某", post="网格员", role_pair=RolePair.A), ("安和一社区",))
    one = Responsible(Why.AREA, "3号楼", "甲某", "安和一社区", "19900000001", card)
    assert why_words(one) == "责任片区（3号楼）"
    assert who_words(one) == "甲某　网格员　A角"
    assert line_words(one).endswith("安和一社区  甲某　网格员　A角  19900000001")
    alone = Responsible(Why.KIND, "", "市政")
    assert line_words(alone) == "主管、抢修  市政  没有号码"


def test_a_line_says_what_it_is_for() -> None:
    line = Responsibility(id="1", name="燃气公司", words=("燃气", "煤气"), kinds=("燃气泄漏",))
    assert scope_words(line) == "说到燃气、煤气；种类：燃气泄漏"
    health = Responsibility(id="2", name="卫健", category=IncidentCategory.PUBLIC_HEALTH)
    assert scope_words(health) == "公共卫生事件"
