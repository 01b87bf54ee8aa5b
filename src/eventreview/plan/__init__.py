"""The plan file: reading it, its model, positions in its text, edits and saving."""
