-- Who was told of an incident, what was done first at the scene, and who commands; each with the
-- unit's own list that the sheets are made from.

CREATE TABLE notified_party (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    phone TEXT NOT NULL,
    category TEXT
        CHECK (category IN ('natural', 'accident', 'public_health', 'social_safety')),
    kind TEXT NOT NULL,
    at_least TEXT CHECK (at_least IN (
        'especially_serious', 'serious', 'relatively_serious', 'ordinary', 'unclassified')),
    is_command INTEGER NOT NULL CHECK (is_command IN (0, 1)),
    order_no INTEGER NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT;

CREATE TABLE initial_action (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    category TEXT
        CHECK (category IN ('natural', 'accident', 'public_health', 'social_safety')),
    kind TEXT NOT NULL,
    order_no INTEGER NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT;

CREATE TABLE command_hq (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    category TEXT
        CHECK (category IN ('natural', 'accident', 'public_health', 'social_safety')),
    kinds TEXT NOT NULL CHECK (json_valid(kinds)),
    at_least TEXT CHECK (at_least IN (
        'especially_serious', 'serious', 'relatively_serious', 'ordinary', 'unclassified')),
    commander TEXT NOT NULL,
    lead_department TEXT NOT NULL,
    phone TEXT NOT NULL,
    order_no INTEGER NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT;

CREATE TABLE incident_notice (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    party TEXT NOT NULL CHECK (party <> ''),
    person TEXT NOT NULL,
    phone TEXT NOT NULL,
    how TEXT NOT NULL CHECK (how IN ('phone', 'message', 'fax', 'in_person', 'other')),
    is_reached INTEGER NOT NULL CHECK (is_reached IN (0, 1)),
    answer TEXT NOT NULL,
    told_at TEXT NOT NULL CHECK (length(told_at) = 20),
    told_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
    entry_id TEXT NOT NULL REFERENCES log_entry (id)
) STRICT;

CREATE INDEX incident_notice_by_incident ON incident_notice (incident_id);

CREATE TRIGGER incident_notice_is_append_only_update BEFORE UPDATE ON incident_notice
BEGIN
    SELECT RAISE(ABORT, 'incident_notice is append-only');
END;

CREATE TRIGGER incident_notice_is_append_only_delete BEFORE DELETE ON incident_notice
BEGIN
    SELECT RAISE(ABORT, 'incident_notice is append-only');
END;

CREATE TABLE initial_action_taken (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    action TEXT NOT NULL CHECK (action <> ''),
    done_at TEXT NOT NULL CHECK (length(done_at) = 20),
    done_by TEXT NOT NULL,
    note TEXT NOT NULL,
    recorder TEXT NOT NULL,
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
    entry_id TEXT NOT NULL REFERENCES log_entry (id)
) STRICT;

CREATE INDEX initial_action_taken_by_incident ON initial_action_taken (incident_id);

CREATE TRIGGER initial_action_taken_is_append_only_update BEFORE UPDATE ON initial_action_taken
BEGIN
    SELECT RAISE(ABORT, 'initial_action_taken is append-only');
END;

CREATE TRIGGER initial_action_taken_is_append_only_delete BEFORE DELETE ON initial_action_taken
BEGIN
    SELECT RAISE(ABORT, 'initial_action_taken is append-only');
END;
