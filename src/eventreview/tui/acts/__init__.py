"""What a person can do on an open plan, one module a concern; the review screen is made of them."""
