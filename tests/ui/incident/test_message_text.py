import pytest

from dutydesk.domain.message_reading import Span
from dutydesk.ui.incident.message_text import MessageText
from dutydesk.ui.tokens import Look


@pytest.fixture
def text(theme, qtbot):
    made = MessageText(theme)
    qtbot.addWidget(made)
    made.setPlainText("𬭚某昨日起火\n造成2人受伤")
    return made


def grounds(text):
    return [one.format.background().color().name() for one in text.extraSelections()]


def test_words_behind_a_rare_character_are_marked_where_they_stand(text):
    whole = text.toPlainText()
    at = whole.index("2人受伤")
    text.show_spans([Span(2, 4), Span(at, at + 4)], Span(at, at + 4))
    assert [one.cursor.selectedText() for one in text.extraSelections()] == [
        "昨日",
        "2人受伤",
        "2人受伤",
    ]
    assert text.marked() == ["2人受伤"]


@pytest.mark.parametrize("look", list(Look))
def test_the_chosen_words_are_marked_more_strongly_in_each_palette(text, theme, look):
    text.show_spans([Span(2, 4), Span(4, 6)], Span(4, 6))
    theme.look = look
    theme.changed.emit()
    soft, strong = theme.colour("soon_soft").name(), theme.colour("accent").name()
    assert grounds(text) == [soft, soft, strong]
    assert all(one.format.fontUnderline() for one in text.extraSelections())


def test_nothing_chosen_marks_nothing_strongly(text):
    text.show_spans([], None)
    assert (text.extraSelections(), text.marked()) == ([], [])
