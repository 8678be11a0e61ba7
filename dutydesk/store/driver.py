"""The one SQLite of this process: sqlcipher3 (SQLite 3.53), registered before sqlite-utils asks.

Two SQLite libraries in one process cancel each other's locks, and the system's own has the
WAL-reset bug; so nothing else in the program imports a driver.
"""

from __future__ import annotations

import sys

import sqlcipher3
from sqlcipher3 import dbapi2

# sqlite-utils looks for pysqlite3 first; without a key sqlcipher3 is an ordinary SQLite.
sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)

Connection = dbapi2.Connection
Cursor = dbapi2.Cursor
Error = dbapi2.Error
DatabaseError = dbapi2.DatabaseError
OperationalError = dbapi2.OperationalError
IntegrityError = dbapi2.IntegrityError
connect = dbapi2.connect
complete_statement = dbapi2.complete_statement
SQLITE_VERSION = tuple(int(part) for part in dbapi2.sqlite_version.split("."))

# First version without the WAL-reset bug.
OLDEST_SAFE = (3, 51, 3)
