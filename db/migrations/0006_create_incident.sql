-- Incidents with their gradings and reports; kinds, level criteria and deadline rules of the unit.

CREATE TABLE incident (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    incident_no TEXT NOT NULL UNIQUE CHECK (incident_no <> ''),
    title TEXT NOT NULL CHECK (title <> ''),
    category TEXT NOT NULL
        CHECK (category IN ('natural', 'accident', 'public_health', 'social_safety')),
    kind TEXT NOT NULL CHECK (kind <> ''),
    place TEXT NOT NULL CHECK (place <> ''),
    received_at TEXT NOT NULL CHECK (length(received_at) = 20),
    occurred_at TEXT CHECK (length(occurred_at) = 20 AND occurred_at <= received_at),
    source TEXT NOT NULL,
    situation TEXT NOT NULL,
    cause TEXT NOT NULL,
    measures TEXT NOT NULL,
    next_steps TEXT NOT NULL,
    deaths INTEGER CHECK (deaths >= 0),
    missing INTEGER CHECK (missing >= 0),
    injured INTEGER CHECK (injured >= 0),
    seriously_injured INTEGER CHECK (seriously_injured >= 0),
    poisoned_or_ill INTEGER CHECK (poisoned_or_ill >= 0),
    trapped INTEGER CHECK (trapped >= 0),
    evacuated INTEGER CHECK (evacuated >= 0),
    loss_yuan INTEGER CHECK (loss_yuan >= 0),
    burnt_area_m2 INTEGER CHECK (burnt_area_m2 >= 0),
    is_sensitive INTEGER NOT NULL CHECK (is_sensitive IN (0, 1)),
    level TEXT NOT NULL CHECK (level IN (
        'especially_serious', 'serious', 'relatively_serious', 'ordinary', 'unclassified')),
    suggested_level TEXT NOT NULL CHECK (suggested_level IN (
        'especially_serious', 'serious', 'relatively_serious', 'ordinary', 'unclassified')),
    level_reason TEXT NOT NULL,
    level_confirmed_by TEXT,
    level_confirmed_at TEXT CHECK (length(level_confirmed_at) = 20),
    status TEXT NOT NULL CHECK (status IN (
        'received', 'verifying', 'handling', 'stable', 'ended', 'archived')),
    exit_reason TEXT CHECK (exit_reason IN ('false_alarm', 'not_an_emergency')),
    exit_note TEXT NOT NULL,
    origin_entry_id TEXT REFERENCES log_entry (id),
    opened_at TEXT NOT NULL CHECK (length(opened_at) = 20),
    opened_by TEXT NOT NULL,
    closed_at TEXT CHECK (length(closed_at) = 20),
    closed_by TEXT,
    CHECK ((status IN ('ended', 'archived')) = (closed_at IS NOT NULL)),
    CHECK ((exit_reason IS NULL) = (exit_note = ''))
) STRICT;

CREATE INDEX incident_by_running ON incident (rowid) WHERE closed_at IS NULL;

-- Every decision on the level, the first at opening: clocks are recomputed from all of them.
CREATE TABLE incident_grading (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    level TEXT NOT NULL CHECK (level IN (
        'especially_serious', 'serious', 'relatively_serious', 'ordinary', 'unclassified')),
    is_sensitive INTEGER NOT NULL CHECK (is_sensitive IN (0, 1)),
    decided_at TEXT NOT NULL CHECK (length(decided_at) = 20),
    decided_by TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

CREATE INDEX incident_grading_by_incident ON incident_grading (incident_id);

CREATE TRIGGER incident_grading_is_append_only_update BEFORE UPDATE ON incident_grading
BEGIN
    SELECT RAISE(ABORT, 'incident_grading is append-only');
END;

CREATE TRIGGER incident_grading_is_append_only_delete BEFORE DELETE ON incident_grading
BEGIN
    SELECT RAISE(ABORT, 'incident_grading is append-only');
END;

-- What was signed and sent stays as it was.
CREATE TABLE incident_report (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    stage TEXT NOT NULL CHECK (stage IN ('first', 'follow_up', 'verification', 'final')),
    medium TEXT NOT NULL CHECK (medium IN ('phone', 'written')),
    sequence_no INTEGER NOT NULL CHECK (sequence_no > 0),
    issue_year INTEGER,
    issue_no INTEGER CHECK (issue_no > 0),
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    figures TEXT NOT NULL CHECK (json_valid(figures)),
    level TEXT NOT NULL CHECK (level IN (
        'especially_serious', 'serious', 'relatively_serious', 'ordinary', 'unclassified')),
    report_to TEXT NOT NULL CHECK (json_valid(report_to)),
    copy_to TEXT NOT NULL CHECK (json_valid(copy_to)),
    receiver TEXT NOT NULL,
    drafted_by TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    signed_at TEXT NOT NULL CHECK (length(signed_at) = 20),
    sent_at TEXT NOT NULL CHECK (length(sent_at) = 20),
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
    rule_id TEXT,
    rule_text TEXT NOT NULL,
    starts_at TEXT CHECK (length(starts_at) = 20),
    due_at TEXT CHECK (length(due_at) = 20 AND due_at > starts_at),
    is_met INTEGER CHECK (is_met IN (0, 1)),
    late_by_minutes INTEGER NOT NULL CHECK (late_by_minutes >= 0),
    late_reason TEXT NOT NULL,
    is_after_upgrade INTEGER NOT NULL CHECK (is_after_upgrade IN (0, 1)),
    CHECK ((medium = 'written') = (issue_no IS NOT NULL)),
    CHECK ((issue_no IS NULL) = (issue_year IS NULL)),
    CHECK ((due_at IS NULL) = (is_met IS NULL))
) STRICT;

CREATE INDEX incident_report_by_incident ON incident_report (incident_id);

CREATE UNIQUE INDEX incident_report_by_issue ON incident_report (issue_year, issue_no)
    WHERE issue_no IS NOT NULL;

CREATE TRIGGER incident_report_is_append_only_update BEFORE UPDATE ON incident_report
BEGIN
    SELECT RAISE(ABORT, 'incident_report is append-only');
END;

CREATE TRIGGER incident_report_is_append_only_delete BEFORE DELETE ON incident_report
BEGIN
    SELECT RAISE(ABORT, 'incident_report is append-only');
END;

CREATE TABLE incident_kind (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    category TEXT NOT NULL
        CHECK (category IN ('natural', 'accident', 'public_health', 'social_safety')),
    name TEXT NOT NULL CHECK (name <> ''),
    order_no INTEGER NOT NULL,
    UNIQUE (category, name)
) STRICT;

CREATE TABLE level_criterion (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    table_name TEXT NOT NULL CHECK (table_name <> ''),
    category TEXT NOT NULL
        CHECK (category IN ('natural', 'accident', 'public_health', 'social_safety')),
    kinds TEXT NOT NULL CHECK (json_valid(kinds)),
    level TEXT NOT NULL
        CHECK (level IN ('especially_serious', 'serious', 'relatively_serious', 'ordinary')),
    figure TEXT NOT NULL,
    at_least INTEGER NOT NULL CHECK (at_least >= 0),
    with_figure TEXT,
    with_at_least INTEGER CHECK (with_at_least >= 0),
    source TEXT NOT NULL,
    CHECK ((with_figure IS NULL) = (with_at_least IS NULL))
) STRICT;

CREATE TABLE deadline_rule (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    rule_set TEXT NOT NULL CHECK (rule_set <> ''),
    category TEXT CHECK (category IN ('natural', 'accident', 'public_health', 'social_safety')),
    kind TEXT,
    level TEXT
        CHECK (level IN ('especially_serious', 'serious', 'relatively_serious', 'ordinary')),
    stage TEXT NOT NULL CHECK (stage IN ('first', 'follow_up', 'verification', 'final')),
    medium TEXT NOT NULL CHECK (medium IN ('phone', 'written')),
    minutes INTEGER CHECK (minutes > 0),
    daily_times TEXT NOT NULL CHECK (json_valid(daily_times)),
    starts_from TEXT NOT NULL CHECK (starts_from IN ('occurred', 'received', 'first_delivery')),
    report_to TEXT NOT NULL,
    source TEXT NOT NULL,
    order_no INTEGER NOT NULL
) STRICT;
