"""CON, consultation before decision: who was asked, whether the answer came first, and what became of it."""
