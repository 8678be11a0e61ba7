from datetime import timedelta

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from dutydesk.domain.day_view import GapReason, Lane
from dutydesk.ui.day_view.ribbon import (
    LANES,
    ROLE,
    Ribbon,
    hours_height,
    paint_hatch,
    paint_hours,
    paint_mark,
    paint_ribbon,
    ribbon_height,
)

RECT = QRectF(100, 10, 240, 32)


def test_an_hour_is_a_twenty_fourth_of_the_ribbon_and_nothing_leaves_it(day, theme):
    ribbon = Ribbon(day, RECT, theme)
    assert ribbon.x(day.starts_at) == 100
    assert ribbon.x(day.starts_at + timedelta(hours=6)) == 160
    assert ribbon.x(day.ends_at) == 340
    assert ribbon.x(day.starts_at - timedelta(hours=1)) == 100
    assert ribbon.x(day.ends_at + timedelta(hours=1)) == 340


def test_an_entry_is_found_under_the_pointer_on_its_own_line_and_a_gap_beside_it(day, theme):
    ribbon = Ribbon(day, RECT, theme)
    for one in day.marks:
        assert ribbon.mark_at(ribbon.centre(one)) == one
    assert len({ribbon.centre(one).y() for one in day.marks}) == len(LANES)
    assert ribbon.mark_at(QPointF(250, 20)) is None
    assert ribbon.gap_at(QPointF(250, 20)) == day.gaps[0]
    assert ribbon.gap_at(QPointF(120, 20)) is None


def drawn(paint):
    image = QImage(400, 80, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def test_entries_gap_and_this_minute_leave_their_traces(day, theme):
    now = day.starts_at + timedelta(hours=22)
    full = Ribbon(day, RECT, theme, now)
    image = drawn(lambda painter: paint_ribbon(painter, full, "条1"))
    colour = theme.colour("accent").rgb()
    x, y = round(full.x(now)), 15
    assert colour in {image.pixel(x + step, y) for step in (-1, 0, 1)}
    call = full.centre(day.marks[0])
    assert image.pixel(round(call.x()), round(call.y())) == colour
    gap = {image.pixel(at, 20) for at in range(235, 295)}
    assert len(gap) > 1


def test_the_signs_of_the_families_differ_in_shape_as_well(theme):
    shapes = set()
    for lane in Lane:
        image = drawn(lambda painter, lane=lane: paint_mark(painter, theme, lane, QPointF(50, 40)))
        ink = frozenset(
            (x, y) for x in range(40, 60) for y in range(30, 50) if image.pixel(x, y) != 0xFFFFFFFF
        )
        assert ink
        shapes.add(ink)
    assert len(shapes) == len(LANES)
    assert set(ROLE) == set(Lane)


def test_the_two_gaps_are_hatched_differently(theme):
    pictures = [
        drawn(lambda painter, one=one: paint_hatch(painter, theme, QRectF(0, 0, 60, 20), one))
        for one in GapReason
    ]
    assert pictures[0] != pictures[1]
    assert len({pictures[0].pixel(x, 10) for x in range(60)}) > 1


def test_hours_stand_below_or_above(day, theme):
    ribbon = Ribbon(day, QRectF(10, 30, 360, ribbon_height(theme)), theme)
    below = drawn(lambda painter: paint_hours(painter, ribbon))
    above = drawn(lambda painter: paint_hours(painter, ribbon, is_above=True))
    assert below != above
    rows = {
        y
        for y in range(30 - hours_height(theme), 29)
        for x in range(400)
        if above.pixel(x, y) != 0xFFFFFFFF
    }
    assert rows
