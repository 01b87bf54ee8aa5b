"""SAF: what a plan may hold about people, what they have agreed to, and how an event looks after those who come."""
