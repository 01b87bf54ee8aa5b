"""PAR: running and judging the partnership."""
