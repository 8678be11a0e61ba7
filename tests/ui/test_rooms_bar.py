def test_the_count_of_a_room_stands_beside_its_name(window):
    window.room().count_changed.emit(2)
    assert window.bar.buttons["duty_desk"].count == 2
    assert window.bar.buttons["duty_desk"].accessibleName() == "值班台，2 项"
