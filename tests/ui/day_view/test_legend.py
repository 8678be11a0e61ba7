from PySide6.QtGui import QFontMetrics

from dutydesk.domain.day_view import GapReason, Lane
from dutydesk.ui.day_view.legend import Legend
from dutydesk.wording.day_view import GAP, LANE


def test_every_sign_has_its_word_and_a_place_at_150_percent(theme, qtbot):
    theme.set_scale(150)
    legend = Legend(theme)
    qtbot.addWidget(legend)
    legend.resize(900, legend.sizeHint().height())
    legend.show()
    metrics = QFontMetrics(theme.font("small"))
    words = [*(LANE[lane] for lane in Lane), *(GAP[reason] for reason in GapReason)]
    wide = sum(metrics.horizontalAdvance(word) + theme.px(30) for word in words)
    assert wide < legend.width()
    assert legend.height() >= metrics.height()
    picture = legend.grab().toImage()
    columns = {x for x in range(picture.width()) if _has_ink(picture, x)}
    assert max(columns) > wide * 0.9
    theme.set_scale(100)


def _has_ink(picture, x):
    ground = picture.pixel(picture.width() - 1, 0)
    return any(picture.pixel(x, y) != ground for y in range(picture.height()))
