"""REP, representation: the community chooses who speaks for it, in which form, and nobody else does so in its place."""
