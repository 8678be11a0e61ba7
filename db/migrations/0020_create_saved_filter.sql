-- Filters of the duty log kept under a name: an officer's own, or shared by the unit.

CREATE TABLE saved_filter (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    officer_id TEXT REFERENCES officer (id),
    text TEXT NOT NULL,
    since TEXT CHECK (length(since) = 10),
    until TEXT CHECK (length(until) = 10),
    kinds TEXT NOT NULL CHECK (json_valid(kinds)),
    source TEXT NOT NULL,
    person TEXT NOT NULL,
    phone TEXT NOT NULL,
    is_mine INTEGER NOT NULL CHECK (is_mine IN (0, 1)),
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    is_late INTEGER NOT NULL CHECK (is_late IN (0, 1)),
    is_corrected INTEGER NOT NULL CHECK (is_corrected IN (0, 1)),
    order_no INTEGER NOT NULL CHECK (order_no > 0)
) STRICT;
