from dutydesk.domain.room import Room
from dutydesk.wording.incident_paper import harm_words, report_marks, special_report_paper
from tests.incident_builders import RECEIVED, incident, report

ROOM = Room(id="r", unit="<安和>", is_practice=False, created_at=RECEIVED)


def test_text_from_people_reaches_the_paper_as_it_is() -> None:
    sent = report("first", "written", RECEIVED, body="<b>火\n\n  \n灭&", issue_no=7)
    paper = special_report_paper(ROOM, incident(), sent, phone="")
    assert paper.body == ("<b>火", "灭&")
    assert (paper.issue_no, paper.unit, paper.stage) == ("第7期", "<安和>", "")
    assert paper.marks == ()


def test_a_correction_names_what_it_corrects_and_a_skipped_level_is_said() -> None:
    first = report("first", "written", RECEIVED, issue_no=7)
    later = report(
        "follow_up", "written", RECEIVED, corrects_report_id=first.id, bypass_reason="线路中断"
    )
    assert report_marks(later, first) == ("更正第7期", "越级上报")
    assert report_marks(later) == ("更正", "越级上报")
    paper = special_report_paper(ROOM, incident(), later, phone="", corrected=first)
    assert paper.marks == ("越级上报",)
    assert paper.stage.endswith("更正第7期")


def test_every_stated_figure_is_named_and_no_other() -> None:
    assert harm_words(incident()) == ""
    said = harm_words(incident(deaths=0, injured=2, loss_yuan=65_000))
    assert said == "死亡0人，受伤2人，直接经济损失6.5万元"
