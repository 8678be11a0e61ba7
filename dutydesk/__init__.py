"""DutyDesk 值守台: duty log, contacts, handover, incident reports of a Chinese duty room."""
