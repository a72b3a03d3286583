"""How Datasette shows an archive."""
