"""Taking data away: what is chosen, the tables, the forms they are written in, and what is said of them."""
