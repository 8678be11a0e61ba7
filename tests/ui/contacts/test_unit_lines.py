from dutydesk.domain.command_hq import CommandHq
from dutydesk.domain.contact_state import Listed, PeopleCounts
from dutydesk.domain.contacts import Unit
from dutydesk.ui.contacts.unit_lines import Which, unit_lines

UNITS = (
    Unit("1", "区应急管理局"),
    Unit("2", "值班科", parent_id="1"),
    Unit("3", "区燃气公司", order_no=1),
)


def test_a_unit_counts_everybody_below_it_once():
    places = [("甲", "2", "1"), ("乙", "3", "2"), ("乙", "3", "1")]
    counts = PeopleCounts({"1": 2, "2": 3, "3": 1, None: 1}, places)
    told = [(line.name, line.depth, line.people) for line in unit_lines(UNITS, counts)]
    assert told == [
        ("全部", 0, 7),
        ("区应急管理局", 0, 6),
        ("值班科", 1, 4),
        ("区燃气公司", 0, 1),
        ("未分单位", 0, 1),
        ("培训不足", 0, 0),
        ("已停用", 0, 0),
    ]


def test_what_waits_stands_above_the_units_and_hqs_below_them():
    lists = {Listed.STALE: 3, Listed.EXPIRING: 1, Listed.EXPIRED: 2}
    hqs = [
        CommandHq(id="h", name="区防汛抗旱指挥部"),
        CommandHq(id="i", name="乙", is_active=False),
    ]
    lines = unit_lines(UNITS[:1], PeopleCounts({"1": 4}, (), lists), hqs)
    assert [(line.name, line.depth, line.people) for line in lines] == [
        ("全部", 0, 4),
        ("待核实", 0, 3),
        ("即将到期", 0, 1),
        ("区应急管理局", 0, 4),
        ("培训不足", 0, 0),
        ("已到期", 0, 2),
        ("已停用", 0, 0),
        ("专项指挥部", 0, 0),
        ("区防汛抗旱指挥部", 1, 0),
    ]
    assert lines[-1].which == Which(hq_id="h")
