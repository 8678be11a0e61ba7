"""What is wrong with a command line, in Chinese instead of the parser's English."""

from __future__ import annotations

import re

_MEANINGS = (
    (re.compile(r"the following arguments are required: (.*)"), "缺少 {0}"),
    (re.compile(r"unrecognized arguments: (.*)"), "不认识 {0}"),
    (re.compile(r"argument (\S+).*: expected one argument"), "{0} 后面缺少内容"),
    (
        re.compile(r"argument (\S+).*: invalid choice: (.*?) \(choose from (.*)\)"),
        "{0} 不能是 {1}，可用：{2}",
    ),
    (re.compile(r"argument (\S+).*: invalid \w+ value: (.*)"), "{0} 要填数字，不能是 {1}"),
    (re.compile(r"argument ([^\s:]+).*"), "{0} 不对"),
)

# What the parser calls the places that have no option of their own.
_PLACES = {"COMMAND": "命令", "action": "子命令"}


def parser_problem(message: str) -> str:
    """Return the Chinese form of the parser's message."""
    for pattern, form in _MEANINGS:
        found = pattern.fullmatch(message)
        if found:
            return form.format(*(_PLACES.get(part, part) for part in found.groups()))
    return "写法不对"
