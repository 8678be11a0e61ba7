from dutydesk.domain.command_hq import CommandHq, commanding
from dutydesk.domain.incident import IncidentCategory, IncidentLevel
from dutydesk.store.unit_list import shipped_hqs
from tests.incident_builders import incident

HQS = [
    CommandHq(id="a", name="区总指挥部", order_no=1),
    CommandHq(id="b", name="区火灾指挥部", kinds=("火灾",), order_no=2),
    CommandHq(id="c", name="市总指挥部", at_least=IncidentLevel.RELATIVELY_SERIOUS, order_no=3),
    CommandHq(
        id="d",
        name="市火灾指挥部",
        kinds=("火灾",),
        at_least=IncidentLevel.RELATIVELY_SERIOUS,
        order_no=4,
    ),
]


def name(level: str, kind: str = "火灾") -> str:
    found = commanding(incident(level=IncidentLevel(level), kind=kind), HQS)
    return found.name if found else ""


def test_from_relatively_serious_on_the_city_commands_below_the_district() -> None:
    assert name("ordinary") == "区火灾指挥部"
    assert name("relatively_serious") == "市火灾指挥部"
    assert name("especially_serious") == "市火灾指挥部"


def test_a_kind_without_a_line_of_its_own_has_the_general_one() -> None:
    assert name("ordinary", "爆炸") == "区总指挥部"
    assert name("serious", "爆炸") == "市总指挥部"


def test_without_a_decision_the_suggested_level_counts_else_ordinary() -> None:
    assert name("unclassified") == "区火灾指挥部"
    graver = incident(suggested_level=IncidentLevel.SERIOUS)
    assert commanding(graver, HQS) == HQS[3]
    assert commanding(graver, HQS, IncidentLevel.ORDINARY) == HQS[1]


def test_what_is_switched_off_commands_nothing() -> None:
    assert commanding(incident(), []) is None
    off = CommandHq(id="x", name="旧", is_active=False)
    assert commanding(incident(), [off]) is None


def test_the_shipped_list_knows_twelve_hqs_and_one_above_all_for_both_levels() -> None:
    hqs = shipped_hqs()
    assert len(hqs) == 26
    for category in IncidentCategory:
        for level in (IncidentLevel.ORDINARY, IncidentLevel.SERIOUS):
            found = commanding(incident(category=category, kind="其他", level=level), hqs)
            assert found is not None
            assert found.name.startswith("区" if level is IncidentLevel.ORDINARY else "市")
