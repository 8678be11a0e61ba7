"""What the operating system or the driver says in English, in words for people."""

from __future__ import annotations

_WORDS = {
    "no such file or directory": "没有这个文件或文件夹",
    "file exists": "那里已有同名的文件",
    "permission denied": "没有权限",
    "operation not permitted": "没有权限",
    "no space left on device": "磁盘已满",
    "disk quota exceeded": "磁盘配额已满",
    "file too large": "文件太大，磁盘不收",
    "is a directory": "那里是文件夹",
    "not a directory": "路径中有一段是文件，不是文件夹",
    "file name too long": "名称太长",
    "read-only file system": "磁盘只读",
    "input/output error": "磁盘读写出错",
    "disk i/o error": "磁盘读写出错",
    "database disk image is malformed": "文件有损坏",
    "database or disk is full": "磁盘已满",
    "unable to open database file": "文件打不开",
    "device or resource busy": "设备正忙",
    "too many levels of symbolic links": "链接互相指来指去",
    "invalid argument": "名称不合规定",
    "broken pipe": "接收的一方已关闭",
}


def system_words(text: str) -> str:
    """Return the Chinese words of a system text; one that is not known stays as it is.

    A text that nobody foresaw is better than none for whoever is asked for help.
    """
    return _WORDS.get(text.strip().lower(), text)


def in_brackets(text: str) -> str:
    """Return the words in brackets to stand behind a path, or nothing where nothing is known."""
    words = system_words(text)
    return f"（{words}）" if words else ""
