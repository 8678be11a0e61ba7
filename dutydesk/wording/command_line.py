"""What is wrong with a command line, in Chinese instead of the parser's English."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MEANINGS = (
    (
        re.compile(r"the following arguments are required: (?:COMMAND|action)"),
        "没有写要做什么。可用：{commands}",
    ),
    (re.compile(r"the following arguments are required: (.*)"), "缺少 {0}"),
    (re.compile(r"one of the arguments (\S+) (\S+) is required"), "{0} 和 {1} 要写一个"),
    (re.compile(r"unrecognized arguments: (.*)"), "不认识 {0}"),
    (re.compile(r"argument (\S+).*: expected one argument"), "{0} 后面缺少内容"),
    (
        re.compile(r"argument (?:\S+): invalid choice: '?(.*?)'? \(choose from .*\)"),
        "没有这个命令：{0}。可用：{commands}",
    ),
    (re.compile(r"argument (\S+).*: invalid \w+ value: (.*)"), "{0} 要填数字，如 20，不能是 {1}"),
    (
        re.compile(r"argument (\S+): not allowed with argument (\S+)"),
        "{0} 和 {1} 不能一起写",
    ),
    (re.compile(r"argument ([^\s:]+).*"), "{0} 不对"),
)

# What the parser calls the places that have no option of their own.
_PLACES = {
    "id": "编号",
    "text": "内容",
    "file": "文件",
    "FILE": "文件",
    "DIR": "文件夹",
    "kind": "种类",
}


def parser_problem(message: str, commands: Sequence[str] = ()) -> str:
    """Return the Chinese form of the parser's message; ``commands`` are those it knows there."""
    known = "、".join(commands)
    for pattern, form in _MEANINGS:
        found = pattern.fullmatch(message)
        if found:
            return form.format(*(_placed(part) for part in found.groups()), commands=known)
    return "写法不对"


def _placed(part: str) -> str:
    return "、".join(_PLACES.get(name, name) for name in part.split(", "))
