from tests.builders import Staff
from tests.reporting_builders import DUE, list_units, report_draft, result_draft, roll_call_draft


def test_both_lists_hold_every_unit_in_order(staffed: Staff) -> None:
    room = staffed.room
    units = list_units(staffed)
    room.nil_report.take(report_draft(units[0].id), by=staffed.by)
    table = room.reporting_list.nil_report_table(DUE)
    rows = list(table.rows)
    assert [row[1] for row in rows] == [one.name for one in units]
    assert (rows[0][4], rows[1][4], table.row_count) == ("零报告", "待报", 3)
    assert list(room.reporting_list.nil_report_table(None).rows) == []
    sheet = room.roll_call.start(roll_call_draft(), by=staffed.by).value
    room.roll_call.record(result_draft(sheet.lines[0].target.id), by=staffed.by)
    rows = list(room.reporting_list.roll_call_table().rows)
    assert [row[5] for row in rows] == ["应答", "未点", "未点"]
    assert all(len(row) == len(room.reporting_list.roll_call_table().columns) for row in rows)
