"""Short sentences by which sites of samples hand a text over: a name without readers, readers without a name.

Shapes of reference realtext, 3f (families 12, 14 and 22). All are tried on one sentence of at most 260 characters,
folded to simplified characters, and match it whole; bounded. A speaker offers points (`几点体会`), not texts.
"""

from cleaners.regex import regex

_TEXT = (
    "(?:总结|计划|报告|汇报|体会|心得|演讲稿?|讲话稿?|发言稿?|述职|方案|范文|文章|致辞|合同|[书]|鉴定|评语|主持词|感悟|读后感|观后感"
    "|简报|制度|预案|资料|作文|模板|[”》])"
)
_POINTS = r"(?![^。]{0,60}(?:几点|我的|三点|两点|四点|五点|意见|不足|问题|请示|如下))"
_YOU = "(?:大家|您|你|各位)"
_SITE = "(?:小编|本站|网友|作者)"
_DONE = "(?:收集|整理|搜集|汇总|分享|带来|准备){1,3}"
BARE = regex(
    rf"{_POINTS}(?:以下|下面|下边)(?:就)?是(?:由)?{_SITE}(?:们)?(?:精心|特意)?{_DONE}的[^。，,！!]{{2,60}}{_TEXT}[^。，,！!]{{0,16}}[。！!]?"
)
"""`以下是小编收集整理的述职报告。`: a site's name, nobody who is to read."""
SHARED = regex(
    rf"{_POINTS}(?:(?:这里|下面|以下|接下来)[^。，,]{{0,6}}(?:给|为|和|跟){_YOU}分享[^。，,]{{2,60}}{_TEXT}[^。，,]{{0,8}}[，,]\s?"
    r"(?:方便|便于|来欣赏|一起来?看|快来)[^。]{2,24}[。！!]?"
    rf"|(?:以下|下面)是我们?(?:精心)?整理的[^。，,]{{2,60}}{_TEXT}[，,]\s?欢迎{_YOU}?(?:阅读|分享|收藏|参考|借鉴)[^。，,]{{0,16}}[。！!]?)"
)
"""`这里给大家分享一些关于总结的文章，方便大家学习。`: readers who are to learn."""
TOGETHER = regex(
    r"(?:接下来|下面|那么|现在|赶紧|快)?(?:就)?(?:请|让我们)?(?:跟|随|和|与)(?:着)?小编(?:一起|一同)?(?:来|去)?"
    r"(?:看看|看一看|了解|阅读|学习|欣赏)[^。，,]{0,40}[吧。！!]{1,2}"
)
"""`接下来就跟小编一起来看看吧！`."""
HANDED_ON = regex(
    rf"(?:为(?:你|您|大家))?整理了?《[^》]{{4,50}}》[，,]\s?希望[^。，,]{{0,8}}(?:帮助|喜欢)[^。，,]{{0,8}}[。！!]?"
    rf"|(?:以下|下面)是由?我们{_DONE}的[^。，,]{{2,60}}[，,]\s?希望(?:能够?|可以)?(?:对|给){_YOU}[^。，,]{{0,6}}(?:帮助|启发)[。！!]?"
    rf"|(?:以下|下面)是“[^”]{{4,50}}”[，,]\s?希望(?:能够?|可以)?(?:帮助|帮)(?:的|得)?到?{_YOU}[。！!]?"
    rf"|(?:[^。，,]{{2,20}}[，,]\s?)?以下内容是[^。，,]{{0,8}}为{_YOU}(?:带来|整理|推荐|准备)的\d{{1,2}}篇《[^》]{{2,60}}》[^。]{{0,80}}[。！!]?"
)
"""`以下内容是作者为您带来的5篇《T》，…`: the title in its marks, the readers' good."""
ASIDES = (BARE, SHARED, TOGETHER, HANDED_ON)
"""Each holds a word of `intro_lines.CORE_WORDS`: 整理, 分享, 小编, 带来 or 以下是."""
