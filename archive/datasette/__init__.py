"""How Datasette shows an archive: `plugin` (functions, links, headers), `metadata` (meanings), `serve` (command)."""
