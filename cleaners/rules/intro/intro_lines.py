"""What a site's own sentences round a text are: its introduction above, its closing words below. Taken by: `intros`.

All shapes are tried on one sentence of at most SENTENCE_CHARS characters, folded to simplified characters (`folding`).
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from cleaners.facts.words import by_rarest, has_any
from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.intro.collected_intros import COLLECTED, COLLECTED_WORDS
from cleaners.rules.intro.essays import ESSAY_WORDS, PLATITUDE, closes
from cleaners.rules.intro.fetched_intros import FETCHED, FETCHED_WORDS
from cleaners.rules.intro.intro_asides import ASIDES
from cleaners.rules.intro.intro_hosts import HOST_WORDS, HOSTS
from cleaners.rules.intro.intro_offers import ANSWERED, LEAVE_WORDS, LEFT, OFFER_WORDS, OFFERS, is_package
from cleaners.rules.intro.intro_presented import PRESENTED, PRESENTED_WORDS
from cleaners.rules.lines import ENUMERATOR

SENTENCE_CHARS = 260
"""Characters of a sentence of a site's own; a longer one is none (reference: realtext 3f; the longest seen: 150)."""
INTRO_CHARS = 600
"""Characters from a paragraph's beginning within which an introduction must end (realtext 3f: 2 to 4 sentences)."""
WISHES = 4
"""Sentences of good wishes that may follow the one that names the speaker."""
SENTENCE = regex(r"[^。！？!?…~～\n]{0,600}(?:[。！？!?…~～]++[”」』）)]?|\.(?=[㐀-鿿\s]|$)|\Z)")
"""One sentence with its end mark; a bounded class that excludes the marks."""
SPEAKER = (
    r"(?:小编|编者|[本某该][站网]|店铺|网友|[一-鿿]{2,8}频道|[一-鿿]{2,6}网(?=小|为|给|整|收|精|分|推|的小|今[天日])"
    r"|[A-Za-z0-9.]{3,30}\.(?:com|cn|net|org))"
)
"""Who speaks for a site; `我` only in GATHERED, for lecturers say it too."""
_VERB = (
    r"(?:整理|收集|搜集|分享|带来|准备|提供|推荐|编写|撰写|精选|汇编|汇总|归纳|介绍|谈谈|聊聊|采集|搜罗|采编|编辑|收录"
    r"|挑选|搜寻|罗列|献上|奉上|呈上|送上)"
)
_HERE = r"(?:以下|下面|下边|这里|接下来|下文|本文|本篇|今天|那么|为此|为了|因此|现在|这次|本次|此次)"
_YOU = r"(?:大家|您|你|各位|读者|朋友|同学|网友|用户|有需要)"
_CLOSE = (
    r"(?:参考|借鉴|帮助|帮到|阅读|一起来?看|来看[看吧]|看看|欢迎|希望|收藏|查阅|了解一下|喜欢|学习|浏览|内容|范文|文章"
    r"|篇|关于|资料|模板)"
)
NAMED = regex(
    rf"(?=.{{0,240}}{SPEAKER}.{{0,30}}{_VERB})(?=.{{0,240}}(?:{_HERE}|{_YOU}))(?=.{{0,240}}{_CLOSE}).{{4,260}}"
)
"""`以下是小编为大家整理的…，仅供参考`: speaker and verb, whom or where, and what for. Look-aheads bounded: linear."""
GATHERED = regex(
    rf".{{0,80}}(?:以下|下面|下边|这里|这)(?:内容)?(?:就)?(?:是|为)?(?:由)?(?:我)?(?:们)?(?:特意|特地|精心)?(?:为|给"
    rf"|帮){_YOU}(?:们)?.{{0,6}}"
    rf"(?:整理|收集|搜集|准备|精选|汇总|推荐|带来|搜罗|归纳|编写)(?!了?的?.{{0,3}}[点条个些](?:建议|意见|看法|想法|体会|要求|思考|问题))"
    rf".{{0,120}}(?:参考|借鉴|帮助|帮到|阅读|喜欢|收藏|欢迎"
    rf"|希望|一起来?(?:看|了解|欣赏)|看看).{{0,60}}"
)
"""`以下是我为大家整理的…，希望能帮到你`: `我` in the place of the site's name, or nobody (realtext 3f); a speaker's own
`三点建议` are none. Bounded."""
TODAY = regex(
    rf"(?:今天|今日)(?:我|我们)?(?:特意|特地|精心)?(?:为|给){_YOU}(?:们)?(?:整理|收集|搜集|汇总)了?[^。！!]{{2,100}}"
    r"(?:参考|借鉴|阅读|喜欢|帮助|看看)[^。！!]{0,40}[。！!]?"
)
"""`今天我为大家整理了…，欢迎大家借鉴参考`; bounded."""
FOR_USE = regex(
    r".{0,40}(?:以下|下面)(?:就)?(?:是|为)[^，,。]{0,40}(?:范文|模板|文章|资料|精选|大全|\d{1,2}篇"
    r"|[一二三四五六七八九十]篇)[^。]{0,40}"
    r"(?:仅供|供|以供)(?:大家|您|各位|你)?(?:学习|借鉴|阅读|查阅)?(?:和|与)?参考.{0,40}"
)
"""`以下是…范文，仅供参考`, whoever speaks. Bounded."""
ANSWER = regex(
    r"(?:好的|当然可以|当然|没问题|可以的)[，,！!。 ]{0,2}.{0,20}(?:以下|下面|这)(?:就)?是.{0,80}[:：。]"
)
"""`好的，以下是一篇…：`: how a chat programme begins its answer (realtext, family 29). Bounded."""
ADVISER = regex(
    r"(?=.{0,200}(?:咨询(?:我们的?)?客服老师|不代表本站观点))(?=.{0,200}(?:范文|一文|文章|原创|写作)).{8,240}"
)
"""`导语：…一文来源于网友上传，不代表本站观点，若需要原创文章可咨询客服老师`: a seller of texts; bounded."""
OPENED = regex(
    r"(?:开篇|[导引序前]?言|导?读)[:：](?=.{0,160}(?:范文|写作|文秘|素材|\d{1,2}\s?篇|[一二三四五六七八九十]{1,2}篇))"
    r"(?=.{0,200}(?:为您|给您|您的|您提供|您整理|您精选)).{8,240}"
)
"""`开篇：某某网以专业的文秘视角，为您筛选了十篇范文…`: a seller's first line; `LEAD` may have halved its
label. Bounded."""
KEYED = regex(
    r"[^。]{4,80}[,，]\s?本文主要内容关键词为\s?[:：][^。]{4,150}[,，][^。,，]{0,16}(?:不代表|与本站无关)[^。]{2,60}。?"
)
"""`T,本文主要内容关键词为:甲论文,文中看法与本站无关,…`: a mill of papers on its copy, whose title it names; bounded."""
NAMED_TWICE = regex(
    r"(?:以下|下面)(?:就)?是(?:小编|本站)(?:精心)?(?:为|给)(?:大家|您|你)(?:们)?(?:整理|收集|搜集|准备|带来|分享)的?[^，,。！!？?；;]{2,90}"
    r"[，,]\s?(?:仅)?供(?:大家|您|各位)?(?:参考|阅读|借鉴|学习)(?:[、和与]?(?:参考|阅读|借鉴|学习))?[。！!]?"
)
"""`下面是小编为大家整理的甲总结 乙总结，供大家参考。`: a title of two parts. One clause holds it, so no text
is in it; bounded."""
CORES = (
    KEYED,
    NAMED, GATHERED, TODAY, FOR_USE, ANSWER, ADVISER, OPENED,
    *OFFERS, *PRESENTED, *ASIDES, *HOSTS, *COLLECTED, *FETCHED,
)  # fmt: skip
WISH = regex(
    r"(?:(?:希望|但愿|相信)(?:.{0,40}(?:大家|您|你|各位|读者|朋友|帮助|帮到|参考).{0,60})|(?:欢迎|敬请|快来|快跟"
    r"|让我们|就让我们).{0,60}"
    r"|(?:供|仅供|以供).{0,20}(?:参考|借鉴|学习|阅读).{0,20}|(?:一起|大家|赶紧|不妨|我们).{0,10}(?:来看|看看|看一看"
    r"|了解|学习|瞧瞧|阅读).{0,20}"
    r"|(?:感兴趣|有需要|喜欢).{0,10}(?:的)?(?:小伙伴|朋友|读者|同学|网友|可以|就|一起|请).{0,60}"
    r"|(?:更多|如果).{0,40}(?:请|可以|敬请|欢迎|尽在|就).{0,8}(?:关注|点击|访问|登录|浏览|收藏|搜索|查看|来|本站"
    r"|联系).{0,40}"
    r"|(?:谢谢|感谢)(?:大家|您|你)?的?(?:阅读|浏览|观看|支持|关注|收藏).{0,20}).{0,20}"
)
"""What a site wishes its readers, behind its own name; whole sentence, bounded."""
OWN = regex(
    r"[我本](?:局|县|市|镇|乡|村|区|州|省|院|办|处|厅|所|队|委|校|部|中心|单位|支部|街道|社区|公司|集团|行|馆|系统)"
    r"|现将|汇报如下|报告如下|总结如下|特制定|特制订|今年以来|一年来|融媒|编辑部|宣传[部科股]|组建|培训|建立|小编.{0,6}队伍|队伍建设|[本我].{0,6}队伍"
)
"""An office that speaks of itself, or of 小编 as its staff: no site does. Exact words."""
EVENT = regex(
    r"(?:20\d\d年)?\d{1,2}月\d{1,2}日(?:[（(][^（()）]{1,4}[)）])?(?:[上下]午|晚上?|傍晚|凌晨|清晨|早上|中午)"
)
"""`3月12日上午，…又来了！`: a report's own day, whoever is asked to look on behind it."""
SEAM = regex(
    r"[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[)）]|\d[、.．](?!\d)"
    r"|[ \u3000\u00a0\t](?=[㐀-鿿]{4})"
)
"""Where a text begins behind words without an end mark: then no end of the introduction is certain."""
OVER = regex(
    rf"(?:以上|上面|上述)(?:内容|文章|这些)?(?:就)?(?:是|为|由|便是"
    rf"|[，,])?.{{0,20}}(?:{SPEAKER}.{{0,40}}{_VERB}.{{0,140}}"
    rf"|(?:为|给){_YOU}(?:们)?.{{0,6}}(?:整理|收集|搜集|带来|准备|精选).{{0,160}}"
    r"|.{0,80}(?:的)?(?:全部|详细|主要|相关)内容.{0,10}(?:更多|希望|关注|本站|想了解|欢迎|如果).{0,100})"
)
"""`以上就是小编为大家带来的…`, `以上就是…的全部内容，更多范文请继续关注本站`; whole sentence, bounded."""
HOPED = regex(
    r"希望(?:这|以上|上述|本|该|此)?(?:篇|份|些|个|套|则)?.{0,24}(?:文章|范文|回答|模板|示例|样本|内容|总结|信息|建议"
    r"|资料).{0,16}"
    r"(?:对|能|可以|给)(?:够)?.{0,16}(?:您|你|大家).{0,30}|希望(?:能|可以)?(?:够)?对(?:大家|您"
    r"|你)(?:们)?(?:能)?有所?(?:一定的)?(?:帮助|启发).{0,10}"
    r"|如果?(?:您|你)?(?:有|需要|还有|想).{0,40}(?:随时|请)(?:告诉|告知|联系|提问|向我|与我|咨询).{0,20}"
    r"|(?:请|您可以|你可以)根据(?:您|你).{0,20}(?:情况|需要|需求).{0,12}(?:调整|修改|补充|完善).{0,20}"
    r"|(?:以上|上述|此)(?:内容|范文|文章|模板|示例)(?:均)?(?:仅供|供)(?:您|大家|你)?参考.{0,60}"
)
"""`希望这篇文章能…帮助您`: how sites and chat programmes take their leave; whole sentence, bounded."""
SPEECH = regex(r"谢谢(?:大家|各位)|我的(?:汇报|发言|述职|讲话|演讲|体会)|批评指正|不当之处|个人|汇报完毕")
"""Words of a speaker who takes leave of listeners."""


def sentences(words: str) -> Iterator[tuple[int, int]]:
    """Give the places of the sentences of a line, one behind the other."""
    at = 0
    while at < len(words):
        found = SENTENCE.match(words, at)
        if found is None or found.end() == at:
            return
        yield at, found.end()
        at = found.end()


def is_core(sentence: str) -> bool:
    """Say whether a sentence, folded and trimmed, introduces a text in the name of a site."""
    if not 6 <= len(sentence) <= SENTENCE_CHARS:
        return False
    if NAMED_TWICE.fullmatch(sentence):
        return True
    if OWN.search(sentence) or SEAM.search(sentence):
        return False
    return any(shape.fullmatch(sentence) for shape in CORES)


@lru_cache(maxsize=32)
def intro_end(words: str) -> int:
    """Give how many characters of a line are the site's introduction, from the line's beginning; 0 for none.

    It ends behind the last sentence that names the site, and the wishes behind that. The author's own words before
    it, or an enumerator, make it part of the text.
    """
    if not has_any(words, CORE_SIGNS):
        return essay_end(words)
    line = folded(words[: 2 * INTRO_CHARS])
    is_answer = len(line) <= SENTENCE_CHARS and ANSWERED.fullmatch(line) and not OWN.search(line)
    if is_package(line) or ANSWER.fullmatch(line) or is_answer:
        return len(words)
    end = wishes = 0
    for start, stop in sentences(line):
        sentence = line[start:stop].strip().lstrip(LEAD)
        if end and wishes < WISHES and WISH.fullmatch(sentence) and not SEAM.search(sentence):
            end, wishes = stop, wishes + 1
        elif stop > INTRO_CHARS or _is_numbered(sentence) or OWN.search(sentence) or EVENT.match(sentence):
            break
        elif is_core(sentence):
            end = stop
        elif end:
            break
    return end or essay_end(words)


def _is_numbered(sentence: str) -> bool:
    """Say whether a sentence is a report's heading; `一篇什么样的作文才…` counts nothing."""
    return ENUMERATOR.match(sentence) is not None and not sentence.startswith("一篇")


def essay_end(words: str) -> int:
    """Give how many characters of a line are an essay on writing that nobody signs; 0 for none (`essays`)."""
    if not has_any(words, ESSAY_SIGNS):
        return 0
    line = folded(words[:INTRO_CHARS])
    end, is_essay = 0, False
    for start, stop in islice(sentences(line), ESSAY_SENTENCES):
        sentence = line[start:stop].strip().lstrip(LEAD)
        if _is_numbered(sentence) or OWN.search(sentence) or NUMBERS.search(sentence):
            break
        is_close = closes(sentence) and not SEAM.search(sentence)
        if is_essay and is_close:
            end = stop
        elif end:
            break
        is_essay = is_essay or bool(PLATITUDE.search(sentence))
    return end


ESSAY_SENTENCES = 7
"""Sentences of an essay, its questions and wishes among them (realtext 3f: 2 to 4, and what closes it)."""
NUMBERS = regex(r"各位|同志们|大家好|尊敬的|\d{2,}(?!字)|[一-鿿]{2,6}(?:镇|县|局|乡)(?![一-鿿]{0,3}(?:总结|工作总结))")
"""Listeners, figures and places, which a report has and an essay has not."""
_CORE = "整理|收集|搜集|蒐集|分享|参考|參考|带来|帶來|准备|準備|推荐|推薦|精选|小编|小編|以下是|下面是|开篇|言:|言："
_CORE += "|内容关键词|盼望|欢迎下载|下载使用"
CORE_WORDS = (*_CORE.split("|"), *OFFER_WORDS, *PRESENTED_WORDS, *HOST_WORDS, *COLLECTED_WORDS, *FETCHED_WORDS)
CORE_SIGNS, ESSAY_SIGNS = by_rarest(CORE_WORDS), by_rarest(ESSAY_WORDS)
"""Words of which an introduction has one: a line without them needs no search."""
LEAD = "【】[]导语導語:：摘要提示编者按編 \t\u3000\u00a0"
"""`【导语】` and its marks before a first sentence."""


@lru_cache(maxsize=32)
def is_intro(words: str) -> bool:
    """Say whether a whole line is a site's introduction."""
    end = intro_end(words)
    return end > 0 and not words[end:].strip()


@lru_cache(maxsize=32)
def closing_start(words: str) -> int | None:
    """Give where in a line a site's closing words begin, which go on to the line's end; None where none stand there."""
    if not has_any(words, LEAVES):
        return None
    line = folded(words)
    places = list(sentences(line))
    first: int | None = None
    for start, stop in reversed(places[-6:]):
        sentence = line[start:stop].strip()
        is_leave = bool(OVER.fullmatch(sentence) or HOPED.fullmatch(sentence) or LEFT.fullmatch(sentence))
        if is_leave and not OWN.search(sentence) and not SPEECH.search(sentence):
            first = start
        elif not (WISH.fullmatch(sentence) or LIST_HEAD.fullmatch(sentence) or len(sentence) < 2):
            break
    return first


LEAVES = by_rarest(("以上", "上面", "希望", "如果", "根据", "根據", "上述", *LEAVE_WORDS))
"""Words of which closing words have one, in either script."""
LIST_HEAD = regex(r"(?:相关|更多|热门|推荐)(?:推荐|阅读|文章|范文|内容|热门).{0,10}[:：]?")
"""`相关推荐：` behind closing words."""
