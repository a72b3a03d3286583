"""Introductions told by the frame round the verb: who fetched texts, for whom, how many, and what they are good for.

Mills put ever other verbs and wishes for `整理` and `希望` (`替大伙挑来`, `盼着能添点思路`); who speaks, the readers
and the samples stay (reference: realtext, 3f). Tried on one sentence of at most 260 characters, folded to simplified
characters, and match it whole; bounded. A report's staff give lessons and talks: no texts, and no wish for readers.
"""

from cleaners.regex import regex

_FOR = r"(?:为|替|给|帮|向)(?:您|你|大家|大伙|各位|咱们|同学|朋友|读者|网友)"
_SAMPLE = (
    r"(?:样本|样文|例文|范文|范本|范例|模板|作文|演讲稿|发言稿|讲话稿|主持词|心得|体会|总结|计划书?|报告|方案|制度"
    r"|细则|申请书|合同|格式|[”》])"
)
_TEXTS = (
    rf"(?:[^。，,！!]{{0,50}}(?:[几多\d一二三四五六七八九十]{{1,3}}\s?篇|《[^》]{{2,60}}》)[^。，,！!]{{0,40}}"
    rf"|[^。，,！!]{{2,60}}{_SAMPLE}(?:[^。，,！!]{{0,8}})?)"
)
_GOOD = (
    r"(?:参看|参考|参阅|借鉴|翻看|翻阅|来读|读读|来看|看看|看完|启发|思路|想法|收获|帮助|帮到|出点力|用得着|喜欢|欢迎|收藏|分享|转给|添点|有用)"
)
FETCHED = (
    regex(  # `小编费心替大家挑了4篇《T》，看完之后…`
        rf"(?=[^\n]{{0,160}}(?:小编|编者|本站)[^。，,！!]{{0,8}}{_FOR})[^。！!]{{0,160}}?(?:小编|编者|本站)[^。，,！!]{{0,8}}{_FOR}"
        rf"{_TEXTS}[，,](?=[^\n]{{0,160}}{_GOOD})[^。！!]{{2,160}}[。！!~]?"
    ),
    regex(  # `下面是小编用心挑来的T，欢迎翻看，…`
        rf"(?:以下|下面|下边|这里)(?:就)?是(?:小编|编者|本站)[^。，,！!]{{1,10}}的{_TEXTS}[，,](?=[^\n]{{0,100}}{_GOOD})[^。！!]{{2,100}}[。！!~]?"
    ),
    regex(  # `这里我给各位找了几篇演讲稿样本，盼着能给您添点思路。`
        rf"(?:以下|下面|下边|这里|今天|为此)[，,]?(?:就)?(?:我们?|特意|特地)?{_FOR}[^。，,！!]{{1,6}}[了来][几多\d一二三四五六七八九十]{{1,3}}\s?篇"
        rf"[^。，,！!]{{0,50}}{_SAMPLE}[，,](?=[^\n]{{0,100}}(?:您|你|大家|各位))(?=[^\n]{{0,100}}{_GOOD})[^。！!]{{2,100}}[。！!~]?"
    ),
)
"""Whole sentences; the look-aheads bounded."""
FETCHED_WORDS = ("样本", "樣本", "样文", "樣文", "例文")
"""One of them, `小编`, `范文` or another of `intro_lines.CORE_WORDS` is in each, in either script."""
