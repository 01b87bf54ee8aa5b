"""KP: key populations among themselves."""
