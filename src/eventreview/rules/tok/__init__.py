"""TOK, full collaborators: a place goes with a part, a date, a subject and a name that are the community's own."""
