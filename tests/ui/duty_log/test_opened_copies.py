from dutydesk.ui.duty_log.opened_copies import OpenedCopies


def test_copies_are_read_only_and_gone_when_dropped():
    opened = []
    copies = OpenedCopies(lambda path: bool(opened.append(path)) or True)
    paths = [copies.place("现场.jpg"), copies.place("现场.jpg")]
    assert paths[0] != paths[1]
    for path in paths:
        path.write_bytes(b"seen")
        assert copies.open(path)
        assert path.stat().st_mode & 0o777 == 0o400
        assert path.parent.stat().st_mode & 0o077 == 0
    assert opened == paths
    copies.drop()
    assert not any(path.exists() or path.parent.exists() for path in paths)
    copies.drop()


def test_no_program_is_said():
    copies = OpenedCopies(lambda _path: False)
    path = copies.place("a.xyz")
    path.write_bytes(b"x")
    assert not copies.open(path)
    copies.drop()
    assert not path.exists()
