"""FORM: the file itself. Its findings are faults of reading, judgements and waivers; here stands what they say."""
