import pytest

from dutydesk.wording.command_line import parser_problem


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("the following arguments are required: --text", "缺少 --text"),
        ("the following arguments are required: COMMAND", "没有写要做什么。可用：add、list"),
        ("the following arguments are required: action", "没有写要做什么。可用：add、list"),
        (
            "one of the arguments --signer --by-phone is required",
            "--signer 和 --by-phone 要写一个",
        ),
        ("unrecognized arguments: --frob 7", "不认识 --frob 7"),
        ("argument --limit: expected one argument", "--limit 后面缺少内容"),
        (
            "argument action: invalid choice: 'frob' (choose from 'add', 'list')",
            "没有这个命令：frob。可用：add、list",
        ),
        ("argument --limit: invalid int value: '多'", "--limit 要填数字，如 20，不能是 '多'"),
        (
            "argument --not-sensitive: not allowed with argument --sensitive",
            "--not-sensitive 和 --sensitive 不能一起写",
        ),
        ("argument --json: ignored explicit argument '1'", "--json 不对"),
        ("something the parser never said before", "写法不对"),
    ],
)
def test_the_parsers_english_becomes_chinese(message: str, words: str) -> None:
    assert parser_problem(message, ["add", "list"]) == words
