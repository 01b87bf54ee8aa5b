"""One widget for each kind of field of a form."""
