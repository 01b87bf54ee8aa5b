"""INC, inclusion at every stage: who convenes, who decides with whom, who is left out and why, who is told and let in."""
