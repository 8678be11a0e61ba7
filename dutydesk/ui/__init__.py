"""The desk: one folder per feature, Qt only here."""
