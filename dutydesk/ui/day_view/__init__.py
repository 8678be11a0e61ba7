"""Duty days at a glance: the ribbon of a day, weeks, months, what came since one was on duty."""
