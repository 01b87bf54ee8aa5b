"""SPO: what money and names are tied to."""
