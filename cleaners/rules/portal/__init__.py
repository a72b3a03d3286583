"""Dumped pages of download portals: the box of a file, the preview, what is stamped into it."""
