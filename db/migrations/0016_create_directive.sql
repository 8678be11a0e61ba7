-- The ledger of directives of leaders: one line each, chased until fed back, closed with a result.

CREATE TABLE directive (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    entry_id TEXT NOT NULL REFERENCES log_entry (id),
    leader TEXT NOT NULL,
    at TEXT NOT NULL CHECK (length(at) = 20),
    form TEXT NOT NULL CHECK (form IN ('written', 'oral', 'phone')),
    carrier TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    status TEXT NOT NULL
        CHECK (status IN ('noted', 'passed_on', 'in_hand', 'fed_back', 'closed')),
    passed_to_unit TEXT NOT NULL,
    passed_to_person TEXT NOT NULL,
    passed_at TEXT CHECK (length(passed_at) = 20),
    receipt_by TEXT NOT NULL,
    receipt_at TEXT CHECK (length(receipt_at) = 20),
    due_at TEXT CHECK (length(due_at) = 20),
    feedback TEXT NOT NULL,
    feedback_at TEXT CHECK (length(feedback_at) = 20),
    result TEXT NOT NULL,
    closed_at TEXT CHECK (length(closed_at) = 20),
    closed_by TEXT,
    recorder TEXT NOT NULL,
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
    CHECK ((status = 'closed') = (closed_at IS NOT NULL))
) STRICT;

-- One entry begins one line.
CREATE UNIQUE INDEX directive_by_entry ON directive (entry_id);

CREATE INDEX directive_by_open ON directive (rowid) WHERE status <> 'closed';

CREATE TABLE directive_chase (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    directive_id TEXT NOT NULL REFERENCES directive (id),
    at TEXT NOT NULL CHECK (length(at) = 20),
    text TEXT NOT NULL,
    reply TEXT NOT NULL,
    recorder TEXT NOT NULL,
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
    CHECK (text <> '' OR reply <> '')
) STRICT;

CREATE INDEX directive_chase_by_directive ON directive_chase (directive_id);

CREATE TRIGGER directive_chase_is_append_only_update BEFORE UPDATE ON directive_chase
BEGIN
    SELECT RAISE(ABORT, 'directive_chase is append-only');
END;

CREATE TRIGGER directive_chase_is_append_only_delete BEFORE DELETE ON directive_chase
BEGIN
    SELECT RAISE(ABORT, 'directive_chase is append-only');
END;
