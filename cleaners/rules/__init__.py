"""The cleaning rules, as data with reasons; `recipe` puts them in order."""
