"""Writes db/schema.sql anew from the migrations: run by `make schema` after adding one."""

import tempfile
from pathlib import Path

from dutydesk import paths
from dutydesk.store import database
from dutydesk.store.schema import schema_text


def fresh_schema() -> str:
    """Make a room in a folder that is removed again and give its schema as SQL."""
    with tempfile.TemporaryDirectory() as folder:
        connection = database.create(Path(folder) / "room.db")
        try:
            return schema_text(connection)
        finally:
            connection.close()


if __name__ == "__main__":
    paths.schema_file().write_text(fresh_schema(), encoding="utf-8")
    print(f"wrote {paths.schema_file()}")
