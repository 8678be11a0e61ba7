"""DutyDesk 值守台: the duty log, contacts, handover and incident reports of a Chinese duty room."""
