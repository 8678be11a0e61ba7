from PySide6.QtCore import Qt

from dutydesk.domain.call_round import TargetState
from dutydesk.services.call_reading import CallSheet
from dutydesk.ui.call_round.sheet_state import SheetState
from dutydesk.ui.call_round.target_model import TargetModel
from tests.call_builders import attempt, call_round, target


def test_a_row_says_state_name_and_the_last_try(theme):
    targets = (target(1, state=TargetState.TRYING), target(2, phone=""))
    sheet = SheetState(CallSheet(call_round(), targets, (attempt(1),), {}))
    model = TargetModel(theme)
    assert (model.rowCount(), model.id_at(0), model.row_of("t1")) == (0, "", -1)
    model.show_targets(sheet, ["t1", "t2"])
    texts = [[model.index(row, column).data() for column in range(3)] for row in range(2)]
    assert texts == [
        ["▲ 未应 1次", "1. 李某1　安和一社区", "19:25"],
        ["○ 未叫", "2. 李某2（没有号码）　安和一社区", ""],
    ]
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "▲ 未应 1次，1. 李某1　安和一社区，19:25"
    assert model.data(model.index(0, 0), Qt.ItemDataRole.ForegroundRole) == theme.colour("overdue")
    assert model.headerData(0, Qt.Orientation.Horizontal) == "状态"


def test_one_that_fits_no_more_goes_alone(theme, qtbot):
    sheet = SheetState(CallSheet(call_round(), (target(1), target(2)), (), {}))
    model = TargetModel(theme)
    model.show_targets(sheet, ["t1", "t2"])
    with qtbot.waitSignal(model.dataChanged):
        model.changed("t1", is_shown=True)
    with qtbot.waitSignal(model.rowsRemoved):
        model.changed("t1", is_shown=False)
    assert (model.rowCount(), model.row_of("t2")) == (1, 0)
    with qtbot.assertNotEmitted(model.dataChanged):
        model.changed("t1", is_shown=True)
