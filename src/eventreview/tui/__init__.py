"""The review desk in the terminal (Textual)."""
