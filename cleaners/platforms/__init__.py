"""The software families, found by being here: every module of this folder with a constant `PLATFORM`.

What a family is stands in `platform`; this module only finds them and asks them. `generic` answers where none does.
"""
