-- The fifth rung (five minutes over, nobody has answered), and what nobody could hear because the
-- machine was off or asleep: it is listed until somebody says by name that he saw it. Neither is
-- journalled: that it was acknowledged stands in the duty log.
CREATE TABLE alarm_state_new (
    key TEXT PRIMARY KEY,
    due_at TEXT NOT NULL CHECK (length(due_at) = 20),
    raised INTEGER NOT NULL CHECK (raised BETWEEN 0 AND 4),
    acknowledged INTEGER NOT NULL CHECK (acknowledged BETWEEN 0 AND 4)
) STRICT;

INSERT INTO alarm_state_new (key, due_at, raised, acknowledged)
SELECT key, due_at, raised, acknowledged FROM alarm_state;

DROP TABLE alarm_state;

ALTER TABLE alarm_state_new RENAME TO alarm_state;

CREATE TABLE missed_alarm (
    key TEXT NOT NULL,
    rung INTEGER NOT NULL CHECK (rung BETWEEN 1 AND 3),
    at TEXT NOT NULL CHECK (length(at) = 20),
    words TEXT NOT NULL,
    PRIMARY KEY (key, rung)
) STRICT;
