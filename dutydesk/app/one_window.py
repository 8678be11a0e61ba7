"""One window for each data folder and user: a second start raises the first and leaves.

The lock of the room decides who may write; this socket only carries the wish to be seen.
"""

from __future__ import annotations

import getpass
import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 500
_RAISE = b"raise\n"


def server_name(folder: Path) -> str:
    """Return the name under which the window of a data folder listens, equal in every start."""
    place = f"{getpass.getuser()}\n{folder.resolve()}"
    return "dutydesk-" + hashlib.sha256(place.encode()).hexdigest()[:24]


def raise_first(folder: Path) -> bool:
    """Ask the window of this folder to come to the front; False when none of ours answers."""
    socket = QLocalSocket()
    socket.connectToServer(server_name(folder))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    socket.write(_RAISE)
    is_sent = socket.waitForBytesWritten(_WAIT_MS)
    socket.disconnectFromServer()
    return bool(is_sent)


class WindowBell(QObject):
    """Listens for second starts; ``rung`` when the window is to come to the front.

    Begin it only while the lock of the room is held: it clears the name of a killed start.
    """

    rung = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = server_name(folder)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.disconnected.connect(caller.deleteLater)
            self.rung.emit()
