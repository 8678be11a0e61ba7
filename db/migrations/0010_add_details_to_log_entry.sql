-- What each kind of entry is asked, what an entry goes on with, and withdrawals.

ALTER TABLE log_entry ADD COLUMN is_withdrawal INTEGER NOT NULL DEFAULT 0
    CHECK (is_withdrawal IN (0, 1) AND (is_withdrawal = 0 OR correction_of IS NOT NULL));

ALTER TABLE log_entry ADD COLUMN details TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(details));

ALTER TABLE log_entry ADD COLUMN continuation_of TEXT REFERENCES log_entry (id);

CREATE INDEX log_entry_by_continuation ON log_entry (continuation_of)
    WHERE continuation_of IS NOT NULL;
