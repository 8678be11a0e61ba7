from dutydesk.ui.call_round.tick_grid import TickGrid


def test_boxes_are_ticked_kept_and_laid_out_by_the_room_there_is(theme, qtbot):
    grid = TickGrid(theme, "角色", [(f"v{n}", f"第{n}种人") for n in range(6)])
    qtbot.addWidget(grid)
    with qtbot.waitSignal(grid.changed):
        grid.boxes["v1"].click()
    assert grid.ticked() == ("v1",)
    kept = grid.lines()
    grid.tick(["v2", "v3"])
    assert grid.ticked() == ("v2", "v3")
    grid.load_lines(kept)
    assert grid.ticked() == ("v1",)
    with qtbot.waitExposed(grid):
        grid.show()
    grid.resize(2000, 100)
    wide = grid.boxes["v5"].y()
    grid.resize(grid.minimumSizeHint().width(), 400)
    grid.layout().activate()
    assert grid.boxes["v5"].y() > wide
