-- Light injuries and people at risk, near misses as decided by a person, since when a situation is
-- stable; of a report what it corrects, why it skipped a level, whom the caller had told.

ALTER TABLE incident ADD COLUMN lightly_injured INTEGER CHECK (lightly_injured >= 0);

ALTER TABLE incident ADD COLUMN at_risk INTEGER CHECK (at_risk >= 0);

ALTER TABLE incident ADD COLUMN is_serious_near_miss INTEGER NOT NULL DEFAULT 0
    CHECK (is_serious_near_miss IN (0, 1));

ALTER TABLE incident ADD COLUMN near_miss_reason TEXT NOT NULL DEFAULT '';

ALTER TABLE incident ADD COLUMN stable_at TEXT CHECK (length(stable_at) = 20);

ALTER TABLE incident_grading ADD COLUMN is_serious_near_miss INTEGER NOT NULL DEFAULT 0
    CHECK (is_serious_near_miss IN (0, 1));

ALTER TABLE incident_report ADD COLUMN corrects_report_id TEXT REFERENCES incident_report (id);

ALTER TABLE incident_report ADD COLUMN bypass_reason TEXT NOT NULL DEFAULT '';

ALTER TABLE incident_report ADD COLUMN already_told TEXT NOT NULL DEFAULT '';
