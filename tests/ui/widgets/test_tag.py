from dutydesk.ui.widgets.tag import Tag, TagLook, tag_size


def test_a_tag_is_as_wide_as_its_word_at_every_type_size(theme, qtbot):
    tag = Tag(theme, TagLook("来电", "phone-incoming", "accent"))
    qtbot.addWidget(tag)
    small = tag.sizeHint()
    theme.set_scale(200)
    assert tag.sizeHint().width() > 1.8 * small.width()
    tag.show_look(TagLook("上级通知"))
    assert tag.sizeHint() == tag_size(theme, TagLook("上级通知"))
    assert tag.accessibleName() == "上级通知"
