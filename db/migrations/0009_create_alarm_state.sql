-- What was heard of each running clock, so that a restart neither repeats an alarm nor loses one;
-- not journalled: that it was acknowledged stands in the duty log.
CREATE TABLE alarm_state (
    key TEXT PRIMARY KEY,
    due_at TEXT NOT NULL CHECK (length(due_at) = 20),
    raised INTEGER NOT NULL CHECK (raised BETWEEN 0 AND 3),
    acknowledged INTEGER NOT NULL CHECK (acknowledged BETWEEN 0 AND 3)
) STRICT;
