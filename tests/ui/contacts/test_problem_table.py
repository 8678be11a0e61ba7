from dutydesk.domain.contact_file import Problem, ProblemCode
from dutydesk.ui.contacts.problem_table import ProblemTable


def test_problems_are_shown_in_a_line_each_and_none_takes_no_room(bare):
    table = ProblemTable(bare.desk)
    bare.qtbot.addWidget(table)
    table.restyle()
    table.show_problems((Problem(ProblemCode.NAME_MISSING, "表", 3, "B 姓名", "甲局\n110"),))
    assert [table.problems.index(0, at).data() for at in range(4)] == [
        "表",
        "3",
        "B 姓名",
        "甲局 110",
    ]
    table.show_problems(())
    assert table.isHidden()
