"""EXP, expertise: communities are worked with, seated, framed and titled as the experts they are."""
