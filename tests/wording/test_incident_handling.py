from dutydesk.domain.command_hq import CommandHq
from dutydesk.domain.incident import IncidentCategory, IncidentLevel
from dutydesk.domain.incident_notice import NoticeHow, PartyLine
from dutydesk.domain.incident_scope import IncidentScope
from dutydesk.domain.initial_action import ActionLine
from dutydesk.wording import incident_handling as words
from tests.domain.test_incident_notice import call, notice
from tests.domain.test_initial_action import taken, tick
from tests.incident_builders import RECEIVED, incident


def test_every_way_has_a_word() -> None:
    assert set(words.NOTICE_HOW) == set(NoticeHow)


def test_what_the_log_says_of_a_call() -> None:
    named = "安和街道丰收市场火灾（2026-001）"
    assert words.notice_entry(incident(), call()) == f"通报119：{named}。"
    missed = words.notice_entry(incident(), call(is_reached=False, answer="占线"))
    assert missed == f"通报119未接通，占线：{named}。"
    assert words.action_entry(incident(), tick()) == f"先期处置：人员疏散。{named}。"


def test_a_state_has_a_shape_a_word_and_a_time() -> None:
    assert words.party_state(PartyLine("119"), RECEIVED) == "○ 未通报"
    reached = PartyLine("119", notices=(notice("119", person="王某"),))
    assert words.party_state(reached, RECEIVED) == "● 已通报 02:15 王某"
    missed = PartyLine("119", notices=(notice("119", is_reached=False),))
    assert words.party_state(missed, RECEIVED) == "△ 未接通 02:15"
    assert words.action_state(ActionLine("人员疏散"), RECEIVED) == "○ 未做"
    done = ActionLine("人员疏散", (taken("人员疏散"),))
    assert words.action_state(done, RECEIVED) == "● 已做 02:15 消防救援站"


def test_what_a_report_says_of_it() -> None:
    line = ActionLine("人员疏散", (taken("人员疏散"),))
    assert words.measures_with("", [], [line]) == "11月21日2时15分消防救援站人员疏散（12户）。"
    told = PartyLine("119", notices=(notice("119"),))
    assert words.measures_with("", [told], []) == "已通报119（11月21日2时15分）。"
    assert words.measures_with("", [], [ActionLine("人员疏散")]) == ""


def test_who_commands_is_said_with_chief_and_number() -> None:
    hq = CommandHq(id="a", name="区指挥部", commander="分管副区长", lead_department="应急局")
    graded = incident(level=IncidentLevel.ORDINARY)
    assert words.command_words(hq, graded) == ("区指挥部，指挥长分管副区长，牵头应急局，电话未填")
    assert words.command_words(hq, incident()).startswith("未定级，暂按区指挥部")
    assert "没有" in words.command_words(None, graded)


def test_a_scope_is_said_shortly() -> None:
    assert words.scope_words(IncidentScope()) == "全部事件"
    scope = IncidentScope(IncidentCategory.ACCIDENT, ("火灾",), IncidentLevel.SERIOUS)
    assert words.scope_words(scope) == "事故灾难·火灾·重大及以上"


def test_a_call_and_a_tick_are_one_line_each() -> None:
    line = words.notice_line(notice("119", person="王某", answer="已出动"), RECEIVED)
    assert line == "02:15　119 王某（电话）　已出动　记录人甲某"
    assert words.action_words(taken("人员疏散"), RECEIVED) == "02:15　人员疏散　消防救援站　12户"
