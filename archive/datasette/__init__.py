"""How Datasette shows an archive: `plugin` (functions, links, headers), `config` (meanings), `serve` (command)."""
