"""The room 批示: the ledger of directives of leaders, passed on, chased, fed back, closed."""
