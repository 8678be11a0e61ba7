from dutydesk.domain.search_text import index_tokens
from dutydesk.store import driver
from dutydesk.store.search_check import check_search
from tests.builders import Staff, draft


def test_every_kind_of_text_is_indexed_as_it_is_checked(staffed: Staff) -> None:
    room = staffed.room
    texts = [
        "ＡＢＣ燃气",
        "a",
        "，。",
        "ßẞİı",
        "𠮷野家",
        "١٢٣",
        "e\u0301",
        "3号楼\n4号楼",
        "\x00甲",
    ]
    for text in texts:
        room.duty_log.record(draft(room, text, phone="19900001234"), by=staffed.by)
    connection = driver.connect(str(room.store.path), isolation_level=None)
    assert check_search(connection) == []
    connection.close()


def test_one_word_too_many_or_too_few_is_named(staffed: Staff) -> None:
    room = staffed.room
    room.duty_log.record(draft(room, "燃气异味"), by=staffed.by)
    room.duty_log.record(draft(room, "燃气泄漏"), by=staffed.by)
    room.store.close()
    connection = driver.connect(str(room.store.path), isolation_level=None)
    connection.execute("INSERT INTO log_search (rowid, body) VALUES (3, '燃气')")
    assert [problem.detail for problem in check_search(connection)] == ["燃气"]
    connection.execute("INSERT INTO log_search (log_search) VALUES ('delete-all')")
    words = [problem.detail for problem in check_search(connection)]
    assert sorted(words) == sorted(set(index_tokens("燃气异味\n燃气泄漏").split()))
    connection.close()
