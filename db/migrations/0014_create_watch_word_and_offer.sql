-- Words that make the desk ask whether a call is an emergency; the unit's own.
CREATE TABLE watch_word (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    word TEXT NOT NULL UNIQUE CHECK (word <> ''),
    category TEXT CHECK (category IN ('natural', 'accident', 'public_health', 'social_safety')),
    kind TEXT NOT NULL,
    order_no INTEGER NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
    CHECK (kind = '' OR category IS NOT NULL)
) STRICT;

-- An entry that named such a word, until somebody has said what it comes to.
CREATE TABLE incident_offer (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    entry_id TEXT NOT NULL UNIQUE REFERENCES log_entry (id),
    words TEXT NOT NULL CHECK (json_valid(words)),
    offered_at TEXT NOT NULL CHECK (length(offered_at) = 20),
    outcome TEXT CHECK (outcome IN (
        'incident', 'same_incident', 'not_needed', 'false_alarm', 'reported_elsewhere',
        'corrected', 'withdrawn')),
    incident_id TEXT REFERENCES incident (id),
    note TEXT NOT NULL,
    settled_at TEXT CHECK (length(settled_at) = 20),
    settled_by TEXT,
    CHECK ((outcome IS NULL) = (settled_at IS NULL)),
    CHECK ((outcome IN ('incident', 'same_incident')) = (incident_id IS NOT NULL)
        OR outcome IS NULL)
) STRICT;

CREATE INDEX incident_offer_by_open ON incident_offer (rowid) WHERE settled_at IS NULL;

-- A correction or withdrawal of an entry whose shift was handed over, until the leader knows.
CREATE TABLE late_correction (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    entry_id TEXT NOT NULL UNIQUE REFERENCES log_entry (id),
    corrected_at TEXT NOT NULL CHECK (length(corrected_at) = 20),
    seen_at TEXT CHECK (length(seen_at) = 20),
    seen_by TEXT,
    CHECK ((seen_at IS NULL) = (seen_by IS NULL))
) STRICT;

CREATE INDEX late_correction_by_unseen ON late_correction (rowid) WHERE seen_at IS NULL;
