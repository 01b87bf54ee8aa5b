"""BAL: balance of a panel, and over the event."""
