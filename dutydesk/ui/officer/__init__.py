"""Officers on screen: who they are, their roles and PINs."""
