"""One question to the session bus, answered within a time limit and before Qt starts.

Qt's own bus classes may block for seconds on a sick bus; here a plain socket with a deadline is
enough, since the only question is whether a name has an owner.
"""

from __future__ import annotations

import os
import socket
import struct
import time
from urllib.parse import unquote

_BUS = "org.freedesktop.DBus"
_PATH = "/org/freedesktop/DBus"
_METHOD_CALL, _METHOD_RETURN, _ERROR = 1, 2, 3


def name_has_owner(address: str, name: str, limit: float) -> bool | None:
    """Tell whether ``name`` is owned on the bus at ``address``; None when it did not answer.

    ``address`` is the value of DBUS_SESSION_BUS_ADDRESS; ``limit`` is in seconds for all steps
    together.
    """
    place = _socket_place(address)
    if place is None:
        return None
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            return _Talk(line, time.monotonic() + limit).ask(place, name)
    except (OSError, ValueError, struct.error):
        return None


class _Talk:
    """The few steps of the bus protocol: authenticate, say hello, ask."""

    def __init__(self, line: socket.socket, deadline: float) -> None:
        self._line = line
        self._deadline = deadline
        self._read = b""

    def ask(self, place: str, name: str) -> bool:
        self._in_time()
        self._line.connect(place)
        user = str(os.getuid()).encode().hex()
        self._line.sendall(b"\0AUTH EXTERNAL " + user.encode() + b"\r\n")
        if not self._until(b"\r\n").startswith(b"OK "):
            raise ValueError("bus refused the login")
        self._line.sendall(b"BEGIN\r\n" + _call(1, "Hello", None) + _call(2, "NameHasOwner", name))
        while True:
            kind, serial, body = self._message()
            if kind == _METHOD_RETURN and serial == 2:  # noqa: PLR2004 - the second call above
                return bool(struct.unpack("<I", body[:4])[0])
            if kind == _ERROR:
                raise ValueError("bus answered with an error")

    def _message(self) -> tuple[int, int, bytes]:
        head = self._take(16)
        order = "<" if head[:1] == b"l" else ">"
        body_length, _, fields_length = struct.unpack(order + "III", head[4:16])
        fields = self._take((fields_length + 7) // 8 * 8)[:fields_length]
        body = self._take(body_length)
        return head[1], _reply_serial(fields, order), body

    def _until(self, mark: bytes) -> bytes:
        while mark not in self._read:
            self._more()
        found, self._read = self._read.split(mark, 1)
        return found

    def _take(self, count: int) -> bytes:
        while len(self._read) < count:
            self._more()
        found, self._read = self._read[:count], self._read[count:]
        return found

    def _more(self) -> None:
        self._in_time()
        got = self._line.recv(4096)
        if not got:
            raise ValueError("bus hung up")
        self._read += got

    def _in_time(self) -> None:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._line.settimeout(left)


def _socket_place(address: str) -> str | None:
    for one in address.split(";"):
        kind, _, rest = one.partition(":")
        values = dict(pair.split("=", 1) for pair in rest.split(",") if "=" in pair)
        if kind == "unix" and "path" in values:
            return unquote(values["path"])
        if kind == "unix" and "abstract" in values:
            return "\0" + unquote(values["abstract"])
    return None


def _call(serial: int, member: str, argument: str | None) -> bytes:
    body = b"" if argument is None else _text(argument)
    fields = [(1, "o", _PATH), (6, "s", _BUS), (2, "s", _BUS), (3, "s", member)]
    packed = b""
    for code, kind, value in fields:
        packed += b"\0" * (-len(packed) % 8) + bytes((code, 1)) + kind.encode() + b"\0"
        packed += _text(value)
    if argument is not None:
        packed += b"\0" * (-len(packed) % 8) + b"\x08\x01g\0" + b"\x01s\0"
    head = struct.pack("<cBBBIII", b"l", _METHOD_CALL, 0, 1, len(body), serial, len(packed))
    return head + packed + b"\0" * (-len(packed) % 8) + body


def _text(value: str) -> bytes:
    raw = value.encode()
    return struct.pack("<I", len(raw)) + raw + b"\0"


def _reply_serial(fields: bytes, order: str) -> int:
    """Find header field 5; the fields before it are texts, paths, signatures or numbers."""
    at = 0
    while at < len(fields):
        at += -at % 8
        code, kind = fields[at], fields[at + 2 : at + 3]
        at += 4
        if kind == b"u":
            if code == 5:  # noqa: PLR2004 - REPLY_SERIAL in the bus specification
                return int(struct.unpack(order + "I", fields[at : at + 4])[0])
            at += 4
        elif kind == b"g":
            at += fields[at] + 2
        else:
            at += 4 + int(struct.unpack(order + "I", fields[at : at + 4])[0]) + 1
    return 0
