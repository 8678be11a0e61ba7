-- Sentences a duty room writes again and again, with {blanks}; the unit's own, kind NULL is any.
CREATE TABLE phrase (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL CHECK (text <> ''),
    kind TEXT CHECK (kind IN (
        'incoming_call', 'outgoing_call', 'incoming_document', 'fax', 'superior_notice', 'visit',
        'patrol', 'incident', 'warning', 'consultation', 'directive', 'equipment', 'duty_check',
        'other')),
    order_no INTEGER NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT;

-- How often a phrase was chosen, for the order they are offered in; not journalled.
CREATE TABLE phrase_use (
    phrase_id TEXT PRIMARY KEY,
    use_count INTEGER NOT NULL CHECK (use_count > 0),
    last_used_at TEXT NOT NULL CHECK (length(last_used_at) = 20)
) STRICT;
