"""Dumped pages of forums: where floors begin and end, and what their templates print."""
