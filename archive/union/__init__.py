"""Joining another archive into this one: its segments, rows, captures, ids and what people said in it."""
