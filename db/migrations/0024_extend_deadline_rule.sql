-- A rule may ask for something other than a report, may come again every so many days, may count
-- from the day a situation is stable, and may hold for sensitive incidents only.

CREATE TABLE deadline_rule_new (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    rule_set TEXT NOT NULL CHECK (rule_set <> ''),
    category TEXT CHECK (category IN ('natural', 'accident', 'public_health', 'social_safety')),
    kind TEXT,
    level TEXT
        CHECK (level IN ('especially_serious', 'serious', 'relatively_serious', 'ordinary')),
    task TEXT NOT NULL CHECK (task IN (
        'report', 'public_statement', 'press_conference', 'relief', 'nil_report',
        'casualty_supplement')),
    stage TEXT CHECK (stage IN ('first', 'follow_up', 'verification', 'final')),
    medium TEXT CHECK (medium IN ('phone', 'written')),
    minutes INTEGER CHECK (minutes > 0),
    daily_times TEXT NOT NULL CHECK (json_valid(daily_times)),
    every_days INTEGER CHECK (every_days > 0),
    starts_from TEXT NOT NULL
        CHECK (starts_from IN ('occurred', 'received', 'first_delivery', 'stable')),
    is_sensitive_only INTEGER NOT NULL CHECK (is_sensitive_only IN (0, 1)),
    report_to TEXT NOT NULL,
    source TEXT NOT NULL,
    order_no INTEGER NOT NULL,
    CHECK ((task = 'report') = (stage IS NOT NULL)),
    CHECK ((stage IS NULL) = (medium IS NULL))
) STRICT;

INSERT INTO deadline_rule_new (
    rowid, id, rule_set, category, kind, level, task, stage, medium, minutes, daily_times,
    every_days, starts_from, is_sensitive_only, report_to, source, order_no)
SELECT
    rowid, id, rule_set, category, kind, level, 'report', stage, medium, minutes, daily_times,
    NULL, starts_from, 0, report_to, source, order_no
FROM deadline_rule ORDER BY rowid;

DROP TABLE deadline_rule;

ALTER TABLE deadline_rule_new RENAME TO deadline_rule;
