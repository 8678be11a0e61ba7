-- Holiday notices the unit took in or typed: a year of its own replaces the shipped one.

CREATE TABLE holiday_year (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 4),
    source TEXT NOT NULL CHECK (source IN ('file', 'typed')),
    papers TEXT NOT NULL CHECK (json_valid(papers)),
    days TEXT NOT NULL CHECK (json_valid(days)),
    changed_at TEXT NOT NULL CHECK (length(changed_at) = 20),
    changed_by TEXT NOT NULL
) STRICT;
