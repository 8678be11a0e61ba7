-- Importance and reminder of open items, and what became of them: noted, closed, taken up again.

ALTER TABLE open_item ADD COLUMN importance TEXT NOT NULL DEFAULT 'ordinary'
    CHECK (importance IN ('ordinary', 'important'));

ALTER TABLE open_item ADD COLUMN remind_at TEXT CHECK (length(remind_at) = 20);

CREATE TABLE open_item_progress (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    item_id TEXT NOT NULL REFERENCES open_item (id),
    kind TEXT NOT NULL CHECK (kind IN ('note', 'closed', 'reopened')),
    at TEXT NOT NULL CHECK (length(at) = 20),
    text TEXT NOT NULL CHECK (text <> ''),
    officer_id TEXT REFERENCES officer (id),
    recorder TEXT NOT NULL,
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20)
) STRICT;

CREATE INDEX open_item_progress_by_item ON open_item_progress (item_id);

CREATE TRIGGER open_item_progress_is_append_only_update BEFORE UPDATE ON open_item_progress
BEGIN
    SELECT RAISE(ABORT, 'open_item_progress is append-only');
END;

CREATE TRIGGER open_item_progress_is_append_only_delete BEFORE DELETE ON open_item_progress
BEGIN
    SELECT RAISE(ABORT, 'open_item_progress is append-only');
END;
