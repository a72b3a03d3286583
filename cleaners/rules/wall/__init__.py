"""Notices by which a site says that it shows only a part of a text."""
