import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QTableView

from dutydesk.ui.tasks import InlineRunner, LaneRunner
from dutydesk.ui.widgets.paged_model import KEPT_ROWS, PAGE, ROW_ROLE, Column, PagedModel


class Shelf:
    def __init__(self, ids):
        self.rows = {i: f"第{i}条" for i in ids}
        self.reads = []

    def read(self, ids):
        self.reads.append(ids)
        return {i: self.rows[i] for i in ids if i in self.rows}


COLUMNS = (
    Column("号", lambda row: row),
    Column("长", lambda row: str(len(row)), Qt.AlignmentFlag.AlignRight),
)


def model_of(shelf, ids, runner=None):
    model = PagedModel(runner or InlineRunner(), shelf.read, COLUMNS)
    model.set_ids(ids)
    return model


@pytest.fixture
def shelf():
    return Shelf(range(1, 1001))


def test_the_model_keeps_the_rules_of_qt(shelf, qtmodeltester):
    model = model_of(shelf, range(1, 400))
    qtmodeltester.check(model)
    model.insert(0, {1000: "第1000条"})
    model.append({999: "第999条"})
    model.remove(200)
    qtmodeltester.check(model)


def test_a_page_is_read_once_and_by_key(shelf):
    model = model_of(shelf, range(1000, 0, -1))
    assert model.index(0, 0).data() == "第1000条"
    assert model.index(PAGE // 2, 1).data() == "5"
    assert [len(ids) for ids in shelf.reads] == [PAGE]
    assert shelf.reads[0][0] == 1000


def test_the_next_page_is_read_before_the_view_reaches_it(shelf):
    model = model_of(shelf, range(1, 1001))
    model.row(0)
    model.row(PAGE - 2)
    assert shelf.reads[1][0] == PAGE + 1
    model.row(PAGE + 1)
    assert len(shelf.reads) == 2


def test_rows_given_with_the_ids_are_not_read_again(shelf):
    model = PagedModel(InlineRunner(), shelf.read, COLUMNS)
    model.set_ids([3, 2, 1], {3: "三", 2: "二", 1: "一"})
    assert [model.row(at) for at in range(3)] == ["三", "二", "一"]
    assert shelf.reads == []


def test_a_row_comes_later_from_the_lane_and_is_announced(shelf, qtbot):
    lane = LaneRunner()
    model = model_of(shelf, range(1, 300), lane)
    with qtbot.waitSignal(model.dataChanged) as caught:
        assert model.index(0, 0).data(ROW_ROLE) is None
    assert caught.args[0].row() == 0
    assert caught.args[1].row() == PAGE - 1
    assert model.index(0, 0).data(ROW_ROLE) == "第1条"
    lane.close()


def test_an_answer_for_rows_no_longer_shown_is_dropped(shelf, qtbot):
    lane = LaneRunner()
    model = model_of(shelf, range(1, 300), lane)
    model.row(0)
    model.set_ids([7], {7: "七"})
    lane.close()
    assert model.row(0) == "七"
    assert model.rowCount() == 1


@pytest.mark.parametrize("at", [0, 20])
def test_the_selection_stays_with_its_row_when_rows_are_added(shelf, qtbot, at):
    model = model_of(shelf, range(1, 21))
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.selectionModel().setCurrentIndex(
        model.index(5, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    model.insert(at, {500: "第500条", 501: "第501条"})
    assert view.currentIndex().data() == "第6条"
    assert model.position(500) == at


def test_a_refreshed_row_shows_the_old_text_until_the_new_one_is_there(shelf, qtbot):
    lane = LaneRunner()
    model = PagedModel(lane, shelf.read, COLUMNS)
    model.set_ids([1, 2], {1: "旧", 2: "二"})
    model.refresh([1, 77])
    assert model.row(0) == "旧"
    qtbot.waitUntil(lambda: model.row(0) == "第1条")
    assert shelf.reads == [(1,)]
    lane.close()


def test_a_row_that_is_gone_is_not_asked_for_again(shelf):
    model = model_of(shelf, [1, 5000])
    assert model.row(1) is None
    assert model.row(1) is None
    assert len(shelf.reads) == 1


def test_memory_stays_bounded():
    shelf = Shelf(range(KEPT_ROWS * 2))
    model = model_of(shelf, range(KEPT_ROWS * 2))
    for at in range(0, KEPT_ROWS * 2, PAGE):
        model.row(at)
    assert len(model._rows) <= KEPT_ROWS


def test_a_failed_read_is_tried_again_later(shelf):
    broken = [True]

    def read(ids):
        if broken[0]:
            raise OSError
        return shelf.read(ids)

    model = PagedModel(InlineRunner(), read, COLUMNS)
    model.set_ids([1])
    assert model.row(0) is None
    broken[0] = False
    assert model.row(0) == "第1条"


def test_heads_are_named(shelf):
    model = model_of(shelf, [1])
    assert model.headerData(0, Qt.Orientation.Horizontal) == "号"
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_a_column_may_say_more_in_its_tool_tip():
    tip = Qt.ItemDataRole.ToolTipRole
    said = {"1": "更多"}
    columns = (Column("A", str, tip=lambda row: said.get(row, "")), Column("B", str))
    model = PagedModel(InlineRunner(), lambda ids: {one: str(one) for one in ids}, columns)
    model.set_ids([1, 2])
    assert model.data(model.index(0, 0), tip) == "更多"
    assert model.data(model.index(1, 0), tip) is None
    assert model.data(model.index(0, 1), tip) is None
