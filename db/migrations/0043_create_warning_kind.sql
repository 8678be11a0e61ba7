-- The unit's kinds of warnings with the colours each is issued in (domain notes §5.3).

CREATE TABLE warning_kind (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    colors TEXT NOT NULL CHECK (json_valid(colors)),
    order_no INTEGER NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT;
