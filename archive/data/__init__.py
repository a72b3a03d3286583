"""Frozen tables about Han characters, made once from OpenCC, and formulae of the genre. No code lives here.

Source: the dictionaries of the package `opencc` 1.4.2 (https://github.com/BYVoid/OpenCC), Copyright Carbo Kuo and
contributors, Apache License 2.0. Each file repeats this in its head. The tables must not follow newer versions of
OpenCC by themselves: keys and the search index made with one table cannot be mixed with those of another, so that a
new table needs a new `fingerprint.RULES` or `search.VERSION`, and `rededup` or `reindex`.

How they were made. `opencc_dict` turned the compiled dictionaries TSCharacters, STCharacters, TWVariants and
HKVariants into text (a character, a tab, its choices set apart by spaces).

- `variants.txt`: union-find over the pairs (character, first choice) of TSCharacters and (character, every choice) of
  the other three; each class of two or more became a line, its representative first (a
  character that TSCharacters leaves as it is, of several the one with the lowest code point): 3,979 classes with
  8,192 characters.
- `simplified.txt`: the pairs (character, first choice) of TSCharacters whose sides differ, gathered by the simplified
  character; a choice that is itself simplified further (one: 薴) goes to the end of its chain at once: 3,222 pairs.

Not from OpenCC: `formulae.txt`, 259 formulae of official writing that were typed for this project. Their runs of five
Han characters tell no two reports alike (`archive.likeness.stops`); another list needs a new `likeness.judge.RULES`.
"""
