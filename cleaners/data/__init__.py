"""Frozen tables about Han characters that cleaning needs, made once and never at run time. No code lives here.

`readings.txt`: which characters are read how. Source: the table of single characters (`pinyin_dict`) of the package
`pypinyin` 0.55.0 (https://github.com/mozillazg/python-pinyin, Copyright mozillazg, 闲耘 and contributors, MIT License),
which is that of https://github.com/mozillazg/pinyin-data (MIT License). The file repeats this in its head.

How it was made. All readings of each character of GBK, Big5 and HKSCS within the unified ideographs of the BMP and
extension A; the tone mark became a digit behind the syllable (0 = neutral), ü became v, ê became e; readings without a
vowel (呣 m̀) were left out; the pairs were gathered by syllable: 1,479 syllables, 21,385 characters, 30,282 pairs;
and 績 as ji4, as its simplified form is read, which mirrors print.

The table must not follow newer versions of its source by itself: what it decides is a rule's reading, so that a new
table needs a new version of the rules that use it (`pinyin`, `shifted`).
"""
