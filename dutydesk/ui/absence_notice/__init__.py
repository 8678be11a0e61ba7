"""The room 外出报备: who is away, who acts meanwhile, who is back."""
