"""4. What we keep: the tables, what is written to them, and what the map asks of them."""
