"""STA, statements: who drafts, who is named, what became of requests, who approved, and who receives the text."""
