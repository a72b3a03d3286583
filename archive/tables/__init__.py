"""The tables as data, one module a subject; `archive.schema` puts them into one order."""
