"""Use cases: one method, one transaction, one journal row, one Changes value."""
