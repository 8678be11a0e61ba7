from dutydesk.cli.level_document import criterion_document, kind_document, near_miss_document
from dutydesk.domain.incident import IncidentCategory, IncidentKind
from dutydesk.store.near_miss import shipped_near_misses
from tests.incident_builders import criteria


def test_a_criterion_has_the_names_of_the_options_that_write_it() -> None:
    one = criteria()[0]
    assert criterion_document(one) == {
        "id": one.id,
        "table": "生产安全事故",
        "category": "accident",
        "kinds": [],
        "level": "especially_serious",
        "figure": "deaths",
        "at_least": 30,
        "with_figure": None,
        "with_at_least": None,
        "source": "《生产安全事故报告和调查处理条例》第三条",
    }


def test_a_kind_and_a_near_miss_name_their_category_in_english_words() -> None:
    kind = IncidentKind(id="k1", category=IncidentCategory.NATURAL, name="洪涝", order_no=1)
    assert kind_document(kind) == {"id": "k1", "category": "natural", "name": "洪涝"}
    found = near_miss_document(shipped_near_misses()[0])
    assert (found["category"], found["figure"], found["at_least"]) == ("accident", "at_risk", 10)
