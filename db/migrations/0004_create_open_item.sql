-- Open items, carried over shifts until closed.

CREATE TABLE open_item (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL CHECK (title <> ''),
    owner TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'closed')),
    created_at TEXT NOT NULL CHECK (length(created_at) = 20),
    created_shift_id TEXT NOT NULL REFERENCES shift (id),
    origin_entry_id TEXT REFERENCES log_entry (id),
    due_at TEXT CHECK (length(due_at) = 20),
    attention TEXT NOT NULL,
    result TEXT NOT NULL,
    closed_at TEXT CHECK (length(closed_at) = 20),
    closed_by TEXT,
    CHECK ((status = 'closed') = (closed_at IS NOT NULL))
) STRICT;

CREATE INDEX open_item_by_open ON open_item (rowid) WHERE status = 'open';

CREATE INDEX open_item_by_origin ON open_item (origin_entry_id) WHERE origin_entry_id IS NOT NULL;
