from dutydesk.ui.incident.lines_section import LinesSection


def test_lines_are_replaced_and_shown_as_they_are(theme, qtbot):
    section = LinesSection(theme)
    qtbot.addWidget(section)
    section.show_lines([("<b>甲</b>", ""), ("乙", "muted")])
    assert section.texts() == ["<b>甲</b>", "乙"]
    section.show_lines([("丙", "")])
    assert section.texts() == ["丙"]


def test_a_button_does_what_it_says(theme, qtbot):
    asked = []
    section = LinesSection(theme)
    qtbot.addWidget(section)
    button = section.add_button("通报", lambda: asked.append(1))
    button.click()
    assert asked == [1]
