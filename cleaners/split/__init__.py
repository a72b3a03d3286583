"""Pages that hold several reports: how their headings look (`forms`), where they are cut (`finder`) and the items made.

It works on the cleaned text of one document or floor, after all rules; no rule and no platform stands here.
"""
