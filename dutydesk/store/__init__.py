"""SQLite: open, migrate, journal, one table class per feature, backup and verify."""
