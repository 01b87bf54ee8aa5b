"""What the pictures of a plan are drawn from, as plain values: places and minutes of panels, steps, and what came when."""
